/**
 * submitting: money is held, the tax office has not answered yet. applied: it has the application. clearing: in a batch. paid 已缴费 and
 * posted 已入库 are two facts. unknown: asked, no answer came; found out by query, never shown as paid, never paid again.
 */
export const PREMIUM_STATES = ['submitting', 'applied', 'clearing', 'paid', 'posted', 'voided', 'failed', 'locked', 'unknown'] as const;
export type PremiumState = (typeof PREMIUM_STATES)[number];

/** The only steps there are. A CHECK in the database says the same. */
export const PREMIUM_STEPS: Readonly<Record<PremiumState, readonly PremiumState[]>> = {
  submitting: ['applied', 'paid', 'failed', 'locked', 'unknown'],
  unknown: ['applied', 'paid', 'failed', 'locked'],
  locked: ['applied', 'paid', 'failed', 'unknown'],
  applied: ['clearing', 'voided', 'failed'],
  clearing: ['paid', 'failed'],
  paid: ['posted'],
  posted: [],
  voided: [],
  failed: [],
};

/** Blocks an unbinding and a second payment: money is held or the outcome is not known. */
export const OPEN_PREMIUM_STATES: readonly PremiumState[] = ['submitting', 'unknown', 'locked', 'applied', 'clearing'];
export const mayStep = (from: PremiumState, to: PremiumState): boolean => PREMIUM_STEPS[from].includes(to);
export const PREMIUM_STATE_TEXT: Readonly<Record<PremiumState, string>> = {
  submitting: '处理中',
  applied: '已申请，待清缴',
  clearing: '清缴中',
  paid: '已缴费',
  posted: '已入库',
  voided: '已作废',
  failed: '未成功，已退回冻结金额',
  locked: '税务处理中，暂时锁定',
  unknown: '处理中，请勿重复支付',
};
