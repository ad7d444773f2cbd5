/**
 * submitting: money is held, the tax office has not answered yet. applied: it has the application. clearing: in a batch. paid 已缴费 and
 * posted 已入库 are two facts. unknown: asked, no answer came; found out by query, never shown as paid, never paid again. refunding: the tax office
 * is asked to give the premium back, and has it meanwhile. refunded: the money is back where it came from.
 */
export const PREMIUM_STATES = [
  'submitting',
  'applied',
  'clearing',
  'paid',
  'posted',
  'voided',
  'failed',
  'locked',
  'unknown',
  'refunding',
  'refunded',
] as const;
export type PremiumState = (typeof PREMIUM_STATES)[number];

/** Blocks an unbinding and a second payment: money is held or the outcome is not known. */
export const OPEN_PREMIUM_STATES: readonly PremiumState[] = ['submitting', 'unknown', 'locked', 'applied', 'clearing'];
/** The money is the payer's again: the levy may be paid anew, and no limit counts it any more. */
export const UNDONE_PREMIUM_STATES: readonly PremiumState[] = ['voided', 'failed', 'refunded'];

export const PREMIUM_STATE_TEXT: Readonly<Record<PremiumState, string>> = {
  submitting: '已冻结，正在告诉税务部门',
  applied: '已申请，待清缴',
  clearing: '清缴中',
  paid: '已缴费',
  posted: '已入库',
  voided: '已作废',
  failed: '未成功，已退回冻结金额',
  locked: '税务处理中，暂时锁定',
  unknown: '处理中，请勿重复支付',
  refunding: '退费处理中',
  refunded: '已退费',
};

/** The same to whose cover it is, without a word of the payer's money. */
export const COVER_STATE_TEXT: Readonly<Record<PremiumState, string>> = {
  submitting: '已申请，还没有缴',
  applied: '已申请，还没有缴',
  clearing: '正在缴费',
  paid: '已缴费',
  posted: '已入库',
  voided: '付款人已撤销，没有缴',
  failed: '没有缴成',
  locked: '已申请，还没有缴',
  unknown: '已申请，正在等税务部门答复',
  refunding: '正在退费',
  refunded: '已退费',
};
