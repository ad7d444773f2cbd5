import type { PolicyBook, WorkingCalendar } from '@gongji/domain';
import type { InsuranceRegister, SubscribeMessages, TaxOffice } from './outside';
import type { Database } from './store/tables';
import type { Pool } from './store/pool';

/** Everything the core takes from outside. Tests pass their own clock, ids, tax office and insurance register. */
export interface CoreDeps {
  readonly pool: Pool;
  readonly db: Database;
  readonly now: () => Date;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly randomBytes: (size: number) => Buffer;
  readonly policies: PolicyBook;
  readonly keys: CoreKeys;
  /** Missing: Monday to Friday, with every date provisional. */
  readonly calendar?: WorkingCalendar;
  readonly taxOffice: TaxOffice;
  readonly insuranceRegister: InsuranceRegister;
  /** Missing: nothing leaves the inbox. */
  readonly subscribeMessages?: SubscribeMessages;
  /** Told which codes were scanned, settled or ended, once that is committed. A word that may get lost; it never throws. Missing: nobody listens. */
  readonly codesChanged?: (codeIds: readonly string[]) => void;
}

/** 32 bytes each. Names and certificate numbers are sealed with the first and looked up by a keyed hash under the second; the third chains the ledger. */
export interface CoreKeys {
  readonly certificateKey: Buffer;
  readonly certificateIndexKey: Buffer;
  readonly ledgerKey: Buffer;
  /** Opens as well what it sealed, and seals nothing: while the first is changed, the next one or the former. */
  readonly secondCertificateKey?: Buffer;
}
