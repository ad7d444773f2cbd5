import type { ChainedEntry } from '../store/chain';
import type { HashOf, StoredEntry } from './stored-books';

/** An entry whose hash does not follow from it. */
export interface Suspect {
  readonly entry: StoredEntry;
  readonly chained: ChainedEntry;
  /** What it could have built on. */
  readonly heads: readonly (Buffer | null)[];
}

/** Two entries that stand in each other's place, and those whose only fault is to stand after one of them. */
export interface Swap {
  readonly pair: readonly [Suspect, Suspect];
  readonly followers: readonly Suspect[];
}

/** Suspects come in the order of their versions. */
export function findSwaps(suspects: readonly Suspect[], hashOf: HashOf): readonly Swap[] {
  const swaps: Swap[] = [];
  const used = new Set<Suspect>();
  for (const [index, first] of suspects.entries()) {
    if (used.has(first)) continue;
    const second = suspects.slice(index + 1).find((other) => !used.has(other) && isSwapped(first, other, hashOf));
    if (second === undefined) continue;
    used.add(first).add(second);
    swaps.push({ pair: [first, second], followers: suspects.filter((each) => follows(each, [first, second], hashOf)) });
  }
  return swaps;
}

/** Each hash follows once the two stand where the other stands. */
function isSwapped(first: Suspect, second: Suspect, hashOf: HashOf): boolean {
  const fits = (heads: readonly (Buffer | null)[], { chained, entry }: Suspect, version: number): boolean =>
    heads.some((head) => hashOf(head, { ...chained, version }).equals(entry.hash));
  const isNext = second.entry.version === first.entry.version + 1;
  return fits(first.heads, second, first.entry.version) && fits(isNext ? [second.entry.hash] : second.heads, first, second.entry.version);
}

function follows({ chained, entry }: Suspect, [first, second]: Swap['pair'], hashOf: HashOf): boolean {
  const before = entry.version - 1 === first.entry.version ? second : entry.version - 1 === second.entry.version ? first : undefined;
  return before !== undefined && hashOf(before.entry.hash, chained).equals(entry.hash);
}
