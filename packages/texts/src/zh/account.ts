/** Entries, trend and trying out a deduction. */
export const ACCOUNT = {} as const;
