/** Why a premium that was taken is asked back. */
export const REFUND_REASONS = ['duplicate', 'died', 'moved-to-employee'] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** tax-office: asked for in the tax office's own channels only. here: passed on to the tax office, which decides. */
export type PremiumRefundRule =
  | { readonly channel: 'tax-office' }
  | {
      readonly channel: 'here';
      readonly reasons: readonly RefundReason[];
      /** Only before 1 January of the year of cover. */
      readonly onlyBeforeYear: boolean;
    };
