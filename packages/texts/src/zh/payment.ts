/** Checking, paying, voiding and refunding a premium. */
export const PAYMENT = {} as const;
