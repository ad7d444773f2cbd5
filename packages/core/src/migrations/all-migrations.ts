import { people } from './0001-people';
import { bindings } from './0002-bindings';
import { ledger } from './0003-ledger';
import { codes } from './0004-codes';
import { devices } from './0005-devices';
import { premiums } from './0006-premiums';
import { records } from './0007-records';
import { accountRuns } from './0008-account-runs';
import { reconciliation } from './0009-reconciliation';
import { roles } from './0010-roles';
import { settlementVoids } from './0011-settlement-voids';
import { privacy } from './0012-privacy';
import { help } from './0013-help';

export interface Migration {
  readonly id: string;
  readonly sql: string;
}

/** In the order of their numbers. One that was released is never edited: a later one mends it. */
export const MIGRATIONS: readonly Migration[] = [
  people,
  bindings,
  ledger,
  codes,
  devices,
  premiums,
  records,
  accountRuns,
  reconciliation,
  roles,
  settlementVoids,
  privacy,
  help,
];
