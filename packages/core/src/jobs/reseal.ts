import type { CoreDeps } from '../deps';
import { replaceSealed, type Resealed, SEALED_COLUMNS, type SealedTable, walkSealed } from '../store/sealed-column.store';
import { resealed } from '../store/sealing';

export interface ResealReport {
  /** Rows that are under the key that seals now, which they were not before. */
  readonly done: number;
  /** Rows that were still found under the other key when it gave up; 0: there is none. */
  readonly left: number;
}

/** Whoever has a row in hand, or changes one that was just passed, has ended by then. */
const MOST_PASSES = 10;

/**
 * Puts everything that the second key sealed under the one that seals now. May run beside everything else and be broken off at any time: what it did stays
 * done, and the next run finds the rest. Needs the owner of the tables, as answers to complaints are never changed by anybody else.
 */
export async function reseal(deps: CoreDeps, onProgress: (done: number) => void = () => undefined): Promise<ResealReport> {
  let done = 0;
  for (let pass = 1; ; pass += 1) {
    let found = 0;
    for await (const { table, rows } of walkUnderOldKey(deps)) {
      found += rows.length;
      done += await replaceSealed(deps.db, table, rows);
      onProgress(done);
    }
    // Only a pass that finds nothing shows that nothing was missed.
    if (found === 0 || pass === MOST_PASSES) return { done, left: found };
  }
}

async function* walkUnderOldKey(deps: CoreDeps): AsyncGenerator<{ readonly table: SealedTable; readonly rows: readonly Resealed[] }> {
  for (const table of Object.keys(SEALED_COLUMNS) as SealedTable[])
    for await (const page of walkSealed(deps.db, table)) {
      const rows = page
        .map((row) => ({ ...row, resealed: row.values.map((value) => (value === null ? null : resealed(deps, value))) }))
        .filter((row) => row.resealed.some((value, index) => value !== row.values[index]));
      if (rows.length > 0) yield { table, rows };
    }
}
