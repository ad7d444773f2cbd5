import { NoConnection } from '../store/transaction';

/** Under way at once: enough to use the waiting for somebody outside or for a lock, few enough not to be a flood. */
const AT_ONCE = 8;

/** Works through a list so that one that fails does not hold up the rest; what failed first is thrown when all have had their turn. */
export async function eachApart<T>(list: readonly T[], work: (item: T) => Promise<unknown>, atOnce = AT_ONCE): Promise<void> {
  const waiting = [...list];
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      await work(item).catch((error: unknown) => void failures.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failures.length > 0) throw failures[0];
}

/** The whole list at once; where that fails, each by itself, so that one that fails does not hold up the rest. Without a connection each would fail alike. */
export const togetherOrApart = <T>(list: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<unknown> =>
  work(list).catch((error: unknown) => {
    if (error instanceof NoConnection) throw error;
    return eachApart(list, (item) => work([item]));
  });

/** One work after the other, whatever becomes of those before; what failed first is thrown at the end. */
export const eachInTurn = (works: readonly (() => Promise<unknown>)[]): Promise<void> => eachApart(works, (work) => work(), 1);
