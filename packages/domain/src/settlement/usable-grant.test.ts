import {
  binding,
  grant,
  person,
  policyWith,
  pots,
  relative,
  type RuleOverrides,
  showCodeGrant,
  TODAY,
} from '../../../../test/support/domain-builders';
import { addDays, plainDate } from '../dates';
import { fen } from '../money';
import type { CounterUse } from './counter-checks';
import { ownPayer, sponsorPayer } from './payers';
import { SKIP_TEXT, type SkipReason } from './skip-reason';
import type { GrantUse } from './grant-use';
import { capOf, usableGrant } from './usable-grant';

const use = (overrides: Partial<GrantUse> = {}): GrantUse => ({
  binding: binding(),
  sponsor: person(),
  user: relative(),
  use: 'drug',
  on: TODAY,
  spentThisMonthFen: fen(0),
  sharedLimitFen: null,
  sharedSpentFen: fen(0),
  ...overrides,
});
const withGrant = (overrides: Parameters<typeof grant>[0], rest: Partial<GrantUse> = {}) =>
  use({ binding: binding({ grants: [grant(overrides)] }), ...rest });

const LIMITS = { mostPerHour: 2, mostPerDay: 3, mostFenPerDay: fen(500), institutionKinds: ['hospital'] } as const;
const NEVER = { institutionKind: 'hospital', settledLastHour: 0, settledToday: 0, sharedTodayFen: fen(0) } as const;
const atCounter = (counter: Partial<CounterUse>, limits: GrantUse['counterLimits'] = LIMITS) =>
  use({ counter: { ...NEVER, ...counter }, counterLimits: limits });

/** A total map: a reason without a way to get it does not compile. */
const REASONS: Readonly<
  Record<
    Exclude<SkipReason, 'own-balance-empty' | 'own-not-chosen' | 'nothing-shareable' | 'nothing-left-to-pay' | 'over-sponsor-count'>,
    readonly GrantUse[]
  >
> = {
  'not-active': [withGrant({ state: 'proposed' }), use({ binding: binding({ grants: [] }) })],
  paused: [withGrant({ state: 'paused' })],
  ended: [withGrant({ state: 'ended' }), use({ binding: binding({ state: 'ended' }) })],
  ending: [use({ isEnding: true }), withGrant({ startsOn: addDays(TODAY, 1) }, { isEnding: true })],
  'not-started': [withGrant({ startsOn: addDays(TODAY, 1) })],
  'past-end': [withGrant({ endsOn: addDays(TODAY, -1), startsOn: plainDate('2026-01-01') })],
  'use-not-ticked': [use({ use: 'device' })],
  'sponsor-not-insured': (['paused', 'ended', 'none'] as const)
    .map((insuranceState) => use({ sponsor: person({ insuranceState }) }))
    .concat(use({ sponsor: person({ diedOn: TODAY }) })),
  'no-account': [use({ sponsor: person({ scheme: 'resident' }) })],
  'outside-province': [use({ user: relative({ regionCode: '370100' }) })],
  'month-cap-used': [
    withGrant({ capPerMonthFen: fen(500) }, { spentThisMonthFen: fen(500) }),
    withGrant({ capPerMonthFen: fen(500) }, { spentThisMonthFen: fen(501) }),
  ],
  'shared-limit-used': [
    use({ sharedLimitFen: fen(500), sharedSpentFen: fen(500) }),
    use({ sharedLimitFen: fen(500), sharedSpentFen: fen(600) }),
  ],
  'institution-not-allowed': [atCounter({ institutionKind: 'pharmacy' })],
  'settled-too-often': [atCounter({ settledLastHour: 2, settledToday: 2 }), atCounter({ settledToday: 3 })],
  'day-limit-used': [atCounter({ sharedTodayFen: fen(500) }), atCounter({ sharedTodayFen: fen(501) })],
};

describe('a grant', () => {
  it.each(Object.entries(REASONS))('is not usable: %s', (reason, cases) => {
    expect(cases.length).toBeGreaterThan(0);
    for (const each of cases) expect(usableGrant(each)).toEqual({ usable: false, reason });
    expect(SKIP_TEXT[reason as SkipReason]).not.toBe('');
  });

  it.each([
    ['on its first day', withGrant({ startsOn: TODAY })],
    ['on its last day', withGrant({ startsOn: plainDate('2026-01-01'), endsOn: TODAY })],
    ['without an end', withGrant({ endsOn: null })],
    ['for a relative of the same province', use({ user: relative({ regionCode: '441400' }) })],
    ['once more within the hour and the day', atCounter({ settledLastHour: 1, settledToday: 2, sharedTodayFen: fen(499) })],
    ['where nobody says yet where the cost is', atCounter({ institutionKind: null })],
    ['however often where no limit is published', use({ counter: { ...NEVER, settledLastHour: 99, sharedTodayFen: fen(9_999_999) } })],
    ['for what is no cost at a counter', use({ counterLimits: LIMITS, use: 'premium' })],
    ['for a relative whose insurance is paused', use({ user: relative({ insuranceState: 'paused' }) })],
  ])('is usable %s', (_name, request) => {
    expect(usableGrant(request)).toEqual({ usable: true, capFen: null, sharedLeftFen: null });
  });

  it.each<[string, GrantUse, number | null]>([
    ['none without caps', use(), null],
    ['the payment cap', withGrant({ capPerPaymentFen: fen(300) }), 300],
    ['what is left of the month', withGrant({ capPerMonthFen: fen(1000) }, { spentThisMonthFen: fen(999) }), 1],
    ['the smaller of both', withGrant({ capPerPaymentFen: fen(300), capPerMonthFen: fen(1000) }, { spentThisMonthFen: fen(800) }), 200],
    [
      'what the money’s own switch says, not the code’s',
      use({ binding: binding({ grants: [showCodeGrant({ capPerPaymentFen: fen(1) }), grant({ capPerPaymentFen: fen(300) })] }) }),
      300,
    ],
    ['what is left of the shared limit', use({ sharedLimitFen: fen(500), sharedSpentFen: fen(499) }), 1],
    ['the smallest of all', withGrant({ capPerPaymentFen: fen(300) }, { sharedLimitFen: fen(500), sharedSpentFen: fen(400) }), 100],
  ])('caps a payment at %s', (_name, request, cap) => {
    const usable = usableGrant(request);
    expect(usable.usable && capOf(usable)).toBe(cap);
  });
});

describe('a payer', () => {
  const account = { payerId: 'owner', pots: pots(100, 200), policy: policyWith(), sharedLimit: { limitFen: null, spentFen: fen(0) } };

  it('pays for themself from all that is not frozen, if they chose so', () => {
    expect(ownPayer(account, true)).toMatchObject({ own: true, skip: null, capFen: null, pots: [{ amountFen: 200 }, { amountFen: 100 }] });
    expect(ownPayer(account, false)).toMatchObject({ skip: 'own-not-chosen' });
  });

  it('who is a sponsor pays within what the region lets them share and within the caps', () => {
    const policy = policyWith({ shareable: { kind: 'carried-over-only' } });
    const request = withGrant({ capPerPaymentFen: fen(50) });
    expect(sponsorPayer({ ...account, policy }, request)).toMatchObject({
      own: false,
      skip: null,
      capFen: 50,
      pots: [{ pot: 'carriedOver', amountFen: 200 }],
    });
  });

  it.each<[string, RuleOverrides, number | null, number]>([
    ['all of it where nothing is set aside', {}, 200, 300],
    ['what is not in the quota', { shareable: { kind: 'quota' } }, 200, 150],
    ['what is not in the pool', { shareable: { kind: 'pool', floorFen: fen(0), movesPerMonth: 2 } }, 200, 150],
    ['all of it before a quota is set', { shareable: { kind: 'quota' } }, null, 300],
  ])('pays for themself from %s', (_name, rules, limit, expected) => {
    const sharedLimit = { limitFen: limit === null ? null : fen(limit), spentFen: fen(50) };
    const own = ownPayer({ ...account, policy: policyWith(rules), sharedLimit }, true);
    expect(own.pots.reduce((sum, part) => sum + part.amountFen, 0)).toBe(expected);
  });

  it.each([
    [49, 'shared-limit-used', null],
    [50, 'shared-limit-used', null],
    [51, null, 1],
  ])('who is a sponsor stops at the limit for all relatives: %d of it, 50 spent', (limit, skip, capFen) => {
    expect(sponsorPayer({ ...account, sharedLimit: { limitFen: fen(limit), spentFen: fen(50) } }, use())).toMatchObject({ skip, capFen });
  });

  it('who is a sponsor pays no more than what all sponsors together may still pay today', () => {
    const policy = policyWith({ counterLimits: LIMITS });
    const counter = { ...NEVER, sharedTodayFen: fen(450) };
    expect(sponsorPayer({ ...account, policy }, use({ counter }))).toMatchObject({ skip: null, capFen: null, dayLeftFen: 50 });
    expect(sponsorPayer({ ...account, policy }, use())).toMatchObject({ dayLeftFen: null });
    expect(sponsorPayer(account, use({ counter }))).toMatchObject({ dayLeftFen: null });
    expect(ownPayer({ ...account, policy }, true)).toMatchObject({ skip: null, capFen: null });
  });

  it('who is a sponsor is skipped with the cause', () => {
    expect(sponsorPayer(account, use({ use: 'device' }))).toMatchObject({ skip: 'use-not-ticked', capFen: null });
  });

  it('who is a sponsor has nothing to share where no rule says what may be shared', () => {
    expect(sponsorPayer({ ...account, policy: policyWith({ shareable: undefined }) }, use()).pots).toEqual([]);
  });
});
