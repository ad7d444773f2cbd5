/** The tab with the relatives. */
export const RELATIVES = {} as const;
