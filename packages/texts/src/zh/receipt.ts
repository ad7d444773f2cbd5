/** The receipt of a premium, and checking one. */
export const RECEIPT = {} as const;
