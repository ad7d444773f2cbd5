import { dayText, type PlainDate } from '../dates';
import type { PremiumState } from '../premium/states';

/** A premium between the two that is not finished. */
export interface OpenPayment {
  readonly state: PremiumState;
  /** The payer can take it back now. */
  readonly voidable: boolean;
  /** Its void was asked for, and not confirmed yet. */
  readonly voiding: boolean;
  /** By when it is expected to be cleared. */
  readonly clearsBy: PlainDate | null;
}

export interface AskOpenPaymentStep {
  readonly payments: readonly OpenPayment[];
  /** The owner is the payer. */
  readonly side: 'owner' | 'relative';
  readonly today: PlainDate;
}

/** What each side can do about the premium that an end has to wait for: only the payer can void it. Says the day of the clearing where it is known and ahead. */
export function openPaymentStep({ payments, side, today }: AskOpenPaymentStep): string {
  const cleared = `等清缴完成${dayPart(payments, today)}。`;
  if (payments.some(({ voidable }) => voidable))
    return side === 'owner'
      ? `您可以先作废这笔代缴申请，作废后就能办；也可以${cleared}`
      : `代缴只有付款的家人能撤销，您可以请TA撤销；也可以${cleared}`;
  if (payments.some(({ voiding }) => voiding)) return `这笔代缴正在${side === 'owner' ? '作废' : '撤销'}，税务部门一确认就能办。`;
  if (payments.some(({ state }) => state !== 'applied' && state !== 'clearing')) return '这笔代缴税务部门还没有答复，请过几分钟再来看。';
  return `这笔代缴要${cleared}`;
}

function dayPart(payments: readonly OpenPayment[], today: PlainDate): string {
  const last = payments.reduce<PlainDate | null>(
    (latest, { clearsBy }) => (clearsBy !== null && (latest === null || clearsBy > latest) ? clearsBy : latest),
    null,
  );
  return last === null || last < today ? '' : `，预计${dayText(last)}`;
}
