import { setTimeout as wait } from 'node:timers/promises';

/** Looks again until it is so; throws when it takes too long. */
export async function until(isSo: () => boolean | Promise<boolean>, patienceMs = 5_000): Promise<void> {
  for (const givesUpAt = Date.now() + patienceMs; !(await isSo()); await wait(5))
    if (Date.now() > givesUpAt) throw new Error(`not so after ${patienceMs} ms: ${String(isSo)}`);
}
