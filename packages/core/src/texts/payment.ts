import {
  bringsOn,
  buysBenefits,
  NO_BENEFIT_TEXT,
  type PlainDate,
  PREMIUM_STEPS,
  REFUND_REASON_TEXT,
  refundRefusedReason,
} from '@gongji/domain';
import { isVoiding } from '../facts/voiding';
import type { PremiumChangeRow, PremiumRefundRow } from '../store/premium-tables';
import type { PremiumPaymentRow } from '../store/tables';
import { instant, instantOrNull } from '../views/instant';
import type { RefundView, TimelineStep } from '../views/premium-view';

type Moments = Pick<
  PremiumPaymentRow,
  'year' | 'state' | 'submitted_at' | 'void_requested_at' | 'clears_from' | 'clears_by' | 'benefit_starts_on'
>;
type Change = Pick<PremiumChangeRow, 'reason' | 'at'>;

interface Known {
  readonly changes: readonly Change[];
  readonly refund: PremiumRefundRow | undefined;
  readonly today: PlainDate;
}

/** Why nothing was taken; null where something was, or still may be. */
export const failureText = ({ state, reason }: Pick<PremiumPaymentRow, 'state' | 'reason'>): string | null =>
  state === 'failed' ? PREMIUM_STEPS[reason].text : null;

/** Every step there was, in the words of its reason, and what is still to come. 已缴费 and 已入库 are two steps. */
export const timelineOf = (payment: Moments, { changes, ...now }: Known): TimelineStep[] => [
  ...[{ reason: 'held', at: payment.submitted_at } as const, ...changes].map(({ reason, at }) => ({
    text: PREMIUM_STEPS[reason].text,
    at: instant(at),
    expectedOn: null,
    fixed: true,
    done: bringsOn(reason),
  })),
  ...(isVoiding(payment)
    ? [{ text: '您申请作废', at: instant(payment.void_requested_at), expectedOn: null, fixed: true, done: true }]
    : []),
  ...stillToCome(payment, now),
];

const ahead = (text: string, expectedOn: TimelineStep['expectedOn'] = null): TimelineStep => ({
  text,
  at: null,
  expectedOn,
  fixed: false,
  done: false,
});

function stillToCome(payment: Moments, { refund, today }: Omit<Known, 'changes'>): readonly TimelineStep[] {
  const benefit = buysBenefits(payment.year, payment.benefit_starts_on)
    ? ahead('开始享受待遇', payment.benefit_starts_on)
    : ahead(NO_BENEFIT_TEXT);
  const treasury = [ahead('缴费入库（通常在扣款后几个工作日）'), benefit];
  const paid = [ahead('税务部门扣款', payment.clears_by), ...treasury];
  const clearing = [ahead('清缴', payment.clears_by ?? payment.clears_from), ...paid];
  switch (payment.state) {
    case 'voided':
    case 'failed':
    case 'refunded':
      return [];
    case 'refunding':
      return [ahead('税务部门答复退费', refund?.expected_on ?? null)];
    case 'posted':
      return [payment.benefit_starts_on > today ? benefit : { ...benefit, fixed: true, done: true }];
    case 'paid':
      return treasury;
    case 'clearing':
      return paid;
    case 'applied':
      return isVoiding(payment) ? [ahead('税务部门确认作废，冻结金额退回')] : clearing;
    case 'submitting':
    case 'unknown':
    case 'locked':
      return [ahead('税务部门受理'), ...clearing];
  }
}

export const refundView = (refund: PremiumRefundRow): RefundView => ({
  state: refund.state,
  reasonText: REFUND_REASON_TEXT[refund.reason],
  text: refundText(refund),
  askedAt: instant(refund.asked_at),
  expectedOn: refund.expected_on,
  endedAt: instantOrNull(refund.ended_at),
  taxNumber: refund.tax_number,
});

function refundText({ refusal, state, expected_on: expectedOn }: PremiumRefundRow): string {
  if (refusal !== null) return PREMIUM_STEPS[refundRefusedReason(refusal)].text;
  if (state === 'refunded') return '税务部门已退费，钱已退回原来扣款的账户。';
  return expectedOn === null ? '已提交，正在等税务部门答复。' : '税务部门已受理，正在办理。';
}
