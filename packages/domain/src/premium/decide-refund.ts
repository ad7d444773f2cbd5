import { dayText, type PlainDate, plainDate } from '../dates';
import { type Decision, decided, refused } from '../decision';
import type { PersonFacts } from '../person/person';
import type { RefundReason } from '../policy/refund-rule';
import { REFUND_REASON_TEXT } from '../policy/rule-text';
import type { RegionPolicy } from '../policy/rules';
import type { PremiumReason } from './premium-reasons';
import type { PremiumState } from './states';

export interface RefundRequest {
  readonly payment: { readonly payerId: string; readonly state: PremiumState; readonly year: number };
  readonly actorId: string;
  readonly reason: RefundReason;
  /** Of whom the premium was paid for, as the register has them. */
  readonly person: Pick<PersonFacts, 'scheme' | 'diedOn'>;
  /** The region whose tax office has the premium. */
  readonly policy: RegionPolicy;
  readonly today: PlainDate;
}

export type RefundCode =
  | 'PREMIUM_PAYMENT_NOT_FOUND'
  | 'PREMIUM_NOT_REFUNDABLE'
  | 'PREMIUM_REFUND_UNDER_WAY'
  | 'PREMIUM_REFUND_ELSEWHERE'
  | 'PREMIUM_REFUND_TOO_LATE'
  | 'PREMIUM_REFUND_REASON_NOT_ACCEPTED'
  | 'PREMIUM_REFUND_REASON_NOT_SHOWN';

export interface RefundStep {
  readonly state: 'refunding';
  readonly reason: PremiumReason;
}

/**
 * May the payer ask the tax office for the premium back? Only who paid may: the money goes back to their account. A reason that the register can
 * show must be shown by it; a double payment only the tax office can see. The tax office has the last word in any case.
 */
export function decideRefund(request: RefundRequest): Decision<RefundStep, RefundCode> {
  const { payment, actorId, reason, policy, today } = request;
  if (payment.payerId !== actorId) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  if (payment.state === 'refunding') return refused('PREMIUM_REFUND_UNDER_WAY');
  if (payment.state !== 'paid' && payment.state !== 'posted') return refused('PREMIUM_NOT_REFUNDABLE');
  const rule = policy.rule('premiumRefund');
  const region = rule?.regionName ?? policy.regionName;
  if (rule === undefined || rule.value.channel === 'tax-office') return refused('PREMIUM_REFUND_ELSEWHERE', { region });
  const begins = plainDate(`${payment.year}-01-01`);
  if (rule.value.onlyBeforeYear && today >= begins)
    return refused('PREMIUM_REFUND_TOO_LATE', { year: payment.year, start: dayText(begins) });
  const words = { region, reason: REFUND_REASON_TEXT[reason] };
  if (!rule.value.reasons.includes(reason)) return refused('PREMIUM_REFUND_REASON_NOT_ACCEPTED', words);
  return isShown(request) ? decided({ state: 'refunding', reason: `refund-${reason}` }) : refused('PREMIUM_REFUND_REASON_NOT_SHOWN', words);
}

function isShown({ reason, person }: RefundRequest): boolean {
  if (reason === 'died') return person.diedOn !== null;
  return reason === 'moved-to-employee' ? person.scheme === 'employee' : true;
}
