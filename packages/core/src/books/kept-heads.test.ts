import { checkHeads, type LedgerHead } from './kept-heads';
import type { StoredAccount, StoredEntry } from './stored-books';

const hash = (text: string): Buffer => Buffer.from(text.padEnd(32, ' '));
const head = (accountId: string, version: number, text = `${accountId}${version}`): LedgerHead => ({
  accountId,
  version,
  hash: hash(text),
});
const account = (id: string) => ({ id }) as StoredAccount;
const entry = (version: number, text: string) => ({ version, hash: hash(text) }) as StoredEntry;

/** Books with accounts of so many entries. */
function faultsOf(kept: readonly LedgerHead[], books: Readonly<Record<string, number>>) {
  const check = checkHeads(kept);
  for (const [id, entries] of Object.entries(books)) {
    check.begin(account(id));
    for (let version = 1; version <= entries; version += 1) check.take(entry(version, `${id}${version}`));
  }
  return check.end();
}

describe('the heads of a ledger that were kept elsewhere', () => {
  it('stand in books that only went on, with accounts that came since', () => {
    expect(faultsOf([head('b', 2), head('d', 1)], { a: 4, b: 2, c: 1, d: 7, e: 0 })).toEqual([]);
    expect(faultsOf([], { a: 1 })).toEqual([]);
  });

  it('name the entry that is gone, and the one that is another', () => {
    expect(faultsOf([head('a', 3), head('b', 1, 'forged')], { a: 2, b: 2 })).toEqual([
      { kind: 'kept-entry-missing', accountId: 'a', version: 3 },
      { kind: 'kept-entry-changed', accountId: 'b', version: 1 },
    ]);
    expect(faultsOf([head('a', 1)], { a: 0 })).toEqual([{ kind: 'kept-entry-missing', accountId: 'a', version: 1 }]);
  });

  it('name accounts that are gone, wherever they stood', () => {
    expect(faultsOf([head('a', 1), head('c', 1), head('e', 1)], { b: 1, c: 1, d: 1 })).toEqual([
      { kind: 'account-missing', accountId: 'a' },
      { kind: 'account-missing', accountId: 'e' },
    ]);
  });
});
