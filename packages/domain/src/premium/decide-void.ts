import type { PlainDate } from '../dates';
import { type Decision, decided, refused } from '../decision';
import type { PremiumState } from './states';

export interface VoidRequest {
  readonly payment: { readonly payerId: string; readonly state: PremiumState; readonly voidableUntil: PlainDate | null };
  readonly actorId: string;
  readonly today: PlainDate;
}

/** Only who applied may void, only what the tax office has accepted and no batch has taken, and no later than the day the quote promised. The tax office has the last word. */
export function decideVoid({
  payment,
  actorId,
  today,
}: VoidRequest): Decision<{ readonly state: 'voided' }, 'PREMIUM_PAYMENT_NOT_FOUND' | 'PREMIUM_NOT_VOIDABLE'> {
  if (payment.payerId !== actorId) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  const inTime = payment.voidableUntil !== null && today <= payment.voidableUntil;
  return payment.state === 'applied' && inTime ? decided({ state: 'voided' }) : refused('PREMIUM_NOT_VOIDABLE');
}
