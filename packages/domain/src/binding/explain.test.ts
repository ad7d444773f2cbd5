import fc from 'fast-check';
import {
  binding,
  bindingRequest,
  existing,
  grant,
  person,
  policyWith,
  pots,
  proposedGrant,
  relative,
  type RuleOverrides,
  showCodeGrant,
  TODAY,
} from '../../../../test/support/domain-builders';
import { addDays, plainDate } from '../dates';
import type { CheckResult, Explanation } from '../explain';
import { decideShow } from '../insurance-code/decide-show';
import { type Fen, fen, fenText } from '../money';
import type { PersonFacts } from '../person/person';
import { premiumYearOn } from '../premium/check-levy';
import { decidePremiumQuote } from '../premium/decide-quote';
import { WEEKENDS_ONLY } from '../premium/working-calendar';
import { INSTITUTION_KINDS } from '../policy/counter-limits-rule';
import { LIMIT_KINDS, type RegionPolicy, SHARE_FUNDS_CONSENTS } from '../policy/rules';
import { deduct } from '../settlement/deduct';
import { sponsorPayer } from '../settlement/payers';
import { usableGrant } from '../settlement/usable-grant';
import { explainUse } from '../settlement/use-checks';
import type { BindingRequest } from './binding-request';
import { decideBinding, explainBinding } from './decide-binding';
import { decideUnbind } from './decide-unbind';
import { explainPair, type PairRequest } from './explain-pair';
import { FUND_USES, type FundUse, GRANT_KINDS, type Grant } from './grant';
import { REFUSED_RELATIONS, RELATIONS } from './relation';
import { GRANT_STATES, isLive } from './states';

const mostly = <T, R>(well: T, rest: fc.Arbitrary<R>): fc.Arbitrary<T | R> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(well) }, { weight: 1, arbitrary: rest });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => mostly(undefined, arbitrary);
const small = fc.integer({ min: 0, max: 3 });
const amount = fc.integer({ min: 0, max: 2_000 }).map(fen);
/** A cap of nothing is refused where it is set. */
const cap = fc.integer({ min: 1, max: 2_000 }).map(fen);
const rules: fc.Arbitrary<RuleOverrides> = fc.record({
  relations: mostly([...RELATIONS], fc.constantFrom(['spouse', 'parent'] as const, undefined)),
  maxRelatives: maybe(small),
  maxRelativesEver: maybe(small),
  relationCaps: maybe(fc.record({ parent: small, spouse: small })),
  maxSponsorsPerUser: maybe(small),
  rolesExclusive: maybe(fc.boolean()),
  maxShown: maybe(small),
  maxShowers: maybe(small),
  maxBindingsPerMonth: maybe(small),
  showCodeConsentFromAge: maybe(fc.constant(16)),
  shareFundsConsent: maybe(fc.constantFrom(...SHARE_FUNDS_CONSENTS)),
  grantEndDate: maybe(fc.constantFrom('optional' as const, 'required' as const)),
  shareScope: mostly('province' as const, fc.constant(undefined)),
  uses: mostly([...FUND_USES], maybe(fc.subarray([...FUND_USES]))),
  requiredLimits: maybe(fc.subarray([...LIMIT_KINDS])),
  counterLimits: maybe(
    fc.record({
      mostPerHour: small.map((most) => most + 1),
      mostPerDay: small.map((most) => most + 1),
      mostFenPerDay: cap,
      institutionKinds: fc.constantFrom(['hospital'] as const, [...INSTITUTION_KINDS]),
    }),
  ),
  premiumClearing: mostly({ way: 'tax-batch' } as const, fc.constant(undefined)),
  waitingPeriod: fc.constant({ fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: [] }),
  premiumBalanceOverFen: maybe(amount.filter((fen) => fen > 0)),
  deductionOrder: maybe(fc.constantFrom('as-bound' as const, 'set-at-binding' as const, 'single-sponsor' as const)),
  shareable: mostly(
    { kind: 'all' } as const,
    fc.oneof(
      fc.constant(undefined),
      fc.constantFrom({ kind: 'all' } as const, { kind: 'carried-over-only' } as const, { kind: 'quota' } as const),
      fc.record({ kind: fc.constant('above-floor' as const), floorFen: amount }),
      fc.record({ kind: fc.constant('pool' as const), floorFen: amount, movesPerMonth: small }),
    ),
  ),
});
const POLICIES: readonly RegionPolicy[] = [policyWith(), ...fc.sample(rules, 150).map((each) => policyWith(each))];
const policy = fc.constantFrom(...POLICIES);
const insuranceState = mostly<PersonFacts['insuranceState'], PersonFacts['insuranceState']>(
  'normal',
  fc.constantFrom('paused', 'ended', 'none'),
);
const somebody = (build: (overrides: Partial<PersonFacts>) => PersonFacts, overrides: Partial<PersonFacts>): fc.Arbitrary<PersonFacts> =>
  fc
    .record({
      insuranceState,
      scheme: mostly('employee' as const, fc.constant('resident' as const)),
      regionCode: mostly('440300', fc.constantFrom('441400', '370100')),
      diedOn: mostly(null, fc.constant(TODAY)),
    })
    .map((facts) => build({ ...facts, ...overrides }));
const owner = somebody(person, {});
const other = mostly('1958-03-08', fc.constantFrom('1985-05-12', '2015-01-01')).chain((birth) =>
  somebody(relative, { birthDate: plainDate(birth) }),
);
const days = mostly(0, fc.integer({ min: -1, max: 2 })).map((count) => addDays(TODAY, count));
const lastDays = mostly(null, fc.integer({ min: -1, max: 2 })).map((count) => (count === null ? null : addDays(TODAY, count)));
const terms = fc.record({
  uses: mostly<readonly FundUse[], readonly FundUse[]>(['premium', 'care'], fc.subarray([...FUND_USES])),
  capPerPaymentFen: mostly(null, cap),
  capPerMonthFen: mostly(null, cap),
  startsOn: days,
  endsOn: lastDays,
  place: fc.option(fc.constant(1)),
});
const ids = mostly([], fc.subarray(['a', 'b', 'c', 'relative', 'owner']));
const standing = fc.record({
  ofOwner: mostly(
    [],
    fc.array(
      fc.record({
        relativeId: fc.constantFrom('a', 'b', 'c', 'd', 'relative'),
        relation: fc.constantFrom('parent' as const, 'spouse' as const, 'child' as const),
        grants: fc.subarray([...GRANT_KINDS]),
      }),
      { maxLength: 3 },
    ),
  ),
  everUsers: ids,
  reverseRelation: mostly(null, fc.constant('spouse' as const)),
  sponsorsOfRelative: ids,
  showersOfRelative: ids,
  ownerIsUser: mostly(false, fc.constant(true)),
  relativeIsSponsor: mostly(false, fc.constant(true)),
  startedThisMonth: small,
  sharedLimitFen: mostly(null, amount),
  sharedSpentFen: amount,
});
const state = mostly('active' as const, fc.constantFrom(...GRANT_STATES));
const grants: fc.Arbitrary<readonly Grant[]> = fc
  .tuple(fc.option(fc.tuple(state, terms)), fc.option(fc.tuple(state, terms)))
  .map(([funds, code]) => [
    ...(funds === null ? [] : [grant({ ...funds[1], state: funds[0] })]),
    ...(code === null ? [] : [showCodeGrant({ startsOn: code[1].startsOn, endsOn: code[1].endsOn, state: code[0] })]),
  ]);
const pair = grants.map((each) => binding({ grants: each }));

const ASKED: BindingRequest = { ...bindingRequest(), guardianStatement: true };
const wish: fc.Arbitrary<BindingRequest> = fc
  .record({
    owner,
    relative: other,
    claimedRelation: mostly('parent' as const, fc.constantFrom(...RELATIONS, ...REFUSED_RELATIONS)),
    showCode: fc.option(fc.record({ endsOn: lastDays })),
    shareFunds: fc.option(terms, { freq: 3 }),
    sharedLimitFen: mostly(null, amount),
    binding: mostly(null, pair),
    existing: standing.map((each) => existing(each)),
    availableFen: amount,
    movesThisMonth: small,
    ownerPolicy: policy,
    relativePolicy: policy,
  })
  .map((each) => ({ ...ASKED, ...each }));

const counter = fc.record({
  institutionKind: mostly(null, fc.constantFrom(...INSTITUTION_KINDS)),
  settledLastHour: mostly(0, small),
  settledToday: mostly(0, small),
  sharedTodayFen: mostly(fen(0), amount),
});

const asking: fc.Arbitrary<PairRequest> = fc.record({
  binding: pair,
  isEnding: mostly(false, fc.constant(true)),
  owner,
  relative: other,
  ownerPolicy: policy,
  relativePolicy: policy,
  ownerPots: fc.tuple(amount, amount, amount).map(([current, old, frozen]) => pots(current + frozen, old, frozen)),
  spentThisMonthFen: amount,
  sharedLimitFen: mostly(null, amount),
  sharedSpentFen: amount,
  counter,
  readerIsOwner: fc.boolean(),
  today: days,
});

const noes = (checks: readonly CheckResult[]): readonly CheckResult[] => checks.filter(({ result }) => result === 'no');

/** Plain comparisons: an expectation for each of a million lines would take minutes. */
function insist(holds: boolean, told: unknown): void {
  if (!holds) throw new Error(`not so: ${JSON.stringify(told)}`);
}

/** What any explanation owes its reader. */
function insistToldInFull(explanations: readonly Explanation[]): void {
  for (const { question, usable, checks } of explanations) {
    insist(usable === (noes(checks).length === 0), checks);
    for (const check of checks) {
      const { result, code, nextStep, rule, text, title } = check;
      insist(!/[—{}]|undefined|null|NaN/.test(`${question} ${title} ${text} ${nextStep ?? ''}`), check);
      insist(/[\u4e00-\u9fff].*。$/.test(text), check);
      insist((code !== null) === (result === 'no') && (nextStep !== null) === (result === 'no'), check);
      insist(result !== 'unknown' || (rule === null && text.startsWith('未查到公开规定。')), check);
    }
  }
}

/** The smallest premium there can be, due this year to a person of the residents' scheme. */
const quoteOfOneFen = (request: PairRequest) =>
  decidePremiumQuote({
    ...request,
    sponsor: request.owner,
    person: request.relative,
    year: premiumYearOn(request.today),
    levy:
      request.relative.scheme === 'resident'
        ? { year: premiumYearOn(request.today), amountFen: fen(1), state: 'due', continuous: true, lapsedYears: 0 }
        : null,
    pots: request.ownerPots,
    sponsorPolicy: request.ownerPolicy,
    personPolicy: request.relativePolicy,
    calendar: WEEKENDS_ONLY,
  });

describe('what decides also explains', () => {
  it('a binding is refused exactly where its explanation has a no, and by one of them', () => {
    const seen = new Set<string>();
    let allowed = 0;
    const compare = (request: BindingRequest): void => {
      const explanations = explainBinding(request);
      const codes = noes(explanations.flatMap(({ checks }) => checks)).map(({ code }) => code);
      const decision = decideBinding(request);
      insist(decision.ok ? codes.length === 0 : codes.includes(decision.code), { decision, codes });
      for (const code of codes) seen.add(code ?? '');
      if (decision.ok) allowed += 1;
      insistToldInFull(explanations);
    };
    fc.assert(fc.property(wish, compare), { numRuns: 3_000 });
    expect(allowed).toBeGreaterThan(100);
    expect(seen.size).toBeGreaterThan(25);
  });

  it('a sponsor’s account pays exactly where the explanation has no no', () => {
    let usable = 0;
    const compare = (request: PairRequest): void => {
      const explanations = explainPair(request);
      insistToldInFull(explanations);
      for (const use of FUND_USES) {
        const told = explanations.find(({ about }) => about === use);
        const atCounter = ['care', 'drug', 'device'].includes(use) ? request.counter : undefined;
        const counterLimits = request.ownerPolicy.rule('counterLimits')?.value;
        const { owner: sponsor, relative: user, today: on } = request;
        const asked = { ...request, sponsor, user, use, on, counter: atCounter, counterLimits };
        insist(
          usableGrant(asked).usable === (noes(explainUse(asked, { policy: request.ownerPolicy, readerIsOwner: true })).length === 0),
          asked,
        );
        const sharedLimit = { limitFen: request.sharedLimitFen, spentFen: request.sharedSpentFen };
        const payer = sponsorPayer({ payerId: 'owner', pots: request.ownerPots, policy: request.ownerPolicy, sharedLimit }, asked);
        const paid = use === 'premium' ? quoteOfOneFen(request).ok : deduct(fen(1), [payer]).coveredFen === 1;
        insist(told?.usable === paid, told);
        if (told?.usable) usable += 1;
      }
    };
    fc.assert(fc.property(asking, compare), { numRuns: 1_500 });
    expect(usable).toBeGreaterThan(100);
  });

  it('a code is shown exactly where the explanation has no no', () => {
    let shown = 0;
    const compare = (request: PairRequest): void => {
      const told = explainPair(request).find(({ about }) => about === 'show-code');
      const decision = decideShow({ showerId: 'owner', person: request.relative, binding: request.binding, today: request.today });
      const codes = noes(told?.checks ?? []).map(({ code }) => code);
      insist(told?.usable === decision.ok && (decision.ok || codes.includes(decision.code)), told);
      if (decision.ok) shown += 1;
    };
    fc.assert(fc.property(asking, compare), { numRuns: 1_500 });
    expect(shown).toBeGreaterThan(100);
  });
});

describe('the rule behind a refusal', () => {
  it.each<[string, RuleOverrides, Partial<BindingRequest>, string]>([
    ['BINDING_END_DATE_REQUIRED', { grantEndDate: 'required' }, {}, 'grantEndDate'],
    ['BINDING_PLACE_REQUIRED', { deductionOrder: 'set-at-binding' }, {}, 'deductionOrder'],
    ['BINDING_CAP_REQUIRED', { requiredLimits: ['per-month'] }, {}, 'requiredLimits'],
    ['BINDING_LIMIT_REQUIRED', { requiredLimits: ['shared'] }, {}, 'requiredLimits'],
    ['BINDING_LIMIT_REQUIRED', { shareable: { kind: 'quota' } }, {}, 'shareable'],
    ['LIMIT_OVER_BALANCE', { shareable: { kind: 'quota' } }, { sharedLimitFen: fen(2), availableFen: fen(1) }, 'shareable'],
    ['BINDING_TOO_MANY_RELATIVES', { maxRelatives: 0 }, {}, 'maxRelatives'],
    ['BINDING_TOO_MANY_EVER', { maxRelativesEver: 0 }, {}, 'maxRelativesEver'],
    ['BINDING_USE_NOT_ALLOWED', { uses: ['premium'] }, {}, 'uses'],
  ])('%s is %p', (code, overrides, request, kind) => {
    const checks = explainBinding(bindingRequest({ ownerPolicy: policyWith(overrides), ...request })).flatMap((each) => each.checks);
    expect(checks.filter((check) => check.code === code).map(({ rule }) => rule?.kind)).toEqual([kind]);
  });
});

describe('a pair reads', () => {
  const request: PairRequest = {
    binding: binding(),
    isEnding: false,
    owner: person(),
    relative: relative(),
    ownerPolicy: policyWith(),
    relativePolicy: policyWith({ deductionOrder: 'set-by-user' }),
    ownerPots: pots(71_311, 0, 71_311),
    spentThisMonthFen: fen(0),
    sharedLimitFen: null,
    sharedSpentFen: fen(0),
    counter: { institutionKind: null, settledLastHour: 0, settledToday: 0, sharedTodayFen: fen(0) },
    readerIsOwner: true,
    today: TODAY,
  };
  const textOf = (change: Partial<PairRequest>) => JSON.stringify(explainPair({ ...request, ...change }));
  const about = (topic: string, change: Partial<PairRequest> = {}) =>
    explainPair({ ...request, ...change }).find((each) => each.about === topic);

  it('amounts only of its own account', () => {
    const frozen: Fen = fen(71_311);
    for (const ownerPots of [pots(71_311, 0, 71_311), pots(71_311, 5, 0)]) {
      expect(textOf({ ownerPots })).toContain(fenText(frozen).slice(0, 6));
      expect(textOf({ ownerPots, readerIsOwner: false })).not.toContain('¥');
    }
  });

  it('in which order sponsors pay, by the rule of the person whose cost it is', () => {
    expect(about('care')?.checks.find(({ title }) => title === '先后顺序')?.rule?.value).toBe('set-by-user');
  });

  it('that nobody can tick what the region does not list', () => {
    const uses = (topic: string) => about(topic)?.checks.find(({ title }) => title === '勾选的用途');
    expect(uses('device')).toMatchObject({ code: 'use-not-ticked', nextStep: expect.stringContaining('勾选') });
    expect(uses('ltc-premium')).toMatchObject({ code: 'BINDING_USE_NOT_ALLOWED', text: expect.stringContaining('长护险保费') });
  });

  it.each([
    ['proposed', '还没有得到亲属本人同意。'],
    ['paused', '“出示TA的医保码”已暂停。'],
    ['ended', '“出示TA的医保码”没有打开，或已经关闭。'],
  ] as const)('why a code that is %s cannot be shown', (each, text) => {
    const told = about('show-code', { binding: binding({ grants: [showCodeGrant({ state: each })] }) });
    expect(noes(told?.checks ?? []).map((check) => check.text)).toEqual([text]);
  });

  it('what each of them can do about it, never of themself as of a third person', () => {
    const invited = binding({ grants: [proposedGrant(), proposedGrant({ kind: 'show-code' })] });
    for (const pair of [request, { ...request, binding: invited }]) {
      for (const readerIsOwner of [true, false]) {
        const said = explainPair({ ...pair, readerIsOwner }).flatMap(({ checks }) => checks.map(({ nextStep }) => nextStep ?? ''));
        const themself = readerIsOwner ? /请(共济人|使用人)/ : /请(共济人|使用人|亲属)/;
        expect(said.filter((step) => themself.test(step))).toEqual([]);
      }
    }
  });

  it('of dates and caps only where a switch is open', () => {
    const titles = (change: Partial<PairRequest>) => about('care', change)?.checks.map(({ title }) => title);
    expect(titles({})).toEqual(expect.arrayContaining(['起止日期', '勾选的用途', '每月限额']));
    expect(titles({ binding: binding({ grants: [showCodeGrant()] }) })).not.toEqual(expect.arrayContaining(['起止日期']));
  });
});

const STAYS = { active: /仍可以/, paused: /仍是暂停/, proposed: /仍在等TA确认/, ended: /已经结束/ } as const;
const ALSO_ENDS = '没有其他开关开着，绑定也随之结束。';

it('an end says one sentence for each switch that ends and each that stays, as the step does', () => {
  const ownerPolicy = policyWith();
  let compared = 0;
  const side = fc.constantFrom('owner', 'relative');
  const compare = (each: ReturnType<typeof binding>, actorId: string, kind: 'show-code' | 'share-funds' | null): void => {
    const plan = decideUnbind({ binding: each, actorId, kind, openPaymentCount: 0, ownerPolicy, today: TODAY });
    if (!plan.ok) return;
    const ends = plan.value.grants.map((step) => step.kind);
    const stays = each.grants.filter((one) => isLive(one.state) && !ends.includes(one.kind));
    const said = plan.value.effects.filter((one) => one !== ALSO_ENDS);
    const [gone, kept] = [said.slice(0, ends.length), said.slice(ends.length, -2)];
    const names = (topic: string) => (topic === 'show-code' ? /医保码/ : /个人账户/);
    const stopped = (topic: string) => (topic === 'show-code' ? /不能再出示.*医保码/ : /个人账户不再支付/);
    ends.forEach((topic, index) => insist(stopped(topic).test(gone[index] ?? ''), plan.value));
    insist(kept.length === stays.length, plan.value);
    stays.forEach((one, index) => {
      const sentence = kept[index] ?? '';
      insist(names(one.kind).test(sentence) && STAYS[one.state].test(sentence), plan.value);
    });
    const last = plan.value.effects.slice(-2).join('');
    insist(/已经完成.*不受影响。.*仍可以查看以前的记录/.test(last), plan.value);
    // What ended as a whole is bound anew; a switch of what stands is opened again, by the owner.
    const again = plan.value.state === 'ended' ? /可以重新绑定。$/ : actorId === 'owner' ? /可以重新打开。$/ : /可以请TA重新打开。$/;
    insist(again.test(last), plan.value);
    insist(plan.value.effects.includes(ALSO_ENDS) === (plan.value.state === 'ended' && kind !== null), plan.value);
    compared += 1;
  };
  fc.assert(fc.property(pair, side, fc.option(fc.constantFrom(...GRANT_KINDS)), compare), { numRuns: 2_000 });
  expect(compared).toBeGreaterThan(1_000);
});
