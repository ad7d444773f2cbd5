import { checkAccountRow } from './check-account-row';
import type { LedgerFault } from './ledger-fault';
import { isSoundBesidesHash } from './sound-entry';
import type { HashOf, StoredAccount, StoredEntry } from './stored-books';
import { findSwaps, type Suspect } from './swapped-entries';

/** The entries of one account, taken in the order of their versions; `end` answers everything that is wrong with them. */
export interface ChainCheck {
  readonly take: (entry: StoredEntry) => void;
  readonly end: () => readonly LedgerFault[];
}

/** No more than these are compared with each other: where everything is wrong, it no longer matters what kind of fault each is. */
const MOST_SUSPECTS = 50;

/**
 * The state so far. `heads`: the hashes that the next entry may build on, undefined after a gap. `shift`: how far versions were moved by entries that were
 * put in or cut out.
 */
interface Progress {
  last: StoredEntry | undefined;
  heads: readonly (Buffer | null)[] | undefined;
  shift: number;
  readonly faults: LedgerFault[];
  readonly suspects: Suspect[];
}

/**
 * A fault is named where it is and once: an entry may build on what the one before it says of itself as well as on what it should say, so that neither
 * a changed entry nor a changed hash makes a fault of everything after it.
 */
export function openChainCheck(account: StoredAccount, hashOf: HashOf): ChainCheck {
  const progress: Progress = { last: undefined, heads: [null], shift: 0, faults: [], suspects: [] };
  return {
    take: (entry) => {
      const missingFrom = (progress.last?.version ?? 0) + 1;
      if (entry.version > missingFrom) {
        progress.faults.push({ kind: 'entry-missing', accountId: account.id, version: missingFrom });
        progress.heads = undefined;
      }
      take(progress, account, { entry, hashOf });
      progress.last = entry;
    },
    end: () => {
      const swaps = findSwaps(progress.suspects, hashOf);
      const swapped = new Set(swaps.flatMap(({ pair }) => pair));
      const explained = new Set(swaps.flatMap(({ pair, followers }) => [...pair, ...followers]));
      const changed = progress.suspects.filter((suspect) => !explained.has(suspect));
      return [
        ...progress.faults,
        ...[...swapped].map((suspect) => faultOf(account, suspect.entry, 'entries-swapped')),
        ...changed.map(({ entry }) => faultOf(account, entry, isBeyond(account, entry) ? 'entry-inserted' : 'entry-changed')),
        ...checkAccountRow(account, { last: progress.last, swaps }),
      ];
    },
  };
}

const isBeyond = (account: StoredAccount, { version }: StoredEntry): boolean => version > account.version;

const faultOf = ({ id }: StoredAccount, { version, transferId }: StoredEntry, kind: LedgerFault['kind']): LedgerFault => ({
  kind,
  accountId: id,
  version,
  transferId,
});

interface Taken {
  readonly entry: StoredEntry;
  readonly hashOf: HashOf;
}

function take(progress: Progress, account: StoredAccount, { entry, hashOf }: Taken): void {
  const { chained } = entry;
  if (chained === null) {
    // Nothing can be recomputed without the transfer; what follows builds on what is written.
    progress.faults.push(faultOf(account, entry, 'transfer-missing'));
    progress.heads = [entry.hash];
    return;
  }
  const at = (version: number, heads: readonly (Buffer | null)[]): boolean =>
    heads.some((head) => hashOf(head, { ...chained, version }).equals(entry.hash));
  if (progress.heads === undefined || at(entry.version - progress.shift, progress.heads)) {
    checkRest(progress, account, entry);
    progress.heads = [entry.hash];
    return;
  }
  if (isExplainedBySuspect(progress, account, { entry, at })) {
    progress.heads = [entry.hash];
    return;
  }
  if (progress.suspects.length < MOST_SUSPECTS) progress.suspects.push({ entry, chained, heads: progress.heads });
  else progress.faults.push(faultOf(account, entry, 'entry-changed'));
  const should = progress.heads.map((head) => hashOf(head, { ...chained, version: entry.version - progress.shift }));
  progress.heads = [entry.hash, ...should.slice(0, 1)];
}

/** The hash is right; what it does not cover is looked at by itself. */
function checkRest(progress: Progress, account: StoredAccount, entry: StoredEntry): void {
  if (!isSoundBesidesHash(entry, progress.last)) progress.faults.push(faultOf(account, entry, 'entry-changed'));
  if (entry.transferAt?.getTime() !== entry.chained?.at.getTime()) progress.faults.push(faultOf(account, entry, 'transfer-changed'));
}

/** An entry put in or cut out, and everything after it numbered anew: the entry after it tells. */
function isExplainedBySuspect(
  progress: Progress,
  account: StoredAccount,
  { entry, at }: { readonly entry: StoredEntry; readonly at: (version: number, heads: readonly (Buffer | null)[]) => boolean },
): boolean {
  const suspect = progress.suspects.at(-1);
  if (suspect === undefined || suspect.entry !== progress.last) return false;
  const version = entry.version - progress.shift;
  if (at(version - 1, suspect.heads)) {
    progress.shift += 1;
    progress.faults.push(faultOf(account, suspect.entry, 'entry-inserted'));
  } else if (at(version + 1, [suspect.entry.hash])) {
    progress.shift -= 1;
    progress.faults.push({ kind: 'entry-missing', accountId: account.id, version: suspect.entry.version });
  } else return false;
  progress.suspects.pop();
  return true;
}
