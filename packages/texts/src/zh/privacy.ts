/** Consent, who looked, export, deletion. */
export const PRIVACY = {} as const;
