import { type Decision, decided, refused } from '../decision';
import type { Fen } from '../money';
import { decidePremiumQuote, type PremiumPlan, type PremiumQuoteCode, type PremiumQuoteRequest } from './decide-quote';
import type { PlainDate } from '../dates';
import type { ClearingWay } from '../policy/rules';

/** What the person saw and agreed to. */
export interface AgreedQuote {
  readonly payerId: string;
  readonly expiresAt: Date;
  readonly amountFen: Fen;
  readonly benefitStartsOn: PlainDate;
  readonly clearingWay: ClearingWay;
  readonly voidableUntil: PlainDate | null;
}

export interface ApplyPremiumRequest {
  readonly quote: AgreedQuote;
  /** The same question as the quote's, with the facts as of the lock. */
  readonly current: PremiumQuoteRequest;
  readonly now: Date;
}

export type ApplyPremiumCode = PremiumQuoteCode | 'PREMIUM_QUOTE_EXPIRED' | 'PREMIUM_QUOTE_CHANGED';

/** Decides the quote anew under the lock. What was agreed to must still be what would happen; from which pots the money comes may have changed. */
export function decideApply({ quote, current, now }: ApplyPremiumRequest): Decision<PremiumPlan, ApplyPremiumCode> {
  if (now >= quote.expiresAt) return refused('PREMIUM_QUOTE_EXPIRED');
  if (quote.payerId !== current.sponsor.id) return refused('PREMIUM_QUOTE_CHANGED');
  const plan = decidePremiumQuote(current);
  if (!plan.ok) return plan;
  const { amountFen, benefit, clearingWay, voidableUntil } = plan.value;
  const same =
    amountFen === quote.amountFen &&
    benefit.startsOn === quote.benefitStartsOn &&
    clearingWay === quote.clearingWay &&
    voidableUntil === quote.voidableUntil;
  return same ? decided(plan.value) : refused('PREMIUM_QUOTE_CHANGED');
}
