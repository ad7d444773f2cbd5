/** The tab with the premiums. */
export const PREMIUM = {} as const;
