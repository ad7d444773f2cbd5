/** Showing a code. */
export const INSURANCE_CODE = {} as const;
