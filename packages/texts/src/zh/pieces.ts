/** What the pieces of every page say: loading, errors, results, choices. */
export const PIECES = {} as const;
