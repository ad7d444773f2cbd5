import type { PotBalance } from '../account/shareable';
import type { Decision } from '../decision';
import { addFen, type Fen, ZERO } from '../money';
import type { Pot } from '../policy/rules';
import { decidePremiumQuote, type PremiumPlan, type PremiumQuoteCode, type PremiumQuoteRequest } from './decide-quote';

/**
 * Quotes for several people that one sponsor pays for in one go, in the order given. Each knows what those before it will take from the pots and from
 * the limit for all relatives; one that is refused takes nothing and leaves the others as they are.
 */
export function decidePremiumQuotes(requests: readonly PremiumQuoteRequest[]): readonly Decision<PremiumPlan, PremiumQuoteCode>[] {
  const taken = new Map<Pot, Fen>();
  return requests.map((request) => {
    const decision = decidePremiumQuote(withTaken(request, taken));
    if (decision.ok)
      for (const { pot, amountFen } of decision.value.legs.flatMap((leg) => leg.pots))
        taken.set(pot, addFen(taken.get(pot) ?? ZERO, amountFen));
    return decision;
  });
}

/** As the hold would leave it: the balance stands, the money is frozen. */
function withTaken(request: PremiumQuoteRequest, taken: ReadonlyMap<Pot, Fen>): PremiumQuoteRequest {
  const held = (pot: PotBalance): PotBalance => ({ ...pot, frozenFen: addFen(pot.frozenFen, taken.get(pot.pot) ?? ZERO) });
  return {
    ...request,
    pots: request.pots.map(held),
    sharedSpentFen: addFen(request.sharedSpentFen, ...taken.values()),
  };
}
