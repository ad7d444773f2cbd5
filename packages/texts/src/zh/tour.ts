/** The demonstration explains itself. */
export const TOUR = {} as const;
