/** A code is shown anew every half minute; longer apart than this it was another occasion. */
const SAME_OCCASION_MS = 5 * 60_000;
/** Some four hours of showing. What is read for one page stays bounded. */
const MOST_IN_RUN = 500;

export interface Display {
  readonly showerId: string;
  readonly shownAt: Date;
  readonly scannedAt: Date | null;
}

/**
 * Displays as the person reads them, newest first: those in a row by one person, none more than five minutes after the one before, are one entry, so that a
 * page left open does not hide the others. None is left out, and a scanned one always stands by itself.
 */
export function displayRuns<D extends Display>(newestFirst: readonly D[]): readonly (readonly [D, ...D[]])[] {
  const runs: [D, ...D[]][] = [];
  for (const display of newestFirst) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.length < MOST_IN_RUN && isSameOccasion(run[run.length - 1] ?? run[0], display)) run.push(display);
    else runs.push([display]);
  }
  return runs;
}

const isSameOccasion = (newer: Display, older: Display): boolean =>
  newer.showerId === older.showerId &&
  newer.scannedAt === null &&
  older.scannedAt === null &&
  newer.shownAt.getTime() - older.shownAt.getTime() <= SAME_OCCASION_MS;
