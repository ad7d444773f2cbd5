/** Phones that are logged in or show codes. */
export const DEVICES = {} as const;
