/** The family calendar. */
export const CALENDAR = {} as const;
