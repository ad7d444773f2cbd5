import type { Outcome } from '@gongji/core';

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
