import type { PremiumState } from './states';

interface StepRow {
  /** none: the payment is new. */
  readonly from: readonly (PremiumState | 'none')[];
  /** More than one where the payment goes back to what it was. */
  readonly to: readonly PremiumState[];
  readonly by: 'payer' | 'tax-office' | 'system';
  /** As the payer reads it in the progress of the payment. */
  readonly text: string;
}

const AWAITING: readonly PremiumState[] = ['submitting', 'unknown', 'locked'];
const TAKEN: readonly PremiumState[] = ['paid', 'posted'];

const failed = (text: string, from: readonly PremiumState[] = AWAITING) => ({
  from,
  to: ['failed'] as const,
  by: 'tax-office' as const,
  text,
});
const refundAsked = (text: string) => ({ from: TAKEN, to: ['refunding'] as const, by: 'payer' as const, text });
const refundRefused = (text: string) => ({ from: ['refunding'] as const, to: TAKEN, by: 'tax-office' as const, text });

/** Every way the state of a payment can change, and the only ones. A CHECK in the database says the same. */
export const PREMIUM_STEPS = {
  held: { from: ['none'], to: ['submitting'], by: 'payer', text: '提交申请，金额冻结' },
  accepted: { from: AWAITING, to: ['applied'], by: 'tax-office', text: '税务部门受理' },
  'found-paid': { from: AWAITING, to: ['paid'], by: 'tax-office', text: '向税务部门查到已缴费' },
  busy: { from: ['submitting', 'unknown'], to: ['locked'], by: 'tax-office', text: '税务部门正在处理，要求稍后再查' },
  'no-answer': { from: ['submitting', 'locked'], to: ['unknown'], by: 'system', text: '税务部门没有答复，等待查询结果' },
  'already-paid': failed('税务部门显示这个年度已经缴过费，冻结金额已退回。'),
  'already-applied': failed('税务部门显示这个年度已有其他申请，冻结金额已退回。'),
  'not-due': failed('税务部门没有查到应缴记录，冻结金额已退回。'),
  'amount-changed': failed('税务部门的应缴金额有变化，冻结金额已退回，请重新查看应缴金额。'),
  'voided-outside': failed('这笔申请已在税务部门作废，冻结金额已退回。', [...AWAITING, 'applied', 'clearing']),
  'joined-batch': { from: ['applied'], to: ['clearing'], by: 'system', text: '进入清缴' },
  'clearing-refused': failed('税务部门扣款没有成功，冻结金额已退回。', ['clearing']),
  voided: { from: ['applied'], to: ['voided'], by: 'payer', text: '已作废，冻结金额退回' },
  cleared: { from: ['clearing'], to: ['paid'], by: 'tax-office', text: '已缴费' },
  posted: { from: ['paid'], to: ['posted'], by: 'tax-office', text: '已入库' },
  'refund-duplicate': refundAsked('申请退费：重复缴费'),
  'refund-died': refundAsked('申请退费：参保人去世'),
  'refund-moved-to-employee': refundAsked('申请退费：已参加职工医保'),
  refunded: { from: ['refunding'], to: ['refunded'], by: 'tax-office', text: '税务部门已退费，退回原账户' },
  'refund-refused-not-paid': refundRefused('税务部门没有查到这笔缴费，退费没有通过。'),
  'refund-refused-year-begun': refundRefused('税务部门认为参保年度已经开始，退费没有通过。'),
  'refund-refused-benefit-used': refundRefused('税务部门认为已经享受过待遇，退费没有通过。'),
  'refund-refused-not-eligible': refundRefused('税务部门认为不符合退费情形，退费没有通过。'),
} as const satisfies Readonly<Record<string, StepRow>>;

/** Why a payment is in its state: one reason code a step. */
export type PremiumReason = keyof typeof PREMIUM_STEPS;
export const PREMIUM_REASONS = Object.keys(PREMIUM_STEPS) as readonly PremiumReason[];

/** Whether the step brought the payment on. No answer and a no did not. */
export const bringsOn = (reason: PremiumReason): boolean => {
  const { to } = PREMIUM_STEPS[reason] as StepRow;
  return !to.some((state) => NOT_ON.includes(state)) && !reason.startsWith('refund-refused');
};
const NOT_ON: readonly PremiumState[] = ['unknown', 'locked', 'failed'];

/** What the tax office may say no to a refund with; each has its step. */
export const REFUND_REFUSALS = ['not-paid', 'year-begun', 'benefit-used', 'not-eligible'] as const;
export type RefundRefusal = (typeof REFUND_REFUSALS)[number];
export const refundRefusedReason = (refusal: RefundRefusal): PremiumReason => `refund-refused-${refusal}`;

export function mayStepPremium(from: PremiumState | 'none', reason: PremiumReason, to: PremiumState): boolean {
  const row: StepRow = PREMIUM_STEPS[reason];
  return row.from.includes(from) && row.to.includes(to);
}

/** Where a state can go from here, whatever the reason. */
export const premiumStatesAfter = (from: PremiumState): readonly PremiumState[] => [
  ...new Set(
    PREMIUM_REASONS.flatMap((reason): readonly PremiumState[] =>
      (PREMIUM_STEPS[reason] as StepRow).from.includes(from) ? PREMIUM_STEPS[reason].to : [],
    ),
  ),
];
