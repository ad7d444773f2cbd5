/** Ending a binding. */
export const UNBIND = {} as const;
