/** The tab 我的. */
export const MINE = {} as const;
