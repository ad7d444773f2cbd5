import { type ChainCheck, openChainCheck } from '../books/check-chain';
import { checkHeads, type LedgerHead } from '../books/kept-heads';
import { checkSides } from '../books/check-sides';
import type { LedgerFault } from '../books/ledger-fault';
import type { StoredEntry, StoredSide } from '../books/stored-books';
import type { CoreDeps } from '../deps';
import { findBrokenBooks, findChangedClearingAccounts } from '../store/broken-books.store';
import { chainHash } from '../store/chain';
import { inSnapshot, type TransferSide, walkChains, walkTransfers } from '../store/ledger-walk.store';
import type { Reader } from '../store/transaction';

export interface LedgerReport {
  readonly at: Date;
  /** Personal ones. */
  readonly accounts: number;
  /** Of personal accounts. */
  readonly entries: number;
  readonly transfers: number;
  readonly faultCount: number;
  /** The first ones. */
  readonly faults: readonly LedgerFault[];
}

/** Enough to see what happened; a table that is wrong all over does not fill the memory. */
const MOST_FAULTS = 1000;

/** What else is listened to while the books are read. */
export interface LedgerHearing {
  /** The heads kept at an earlier time; each has to be there still. In the order of account ids. */
  readonly against?: Iterable<LedgerHead>;
  /** Is told the last entry of each account, in the order of account ids: what a later check may be held against. */
  readonly keep?: (head: LedgerHead) => void;
  /** Is told how many entries of personal accounts were read so far, now and then. */
  readonly onProgress?: (entries: number) => void;
}

/** As often as somebody who waits wants to hear of it. */
const TOLD_EVERY = 100_000;

/**
 * Proves the ledger from its rows and the ledger's key: every chain, every transfer with its sides, every balance, and what must come to the same
 * elsewhere. Reads one snapshot and writes nothing, so it may run at any time; it holds a page of rows at a time, whatever the size of the books.
 */
export const verifyLedger = (deps: CoreDeps, hearing: LedgerHearing = {}): Promise<LedgerReport> =>
  inSnapshot(deps.db, async (reader) => {
    const faults: LedgerFault[] = [];
    let faultCount = 0;
    const note: Note = (found) => {
      faultCount += found.length;
      faults.push(...found.slice(0, MOST_FAULTS - faults.length));
    };
    const chains = await verifyChains(reader, deps, { ...hearing, note });
    const transfers = await verifySides(reader, note);
    note(await findChangedClearingAccounts(reader));
    note(await findBrokenBooks(reader));
    return { at: deps.now(), ...chains, transfers, faultCount, faults };
  });

type Note = (found: readonly LedgerFault[]) => void;

interface ChainHearing extends LedgerHearing {
  readonly note: Note;
}

async function verifyChains(
  reader: Reader,
  deps: CoreDeps,
  { note, against = [], keep, onProgress }: ChainHearing,
): Promise<Pick<LedgerReport, 'accounts' | 'entries'>> {
  const counts = { accounts: 0, entries: 0 };
  const heads = checkHeads(against);
  let current: { readonly accountId: string; readonly check: ChainCheck; last?: StoredEntry } | undefined;
  const end = (): void => {
    if (current === undefined) return;
    const { accountId, check, last } = current;
    note(check.end());
    if (last !== undefined) keep?.({ accountId, version: last.version, hash: last.hash });
  };
  await walkChains(reader, ({ account, entry }) => {
    if (current?.accountId !== account.id) {
      end();
      current = { accountId: account.id, check: openChainCheck(account, (before, chained) => chainHash(deps, before, chained)) };
      heads.begin(account);
      counts.accounts += 1;
    }
    if (entry === null) return;
    current.check.take(entry);
    heads.take(entry);
    current.last = entry;
    counts.entries += 1;
    if (counts.entries % TOLD_EVERY === 0) onProgress?.(counts.entries);
  });
  end();
  note(heads.end());
  return counts;
}

async function verifySides(reader: Reader, note: Note): Promise<number> {
  let count = 0;
  let current: (Pick<TransferSide, 'transferId' | 'transfer'> & { readonly entries: StoredSide[] }) | undefined;
  const end = (): void => {
    if (current === undefined) return;
    if (current.transfer !== null) count += 1;
    note(checkSides(current));
  };
  await walkTransfers(reader, ({ transferId, transfer, entry }) => {
    if (current?.transferId !== transferId) {
      end();
      current = { transferId, transfer, entries: [] };
    }
    if (entry !== null) current.entries.push(entry);
  });
  end();
  return count;
}
