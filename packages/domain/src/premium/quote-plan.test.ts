import { binding, grant, NO_HOLIDAYS, person, policyWith, pots, relative, TODAY } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { fen } from '../money';
import { decidePremiumQuote, type PremiumQuoteRequest } from './decide-quote';
import { explainPlan } from './explain-plan';

const quote = (overrides: Partial<PremiumQuoteRequest> = {}): PremiumQuoteRequest => ({
  sponsor: person(),
  person: relative(),
  binding: binding(),
  year: 2027,
  levy: { year: 2027, amountFen: fen(40_000), state: 'due', continuous: true, lapsedYears: 0 },
  pots: pots(180_000, 620_000),
  spentThisMonthFen: fen(0),
  sharedLimitFen: null,
  sharedSpentFen: fen(0),
  sponsorPolicy: policyWith(),
  personPolicy: policyWith(),
  today: TODAY,
  calendar: NO_HOLIDAYS,
  ...overrides,
});
function planOf(overrides: Partial<PremiumQuoteRequest>) {
  const answer = decidePremiumQuote(quote(overrides));
  if (!answer.ok) throw new Error(`refused as ${answer.code}`);
  return answer.value;
}
const explained = (overrides: Partial<PremiumQuoteRequest>) => explainPlan(quote(overrides), planOf(overrides));

describe('a quote rests on', () => {
  const sponsorPolicy = policyWith({ requiredLimits: [], premiumBalanceOverFen: fen(1), maxRelatives: 3 });
  const personPolicy = policyWith({
    premiumExcludedGroups: [],
    premiumAmounts: { year: 2027, categories: [] },
    maxRelatives: 4,
    requiredLimits: [],
  });

  it('the rules on the account where the sponsor is insured and the rules on the premium where the person is, and no others', () => {
    const kinds = explained({ sponsorPolicy, personPolicy }).rules.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'shareable',
      'requiredLimits',
      'potOrder',
      'premiumBalanceOverFen',
      'premiumAmounts',
      'premiumWindow',
      'premiumClearing',
      'premiumExcludedGroups',
      'premiumOnlyInWindow',
      'waitingPeriod',
    ]);
  });

  it('no rule of the year that nobody published', () => {
    const kinds = explained({ personPolicy: policyWith({ premiumWindow: undefined }) }).rules.map(({ kind }) => kind);
    expect(kinds).toEqual(['shareable', 'potOrder', 'premiumClearing', 'premiumOnlyInWindow', 'waitingPeriod']);
  });

  it('exactly these rules, named by both regions’ versions', () => {
    expect(planOf({ sponsorPolicy, personPolicy }).policyVersion).toBe(`${sponsorPolicy.version}+${personPolicy.version}`);
    expect(sponsorPolicy.version).not.toBe(personPolicy.version);
  });
});

describe('a quote says what happens', () => {
  it('from the hold to the first day of benefits, and by when it is cleared', () => {
    const { clearingText, whatHappens } = explained({});
    expect(whatHappens.map(({ expectedOn }) => expectedOn)).toEqual([TODAY, '2026-11-25', '2026-11-30', null, '2027-01-01']);
    expect(clearingText).toContain('预计 2026年11月30日；2026年11月25日当天及以前可以作废。');
  });

  it('with the waiting period of the person, by their own region', () => {
    const lapsed = { year: 2027, amountFen: fen(40_000), state: 'due', continuous: false, lapsedYears: 2 } as const;
    const personPolicy = policyWith({ waitingPeriod: { fixedMonths: 1, monthsPerFurtherLapsedYear: 2, exemptGroups: ['orphan'] } });
    expect(planOf({ levy: lapsed, personPolicy }).benefit).toMatchObject({ startsOn: '2027-04-01', waitingMonths: 3 });
    expect(planOf({ levy: lapsed, personPolicy, person: relative({ groups: ['orphan'] }) }).benefit).toMatchObject({ waitingMonths: 0 });
  });

  it('outside the window that benefits wait, where the region takes premiums all the same', () => {
    const today = plainDate('2027-02-01');
    const open = binding({ grants: [grant({ startsOn: plainDate('2026-01-01') })] });
    const personPolicy = policyWith({ premiumOnlyInWindow: false });
    expect(planOf({ today, binding: open, personPolicy }).benefit).toMatchObject({ startsOn: '2027-05-01', waitingMonths: 3 });
    const contradicted = { year: 2027, amountFen: fen(40_000), state: 'due', continuous: true, lapsedYears: 5 } as const;
    expect(planOf({ today, binding: open, personPolicy, levy: contradicted }).benefit).toMatchObject({ waitingMonths: 3 });
  });
});

it.each([
  ['somebody else’s binding', binding({ ownerId: 'stranger' })],
  ['a binding with somebody else', binding({ relativeId: 'stranger' })],
  ['a binding that has ended, whatever its switches say', binding({ state: 'ended' })],
])('%s opens no premium', (_name, theirs) => {
  expect(decidePremiumQuote(quote({ binding: theirs }))).toEqual({ ok: false, code: 'PREMIUM_PERSON_NOT_BOUND' });
});
