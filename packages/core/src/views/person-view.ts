import type { InsuranceState, Scheme } from '@gongji/domain';

/** A person as another may see them: masked here, not on the phone. */
export interface PersonCard {
  readonly personId: string;
  readonly maskedName: string;
  /** What tells the person from another one of the reader's who is masked alike. */
  readonly mark: string | null;
  readonly maskedCertificate: string;
  readonly regionCode: string;
  readonly regionName: string;
  /** null: not the reader's to know, where nothing has been agreed to or it is over. */
  readonly scheme: Scheme | null;
  readonly age: number;
}

/** Oneself. The edge adds whether this is a demonstration. */
export interface MeView extends PersonCard {
  readonly name: string;
  readonly scheme: Scheme;
  readonly hasAccount: boolean;
  readonly insuranceState: InsuranceState;
  readonly now: string;
}
