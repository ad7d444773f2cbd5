import type { PremiumPaymentRow } from '../store/tables';
import { instantOrNull } from '../views/instant';
import type { TimelineStep } from '../views/premium-view';

const FAILURE_TEXT: Readonly<Record<string, string>> = {
  'already-paid': '税务部门显示这个年度已经缴过费，冻结金额已退回。',
  'already-applied': '税务部门显示这个年度已有其他申请，冻结金额已退回。',
  'not-due': '税务部门没有查到应缴记录，冻结金额已退回。',
  'amount-changed': '税务部门的应缴金额有变化，冻结金额已退回，请重新查看应缴金额。',
  'voided-outside': '这笔申请已在税务部门作废，冻结金额已退回。',
  'clearing-refused': '税务部门扣款没有成功，冻结金额已退回。',
};

export const failureText = (reason: string): string => FAILURE_TEXT[reason] ?? '没有成功，冻结金额已退回。';

type Moments = Pick<
  PremiumPaymentRow,
  | 'state'
  | 'submitted_at'
  | 'applied_at'
  | 'clearing_at'
  | 'paid_at'
  | 'posted_at'
  | 'closed_at'
  | 'clears_from'
  | 'clears_by'
  | 'benefit_starts_on'
>;

/** What has happened and what is still to come. 已缴费 and 已入库 are two steps. */
export function timelineOf(payment: Moments): TimelineStep[] {
  const held = happened('提交申请，金额冻结', payment.submitted_at);
  if (payment.state === 'voided')
    return [held, happened('税务部门受理', payment.applied_at), happened('已作废，冻结金额退回', payment.closed_at)];
  if (payment.state === 'failed') return [held, happened('未成功，冻结金额退回', payment.closed_at)];
  return [
    held,
    happened('税务部门受理', payment.applied_at),
    { ...happened('清缴', payment.clearing_at), expectedOn: payment.clears_by ?? payment.clears_from },
    { ...happened('已缴费', payment.paid_at), expectedOn: payment.clears_by },
    happened('已入库', payment.posted_at),
    { text: '开始享受待遇', at: null, expectedOn: payment.benefit_starts_on, done: false },
  ];
}

const happened = (text: string, at: Date | null): TimelineStep => ({ text, at: instantOrNull(at), expectedOn: null, done: at !== null });
