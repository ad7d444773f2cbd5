import {
  binding,
  grant,
  NO_HOLIDAYS,
  NOW,
  person,
  policyWith,
  pots,
  relative,
  showCodeGrant,
  TODAY,
} from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { ERRORS, type ErrorCode } from '../errors';
import { fen } from '../money';
import { type ApplyPremiumRequest, decideApply } from './decide-apply';
import { decidePremiumQuote, type PremiumQuoteCode, type PremiumQuoteRequest } from './decide-quote';
import { decideVoid, type VoidRequest } from './decide-void';
import { premiumStatesAfter } from './premium-reasons';
import { OPEN_PREMIUM_STATES, PREMIUM_STATES } from './states';

type Overrides = Partial<PremiumQuoteRequest>;
const DUE = { year: 2027, amountFen: fen(40_000), state: 'due', continuous: true, lapsedYears: 0 } as const;
const quote = (overrides: Overrides = {}): PremiumQuoteRequest => ({
  sponsor: person(),
  person: relative(),
  binding: binding(),
  year: 2027,
  levy: DUE,
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
const withGrant = (overrides: Parameters<typeof grant>[0], rest: Overrides = {}): Overrides => ({
  binding: binding({ grants: [grant(overrides)] }),
  ...rest,
});
const over = (balance: number) => policyWith({ premiumBalanceOverFen: fen(balance) });
const on = (today: string): Overrides => ({ today: plainDate(today) });

/** A total map: a code without a case does not compile. */
const REFUSED: Readonly<Record<PremiumQuoteCode, readonly Overrides[]>> = {
  PREMIUM_PERSON_NOT_BOUND: [
    { binding: null },
    { binding: binding({ state: 'ended' }) },
    { binding: binding({ ownerId: 'relative', relativeId: 'owner' }) },
    { binding: binding({ relativeId: 'stranger' }) },
  ],
  PREMIUM_NOT_DUE: [{ levy: null }],
  PREMIUM_NOT_RESIDENT: [{ levy: null, person: relative({ scheme: 'employee' }) }],
  PREMIUM_ALREADY_PAID: [{ levy: { ...DUE, state: 'paid' } }],
  PREMIUM_ALREADY_APPLIED: [{ levy: { ...DUE, state: 'applied' } }],
  PREMIUM_NOTHING_TO_PAY: [{ levy: { ...DUE, amountFen: fen(0) } }],
  PREMIUM_GROUP_EXCLUDED: [{ person: relative({ groups: ['newborn'] }), personPolicy: policyWith({ premiumExcludedGroups: ['newborn'] }) }],
  PREMIUM_WINDOW_NOT_OPEN: [on('2026-09-30')],
  PREMIUM_WINDOW_CLOSED: [on('2027-01-01')],
  ACCOUNT_NOT_FOUND: [{ sponsor: person({ scheme: 'resident' }) }],
  PREMIUM_SPONSOR_NOT_INSURED: [{ sponsor: person({ insuranceState: 'paused' }) }],
  PREMIUM_GRANT_NOT_USABLE: [
    { binding: binding({ grants: [showCodeGrant()] }) },
    withGrant({ state: 'proposed' }),
    withGrant({ state: 'paused' }),
    withGrant({ uses: ['care', 'drug'] }),
    withGrant({ endsOn: plainDate('2026-11-21') }),
    { person: relative({ regionCode: '370100' }) },
  ],
  PREMIUM_BALANCE_TOO_LOW: [
    { pots: pots(100_000, 99_999), sponsorPolicy: over(200_000) },
    { pots: pots(100_000, 100_000), sponsorPolicy: over(200_000) },
  ],
  PREMIUM_NOT_ENOUGH_BALANCE: [{ pots: pots(0, 39_999) }, { pots: pots(40_000, 39_999, 40_000) }],
  PREMIUM_OVER_CAP: [
    withGrant({ capPerPaymentFen: fen(39_999) }),
    withGrant({ capPerMonthFen: fen(50_000) }, { spentThisMonthFen: fen(10_001) }),
    withGrant({ capPerMonthFen: fen(50_000) }, { spentThisMonthFen: fen(50_000) }),
  ],
  PREMIUM_OVER_SHARED_LIMIT: [
    { sharedLimitFen: fen(39_999) },
    { sharedLimitFen: fen(50_000), sharedSpentFen: fen(10_001) },
    { sharedLimitFen: fen(50_000), sharedSpentFen: fen(50_000) },
  ],
  POLICY_NOT_FOUND: [
    { sponsorPolicy: policyWith({ shareable: undefined }) },
    { personPolicy: policyWith({ premiumClearing: undefined }) },
    { personPolicy: policyWith({ waitingPeriod: undefined }) },
  ],
};
const SPENT = { spentThisMonthFen: fen(30_000) };
const refusals = Object.entries(REFUSED).flatMap(([code, cases]) =>
  cases.map((overrides, index) => [`${code} ${index + 1}`, code, overrides] as const),
);

describe('a premium is not quoted', () => {
  it.each(refusals)('with %s', (_name, code, overrides) => {
    const answer = decidePremiumQuote(quote(overrides));
    expect(answer).toMatchObject({ ok: false, code });
    const facts = Object.keys((!answer.ok && answer.facts) || {});
    const places = Array.from(ERRORS[code as ErrorCode].text.matchAll(/\{(\w+)\}/g), ([, place]) => place);
    expect(facts.sort()).toEqual(places.sort());
  });

  it('says how much is missing, left or allowed', () => {
    expect(decidePremiumQuote(quote({ pots: pots(0, 39_999) }))).toMatchObject({ facts: { short: '¥0.01' } });
    expect(decidePremiumQuote(quote({ sharedLimitFen: fen(50_000), sharedSpentFen: fen(20_000) }))).toMatchObject({
      facts: { left: '¥300.00' },
    });
  });

  it.each<[string, string, Overrides]>([
    ['the cap per payment', '¥300.00', withGrant({ capPerPaymentFen: fen(30_000), capPerMonthFen: fen(50_000) })],
    ['what the month has left', '¥200.00', withGrant({ capPerPaymentFen: fen(30_000), capPerMonthFen: fen(50_000) }, SPENT)],
    ['nothing where the month is used up', '¥0.00', withGrant({ capPerMonthFen: fen(50_000) }, { spentThisMonthFen: fen(50_000) })],
    ['nothing where the cap was lowered below what was taken', '¥0.00', withGrant({ capPerMonthFen: fen(10_000) }, SPENT)],
  ])('says what may still be paid this time: %s', (_name, left, overrides) => {
    expect(decidePremiumQuote(quote(overrides))).toMatchObject({ code: 'PREMIUM_OVER_CAP', facts: { left } });
  });

  it('looks at the month’s cap of the money, not of the code', () => {
    const both = binding({ grants: [showCodeGrant({ capPerMonthFen: fen(1) }), grant({ capPerMonthFen: fen(50_000) })] });
    expect(decidePremiumQuote(quote({ binding: both, spentThisMonthFen: fen(30_000) }))).toMatchObject({ facts: { left: '¥200.00' } });
  });

  it('tells a stranger nothing of the levy', () => {
    expect(decidePremiumQuote(quote({ binding: null, levy: { ...DUE, state: 'paid' } }))).toEqual({
      ok: false,
      code: 'PREMIUM_PERSON_NOT_BOUND',
    });
  });
});

describe('a premium is quoted', () => {
  it.each<[string, Overrides]>([
    ['on the first day of the window', on('2026-10-01')],
    ['on the last day of the window', on('2026-12-31')],
    ['outside the window where the region allows it', { ...on('2027-02-01'), personPolicy: policyWith({ premiumOnlyInWindow: false }) }],
    ['where no window is published', { ...on('2027-02-01'), personPolicy: policyWith({ premiumWindow: undefined }) }],
    ['for a baby outside the window', { ...on('2027-02-01'), person: relative({ groups: ['newborn'] }) }],
    [
      'for a group that is not excluded',
      { person: relative({ groups: ['orphan'] }), personPolicy: policyWith({ premiumExcludedGroups: ['newborn'] }) },
    ],
    ['with one 分 over what the region wants in the account', { pots: pots(100_000, 100_001), sponsorPolicy: over(200_000) }],
    ['with exactly enough', { pots: pots(0, 40_000) }],
    ['at the cap', withGrant({ capPerPaymentFen: fen(40_000) })],
    ['at what is left of the month', withGrant({ capPerMonthFen: fen(50_000) }, { spentThisMonthFen: fen(10_000) })],
    ['at what is left of the shared limit', { sharedLimitFen: fen(50_000), sharedSpentFen: fen(10_000) }],
    [
      'for somebody who has lapsed and is paused',
      { person: relative({ insuranceState: 'paused' }), levy: { ...DUE, continuous: false, lapsedYears: 2 } },
    ],
  ])('%s', (_name, overrides) => {
    expect(decidePremiumQuote(quote({ ...withGrant({ startsOn: plainDate('2026-01-01') }), ...overrides })).ok).toBe(true);
  });

  it('in full from one sponsor, old money first, with all that follows', () => {
    const answer = decidePremiumQuote(quote({ pots: pots(180_000, 10_000) }));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        amountFen: 40_000,
        legs: [
          {
            payerId: 'owner',
            own: false,
            amountFen: 40_000,
            pots: [
              { pot: 'carriedOver', amountFen: 10_000 },
              { pot: 'currentYear', amountFen: 30_000 },
            ],
          },
        ],
        shareableAfterFen: 150_000,
        benefit: { startsOn: '2027-01-01', waitingMonths: 0 },
        clearingWay: 'month-end-working-days',
        clearingEarliestOn: '2026-11-26',
        clearingExpectedOn: '2026-11-30',
        voidableUntil: '2026-11-25',
      },
    });
  });
});

describe('what relatives may use after a premium', () => {
  it.each<[string, Overrides, number]>([
    ['is the balance less the premium', { pots: pots(0, 100_000) }, 60_000],
    ['is what is left of a limit for all relatives', { pots: pots(0, 305_000), sharedLimitFen: fen(100_000) }, 60_000],
    ['counts what was spent of the limit', { pots: pots(0, 305_000), sharedLimitFen: fen(100_000), sharedSpentFen: fen(20_000) }, 40_000],
    ['is the balance under a wider limit', { pots: pots(0, 100_000), sharedLimitFen: fen(900_000) }, 60_000],
  ])('%s', (_name, overrides, afterFen) => {
    expect(decidePremiumQuote(quote(overrides))).toMatchObject({ ok: true, value: { shareableAfterFen: afterFen } });
  });
});

describe('the limits of a binding in a quote', () => {
  it.each<[string, Overrides, number | null, number | null]>([
    ['are none where none are set', {}, null, null],
    [
      'are told, the month’s less what was spent and the premium',
      withGrant({ capPerPaymentFen: fen(50_000), capPerMonthFen: fen(90_000) }, { spentThisMonthFen: fen(30_000) }),
      50_000,
      20_000,
    ],
    ['may be used up by it', withGrant({ capPerMonthFen: fen(40_000) }), null, 0],
  ])('%s', (_name, overrides, capPerPaymentFen, monthLeftAfterFen) => {
    expect(decidePremiumQuote(quote(overrides))).toMatchObject({ ok: true, value: { capPerPaymentFen, monthLeftAfterFen } });
  });

  it.each<[string, Overrides, number | null]>([
    ['is none where none is set', {}, null],
    ['is what was spent and the premium less', { sharedLimitFen: fen(100_000), sharedSpentFen: fen(30_000) }, 30_000],
    ['may be used up', { sharedLimitFen: fen(70_000), sharedSpentFen: fen(30_000) }, 0],
  ])('what is left of the limit for all relatives %s', (_name, overrides, sharedLeftAfterFen) => {
    expect(decidePremiumQuote(quote(overrides))).toMatchObject({ ok: true, value: { sharedLeftAfterFen } });
  });
});

describe('applying', () => {
  const apply = (overrides: Overrides = {}, rest: Partial<ApplyPremiumRequest> = {}): ApplyPremiumRequest => ({
    quote: {
      payerId: 'owner',
      expiresAt: new Date(NOW.getTime() + 1),
      amountFen: fen(40_000),
      benefitStartsOn: plainDate('2027-01-01'),
      clearingWay: 'month-end-working-days',
      voidableUntil: plainDate('2026-11-25'),
    },
    current: quote(overrides),
    now: NOW,
    ...rest,
  });

  it('repeats the quote with what is true now', () => {
    expect(decideApply(apply())).toEqual(decidePremiumQuote(quote()));
  });

  it.each<[string, ApplyPremiumRequest, string]>([
    ['at the moment it expires', { ...apply(), now: new Date(NOW.getTime() + 1) }, 'PREMIUM_QUOTE_EXPIRED'],
    ['when the amount has changed', apply({ levy: { ...DUE, amountFen: fen(40_001) } }), 'PREMIUM_QUOTE_CHANGED'],
    ['when benefits would start later', apply({ levy: { ...DUE, continuous: false, lapsedYears: 1 } }), 'PREMIUM_QUOTE_CHANGED'],
    [
      'when the region clears in another way',
      apply({ personPolicy: policyWith({ premiumClearing: { way: 'at-once' } }) }),
      'PREMIUM_QUOTE_CHANGED',
    ],
    ['when midnight has moved it into another month’s clearing', apply({ today: plainDate('2026-11-26') }), 'PREMIUM_QUOTE_CHANGED'],
    [
      'when somebody else would pay',
      apply({ sponsor: person({ id: 'other' }), binding: binding({ ownerId: 'other' }) }),
      'PREMIUM_QUOTE_CHANGED',
    ],
    ['when it was paid meanwhile', apply({ levy: { ...DUE, state: 'paid' } }), 'PREMIUM_ALREADY_PAID'],
    ['when the money went meanwhile', apply({ pots: pots(0, 100) }), 'PREMIUM_NOT_ENOUGH_BALANCE'],
    ['when the binding ended meanwhile', apply({ binding: binding({ state: 'ended' }) }), 'PREMIUM_PERSON_NOT_BOUND'],
    [
      'when the sponsor’s insurance ended meanwhile',
      apply({ sponsor: person({ insuranceState: 'ended' }) }),
      'PREMIUM_SPONSOR_NOT_INSURED',
    ],
  ])('is refused %s', (_name, request, code) => {
    expect(decideApply(request)).toMatchObject({ ok: false, code });
  });

  it('goes on when only the pots have changed', () => {
    expect(decideApply(apply({ pots: pots(40_000, 0) }))).toMatchObject({
      ok: true,
      value: { legs: [{ pots: [{ pot: 'currentYear' }] }] },
    });
  });
});

describe('voiding', () => {
  const request = (overrides: Partial<VoidRequest['payment']> = {}, actorId = 'owner', today = TODAY): VoidRequest => ({
    payment: { payerId: 'owner', state: 'applied', voidableUntil: TODAY, lockedUntil: null, ...overrides },
    actorId,
    today,
  });

  it('is the payer’s, on the last day promised', () => {
    expect(decideVoid(request())).toEqual({ ok: true, value: { state: 'voided' } });
  });

  it.each<[string, VoidRequest, string]>([
    ['to anybody else', request({}, 'relative'), 'PREMIUM_PAYMENT_NOT_FOUND'],
    ['the day after', request({}, 'owner', plainDate('2026-11-23')), 'PREMIUM_NOT_VOIDABLE'],
    ['where it was never promised', request({ voidableUntil: null }), 'PREMIUM_NOT_VOIDABLE'],
    ['while the tax office has it locked', request({ state: 'locked' }), 'PREMIUM_LOCKED'],
  ])('is refused %s', (_name, each, code) => {
    expect(decideVoid(each)).toEqual({ ok: false, code });
  });

  it('says when a locked payment may be asked about again', () => {
    expect(decideVoid(request({ state: 'locked', lockedUntil: NOW }))).toEqual({
      ok: false,
      code: 'PREMIUM_LOCKED',
      facts: { until: '2026年11月22日 12:00' },
    });
  });

  it.each(PREMIUM_STATES.filter((state) => state !== 'applied' && state !== 'locked'))('is refused in the state %s', (state) => {
    expect(decideVoid(request({ state }))).toEqual({ ok: false, code: 'PREMIUM_NOT_VOIDABLE' });
    expect(premiumStatesAfter(state)).not.toContain('voided');
  });

  it('leaves no state that is both open and finished', () => {
    for (const state of OPEN_PREMIUM_STATES) expect(premiumStatesAfter(state).length).toBeGreaterThan(0);
  });
});
