/** Complaints and what became of them. */
export const COMPLAINTS = {} as const;
