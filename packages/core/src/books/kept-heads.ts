import type { LedgerFault } from './ledger-fault';
import type { StoredAccount, StoredEntry } from './stored-books';

/** An account's last entry at some time, kept outside of the database. */
export interface LedgerHead {
  readonly accountId: string;
  readonly version: number;
  readonly hash: Buffer;
}

/** Accounts as they come, in the order of their ids, each with its entries in the order of their versions. */
export interface HeadsCheck {
  readonly begin: (account: StoredAccount) => void;
  readonly take: (entry: StoredEntry) => void;
  /** Everything that is no longer as it was kept. Further on only what began since. */
  readonly end: () => readonly LedgerFault[];
}

/**
 * A chain that was cut off, its account's row set back with it, verifies; so does one that was written anew by somebody who has the key. Neither still has
 * the entry that was kept. `kept`: in the order of account ids, each once.
 */
export function checkHeads(kept: Iterable<LedgerHead>): HeadsCheck {
  const heads = kept[Symbol.iterator]();
  const faults: LedgerFault[] = [];
  let next = heads.next();
  let awaited: LedgerHead | undefined;
  const missed = (): void => {
    if (awaited !== undefined) faults.push({ kind: 'kept-entry-missing', accountId: awaited.accountId, version: awaited.version });
    awaited = undefined;
  };
  /** null: the books are at their end. */
  const passAccountsBefore = (accountId: string | null): void => {
    while (next.done !== true) {
      if (accountId !== null && next.value.accountId >= accountId) return;
      faults.push({ kind: 'account-missing', accountId: next.value.accountId });
      next = heads.next();
    }
  };
  return {
    begin: ({ id }) => {
      missed();
      passAccountsBefore(id);
      if (next.done === true || next.value.accountId !== id) return;
      awaited = next.value;
      next = heads.next();
    },
    take: ({ version, hash }) => {
      if (awaited?.version !== version) return;
      if (!hash.equals(awaited.hash)) faults.push({ kind: 'kept-entry-changed', accountId: awaited.accountId, version });
      awaited = undefined;
    },
    end: () => {
      missed();
      passAccountsBefore(null);
      return faults;
    },
  };
}
