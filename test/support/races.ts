import type { CoreDeps, Outcome } from '@gongji/core';
import { watchedDeps } from './watched-deps';

// What every race does: the same work again and again, many under way at once, and a count of how each ended.

export const codeOf = (outcome: Outcome<unknown> | undefined): string =>
  outcome === undefined ? 'nothing' : outcome.ok ? 'done' : outcome.code;

/** How a round of commands with one request each ended, whoever was first. */
export const codesOf = (rounds: readonly (readonly Outcome<unknown>[])[]): string =>
  rounds
    .map(([outcome]) => codeOf(outcome))
    .sort()
    .join();

export async function repeatWork<T>(work: () => Promise<T>, { times, atOnce }: { times: number; atOnce: number }): Promise<T[]> {
  const results: T[] = [];
  for (let done = 0; done < times; done += atOnce) results.push(...(await Promise.all(Array.from({ length: atOnce }, work))));
  return results;
}

export const tally = (results: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const result of results) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
};

export type Racer = (deps: CoreDeps) => Promise<readonly Outcome<unknown>[]>;
export type Pair = readonly [Racer, Racer];

/** Pairs under way at once: enough to make them meet in the database. */
const PAIRS_AT_ONCE = 10;

/** Starts both of each pair at once, one in each process, and says how the pair ended. Which of the two is started first takes turns. */
export async function racePairs(
  pairs: readonly Pair[],
  [here, there]: readonly [CoreDeps, CoreDeps],
  atOnce = PAIRS_AT_ONCE,
): Promise<string[]> {
  const ends: string[] = [];
  for (let start = 0; start < pairs.length; start += atOnce) {
    const round = pairs.slice(start, start + atOnce).map(async ([left, right], index) => {
      const swap = index % 2 === 1;
      const both = swap ? [right(there), left(here)] : [left(here), right(there)];
      const [first, second] = (await Promise.all(both)).map(([outcome]) => codeOf(outcome));
      return swap ? `${second} + ${first}` : `${first} + ${second}`;
    });
    ends.push(...(await Promise.all(round)));
  }
  return ends;
}

/** The same process, with a count of the deadlocks that PostgreSQL broke under it. Commands try again and so hide them; the server's own count comes seconds late. */
export function watchDeadlocks(deps: CoreDeps): { readonly deps: CoreDeps; readonly count: () => number } {
  let seen = 0;
  const note = (error: unknown): never => {
    if (error instanceof Error && 'code' in error && error.code === '40P01') seen += 1;
    throw error;
  };
  return { deps: watchedDeps(deps, (query) => (text, values) => query(text, values).catch(note)), count: () => seen };
}
