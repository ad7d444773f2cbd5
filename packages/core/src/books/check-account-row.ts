import type { StoredAccount, StoredEntry } from './stored-books';
import type { LedgerFault } from './ledger-fault';
import type { Swap } from './swapped-entries';

interface Ends {
  readonly last: StoredEntry | undefined;
  readonly swaps: readonly Swap[];
}

/** The account's row against its last entry; where that one stands in another's place, against the one that should be last. */
export function checkAccountRow(account: StoredAccount, { last, swaps }: Ends): readonly LedgerFault[] {
  if (last === undefined) return endFaults(account, { version: 0, balance: 0, frozen: 0, hash: null });
  const swap = swaps.find(({ pair }) => pair.some(({ entry }) => entry === last));
  const end = swap?.pair.find(({ entry }) => entry !== last)?.entry ?? last;
  const faults = endFaults(account, { version: last.version, balance: end.balanceAfter, frozen: end.frozenAfter, hash: end.hash });
  if (faults.length > 0 || isOf(account, last)) return faults;
  return [{ kind: 'account-changed', accountId: account.id }];
}

interface End {
  readonly version: number;
  readonly balance: number;
  readonly frozen: number;
  readonly hash: Buffer | null;
}

function endFaults(account: StoredAccount, end: End): readonly LedgerFault[] {
  const sameHead = end.hash === null ? account.chainHead === null : account.chainHead?.equals(end.hash) === true;
  const sameMoney = account.balance === end.balance && account.frozen === end.frozen;
  if (sameHead && sameMoney && account.version === end.version) return [];
  // Nor is the row's head this entry's hash: entries that it counts are gone, or entries that it does not count were appended.
  if (!sameHead && account.version > end.version) return [{ kind: 'entry-missing', accountId: account.id, version: end.version + 1 }];
  if (!sameHead && account.version < end.version) return [{ kind: 'entry-inserted', accountId: account.id, version: account.version + 1 }];
  return [{ kind: 'account-changed', accountId: account.id }];
}

const POTS: readonly string[] = ['currentYear', 'carriedOver'];

/** Whose account it is and which pot stands in what its entries are hashed over: a movement's name ends with its pot. */
function isOf(account: StoredAccount, { chained }: StoredEntry): boolean {
  if (chained === null) return true;
  const pot = chained.transfer.requestId.split('/').find((part) => POTS.includes(part));
  return chained.transfer.holderId === account.holderId && (pot === undefined || pot === account.pot);
}
