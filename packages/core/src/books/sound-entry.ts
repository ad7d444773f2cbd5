import type { StoredEntry } from './stored-books';

/** The columns that the hash leaves out: the holder, what stood before, and the number by which entries are shown in order. */
export const isSoundBesidesHash = (entry: StoredEntry, before: StoredEntry | undefined): boolean =>
  entry.holderId === entry.chained?.transfer.holderId &&
  entry.balanceBefore + entry.amount === entry.balanceAfter &&
  entry.frozenBefore + entry.frozenDelta === entry.frozenAfter &&
  (before === undefined || entry.id > before.id);
