import type { CertificateKind, Fen } from '@gongji/domain';
import type { LegView } from './account-view';
import type { PersonCard } from './person-view';

export interface ShownCode {
  readonly codeId: string;
  /** 40 digits, given to the phone that asked; kept hashed. */
  readonly payload: string;
  readonly person: PersonCard;
  readonly own: boolean;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly ttlSeconds: number;
}

/** What an institution learns from a scan, as the national decoding transaction gives it: the full name and number. */
export interface ScannedCode {
  readonly ecToken: string;
  readonly personId: string;
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly regionCode: string;
  readonly shownByRelative: boolean;
}

export interface SettlementSplit {
  readonly totalFen: Fen;
  readonly fundFen: Fen;
  /** Own and shared together. */
  readonly accountFen: Fen;
  readonly sharedFen: Fen;
  readonly cashFen: Fen;
  readonly legs: LegView[];
}
export interface Settled extends SettlementSplit {
  readonly settlementId: string;
  readonly number: string;
}

/** What came back of a settlement. The pooled fund's part and the cash are the institution's own to give back: they stand here as they were settled. */
export interface VoidedSettlement extends SettlementSplit {
  /** null: the message that was to settle never arrived, so there was nothing to take back, and it is refused when it comes. */
  readonly settlementId: string | null;
  readonly number: string | null;
  readonly voidedAt: string;
}

export interface SettlementView {
  readonly settlementId: string;
  readonly number: string;
  readonly at: string;
  /** null: it stands. */
  readonly voidedAt: string | null;
  readonly institution: string;
  readonly person: string;
  readonly totalFen: Fen;
  readonly fundFen: Fen;
  readonly accountFen: Fen;
  readonly cashFen: Fen;
  readonly legs: LegView[];
}

type Totals = Pick<SettlementView, 'totalFen' | 'fundFen' | 'accountFen' | 'cashFen'>;

/** A settlement as one who has to do with it may see it. */
export interface SettlementShare extends Omit<SettlementView, keyof Totals> {
  /** The reader is whom it was settled for. */
  readonly own: boolean;
  /** null: for a payer, who sees their own share. */
  readonly totals: Totals | null;
}

export interface CodeEvents {
  readonly codeId: string;
  readonly state: 'shown' | 'scanned' | 'settled' | 'expired' | 'ended';
  readonly scannedAt: string | null;
  readonly institution: string | null;
  readonly settlement: SettlementView | null;
}

export interface CodeLog {
  readonly displays: {
    codeId: string;
    shownAt: string;
    lastShownAt: string;
    times: number;
    shownBy: string;
    person: string;
    scannedAt: string | null;
    institution: string | null;
    settlementId: string | null;
  }[];
  readonly nextCursor: string | null;
}
