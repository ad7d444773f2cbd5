/** The inbox. */
export const MESSAGES = {} as const;
