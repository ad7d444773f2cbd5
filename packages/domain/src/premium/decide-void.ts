import { type PlainDate, shanghaiTimeText } from '../dates';
import { type Decision, decided, refused } from '../decision';
import type { PremiumState } from './states';

export interface VoidRequest {
  readonly payment: {
    readonly payerId: string;
    readonly state: PremiumState;
    readonly voidableUntil: PlainDate | null;
    /** When the tax office may be asked again; null while it is not locked. */
    readonly lockedUntil: Date | null;
  };
  readonly actorId: string;
  readonly today: PlainDate;
}

export type VoidCode = 'PREMIUM_PAYMENT_NOT_FOUND' | 'PREMIUM_NOT_VOIDABLE' | 'PREMIUM_LOCKED';

/** Only who applied may void, only what the tax office has accepted and no batch has taken, and no later than the day the quote promised. The tax office has the last word. */
export function decideVoid({ payment, actorId, today }: VoidRequest): Decision<{ readonly state: 'voided' }, VoidCode> {
  if (payment.payerId !== actorId) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  if (payment.state === 'locked')
    return payment.lockedUntil === null
      ? refused('PREMIUM_LOCKED')
      : refused('PREMIUM_LOCKED', { until: shanghaiTimeText(payment.lockedUntil) });
  const inTime = payment.voidableUntil !== null && today <= payment.voidableUntil;
  return payment.state === 'applied' && inTime ? decided({ state: 'voided' }) : refused('PREMIUM_NOT_VOIDABLE');
}
