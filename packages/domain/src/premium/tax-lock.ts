/**
 * 交易被锁定: the bank has not answered the tax office; people are told to try again after half an hour and then to ask the tax office. ASSUMED where the
 * tax office gives no time: this comes from an unofficial help page (confidence V-C), no rule is published.
 */
export const TAX_LOCK_MINUTES = 30;

/** How long a locked payment is left alone, in seconds: as long as the tax office says, half an hour where it says nothing. */
export const lockSeconds = (toldSeconds: number | null): number => toldSeconds ?? TAX_LOCK_MINUTES * 60;
