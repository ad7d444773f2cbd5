import { binding, grant, NO_HOLIDAYS, person, policyWith, pots, relative, terms, TODAY } from '../../../../test/support/domain-builders';
import { fen } from '../money';
import type { PremiumQuoteRequest } from './decide-quote';
import { decidePremiumQuotes } from './decide-quotes';

const YEAR = 2027;
const asked = (id: string, changes: Partial<PremiumQuoteRequest> = {}): PremiumQuoteRequest => ({
  sponsor: person(),
  person: relative({ id }),
  binding: binding({ id: `binding of ${id}`, relativeId: id, grants: [grant(terms())] }),
  year: YEAR,
  levy: { year: YEAR, amountFen: fen(40_000), state: 'due', continuous: true, lapsedYears: 0 },
  pots: pots(0, 100_000),
  spentThisMonthFen: fen(0),
  sharedLimitFen: null,
  sharedSpentFen: fen(0),
  sponsorPolicy: policyWith(),
  personPolicy: policyWith(),
  today: TODAY,
  holidays: NO_HOLIDAYS,
  ...changes,
});
const codes = (requests: readonly PremiumQuoteRequest[]) =>
  decidePremiumQuotes(requests).map((decision) => (decision.ok ? decision.value.shareableAfterFen : decision.code));

describe('several premiums in one go', () => {
  it('see each other’s sums: what is left shrinks from one to the next', () => {
    expect(codes([asked('a'), asked('b')])).toEqual([60_000, 20_000]);
  });

  it('are not all paid from a balance that reaches for two', () => {
    expect(codes([asked('a'), asked('b'), asked('c')])).toEqual([60_000, 20_000, 'PREMIUM_NOT_ENOUGH_BALANCE']);
    const [, , third] = decidePremiumQuotes([asked('a'), asked('b'), asked('c')]);
    expect(third).toMatchObject({ facts: { short: '¥200.00' } });
  });

  it('go on to the next pot when the first is used up by those before', () => {
    const both = { pots: pots(30_000, 60_000) };
    const legs = decidePremiumQuotes([asked('a', both), asked('b', both)]).map((decision) => decision.ok && decision.value.legs[0]?.pots);
    expect(legs).toEqual([
      [{ pot: 'carriedOver', amountFen: 40_000 }],
      [
        { pot: 'carriedOver', amountFen: 20_000 },
        { pot: 'currentYear', amountFen: 20_000 },
      ],
    ]);
  });

  it('share the limit for all relatives', () => {
    const limited = { sharedLimitFen: fen(60_000) };
    expect(codes([asked('a', limited), asked('b', limited)])).toEqual([expect.any(Number), 'PREMIUM_OVER_SHARED_LIMIT']);
  });

  it('leave the limit of one relative to that relative', () => {
    const capped = (id: string) =>
      asked(id, { binding: binding({ relativeId: id, grants: [grant(terms({ capPerMonthFen: fen(40_000) }))] }) });
    expect(codes([capped('a'), capped('b')])).toEqual([60_000, 20_000]);
  });

  it('are refused one by one: one that cannot be paid takes nothing from the next', () => {
    const paid = { levy: { year: YEAR, amountFen: fen(40_000), state: 'paid', continuous: true, lapsedYears: 0 } } as const;
    expect(codes([asked('a', paid), asked('b'), asked('c', { binding: null }), asked('d')])).toEqual([
      'PREMIUM_ALREADY_PAID',
      60_000,
      'PREMIUM_PERSON_NOT_BOUND',
      20_000,
    ]);
  });

  it('are the same as one alone where there is one', () => {
    expect(codes([asked('a')])).toEqual([60_000]);
    expect(codes([])).toEqual([]);
  });
});
