import { binding, grant, person, policyWith, relative, type RuleOverrides, TODAY } from '../../../../test/support/domain-builders';
import { addDays, plainDate } from '../dates';
import { fen } from '../money';
import type { GrantUse } from './grant-use';
import { SKIP_NEXT_STEP, SKIP_TEXT, skipNextStep, type SkipReason } from './skip-reason';
import { explainUse, USE_CHECKS } from './use-checks';

const use = (terms: Parameters<typeof grant>[0] = {}, overrides: Partial<GrantUse> = {}): GrantUse => ({
  binding: binding({ grants: [grant({ startsOn: plainDate('2026-01-01'), ...terms })] }),
  sponsor: person(),
  user: relative(),
  use: 'drug',
  on: TODAY,
  spentThisMonthFen: fen(0),
  sharedLimitFen: null,
  sharedSpentFen: fen(0),
  ...overrides,
});
const explained = (request: GrantUse, rules: RuleOverrides = {}, readerIsOwner = true) =>
  explainUse(request, { policy: policyWith({ requiredLimits: ['shared'], ...rules }), readerIsOwner });
const [SWITCH, DATES, TICKED, ACCOUNT, PLACE, MONTH, SHARED] = USE_CHECKS.map(({ title }) => title);

describe('an explanation of a use', () => {
  it('tells each thing that was looked at, in order, with the rule behind it', () => {
    const told = explained(use());
    expect(told.map(({ title, result, code, nextStep }) => [title, result, code, nextStep])).toEqual(
      [SWITCH, DATES, TICKED, ACCOUNT, PLACE, MONTH, SHARED].map((title) => [title, 'ok', null, null]),
    );
    expect(told.map(({ rule }) => rule?.kind ?? null)).toEqual([null, null, 'uses', null, 'shareScope', null, 'requiredLimits']);
  });

  it('names no rule where the region has none', () => {
    expect(explained(use(), { uses: undefined, shareScope: undefined, requiredLimits: undefined }).map(({ rule }) => rule)).toEqual(
      [SWITCH, DATES, TICKED, ACCOUNT, PLACE, MONTH, SHARED].map(() => null),
    );
  });

  it.each<[string, GrantUse, boolean, string | undefined, RegExp]>([
    ['who opened the switch, to the sponsor', use(), true, SWITCH, /用我的个人账户帮TA付/],
    ['who opened the switch, to the relative', use(), false, SWITCH, /由TA的个人账户帮我付/],
    ['the last day', use({ endsOn: plainDate('2027-01-31') }), true, DATES, /2027年1月31日/],
    ['that there is no last day', use(), true, DATES, /长期有效/],
    ['that the use is ticked', use(), true, TICKED, /^这项用途已勾选。$/],
    ['that both are insured in one province', use(), true, PLACE, /^双方在同一个省参保。$/],
    ['that the sponsor’s insurance is in order, to the sponsor', use(), true, ACCOUNT, /^您的职工医保参保正常。$/],
    ['that the sponsor’s insurance is in order, to the relative', use(), false, ACCOUNT, /^TA的职工医保参保正常。$/],
    ['that there is no limit for a month', use(), true, MONTH, /不设每月限额/],
    ['that the month’s limit is not used up', use({ capPerMonthFen: fen(1) }), true, MONTH, /还没有用完/],
    ['that there is no limit for all relatives', use(), true, SHARED, /不设共用限额/],
    ['that the limit for all relatives is not used up', use({}, { sharedLimitFen: fen(1) }), true, SHARED, /还没有用完/],
  ])('says %s', (_name, request, readerIsOwner, title, text) => {
    expect(explained(request, {}, readerIsOwner).find((check) => check.title === title)?.text).toMatch(text);
  });

  it.each<[string, GrantUse, readonly string[]]>([
    ['the switch is closed', use({ state: 'ended' }), ['ended']],
    ['nothing was ever opened', use({}, { binding: binding({ grants: [] }) }), ['not-active']],
    ['the binding has ended', use({}, { binding: binding({ state: 'ended' }) }), ['ended']],
  ])('asks nothing of terms where %s', (_name, request, codes) => {
    const told = explained(request);
    expect(told.map(({ title }) => title)).toEqual([SWITCH, ACCOUNT, PLACE, SHARED]);
    expect(told.flatMap(({ code }) => code ?? [])).toEqual(codes);
  });

  it('tells what is limited at the counter only of a cost there, with the rule and what can be done', () => {
    const value = { mostPerHour: 2, mostPerDay: 3, mostFenPerDay: fen(500), institutionKinds: ['hospital'] } as const;
    const counter = { institutionKind: 'hospital', settledLastHour: 0, settledToday: 0, sharedTodayFen: fen(0) } as const;
    const asked = use({}, { counter, counterLimits: value });
    const told = explained(asked, { counterLimits: value }).slice(7);
    expect(told.map(({ title, result, text, rule }) => [title, result, text, rule?.kind])).toEqual([
      ['可以用的机构', 'ok', '看病买药的定点机构里可以用。', 'counterLimits'],
      ['结算次数', 'ok', '1 小时内和今天的次数还没有到上限。', 'counterLimits'],
      ['当天的金额', 'ok', '今天的金额还没有用完。', 'counterLimits'],
    ]);
    for (const half of [{ counter }, { counterLimits: value }]) expect(explained(use({}, half), { counterLimits: value })).toHaveLength(7);
    const used = { ...counter, institutionKind: 'pharmacy', settledLastHour: 2, sharedTodayFen: fen(500) } as const;
    const reasons = ['institution-not-allowed', 'settled-too-often', 'day-limit-used'] as const;
    expect(
      explained({ ...asked, counter: used })
        .slice(7)
        .map(({ code, nextStep }) => [code, nextStep]),
    ).toEqual(reasons.map((reason) => [reason, SKIP_NEXT_STEP[reason].owner]));
  });

  it('tells all that stands in the way, not only the first', () => {
    const closed = use(
      { state: 'paused', startsOn: addDays(TODAY, 1), uses: ['care'], capPerMonthFen: fen(1) },
      {
        sponsor: person({ insuranceState: 'ended' }),
        user: relative({ regionCode: '370100' }),
        spentThisMonthFen: fen(1),
        sharedLimitFen: fen(1),
        sharedSpentFen: fen(1),
      },
    );
    const reasons: readonly SkipReason[] = [
      'paused',
      'not-started',
      'use-not-ticked',
      'sponsor-not-insured',
      'outside-province',
      'month-cap-used',
      'shared-limit-used',
    ];
    for (const [readerIsOwner, side] of [
      [true, 'owner'],
      [false, 'relative'],
    ] as const)
      expect(explained(closed, {}, readerIsOwner).map(({ result, code, text, nextStep }) => [result, code, text, nextStep])).toEqual(
        reasons.map((reason) => ['no', reason, `${SKIP_TEXT[reason]}。`, SKIP_NEXT_STEP[reason][side]]),
      );
  });
});

describe('a use that is not ticked', () => {
  const told = (rules: RuleOverrides) => explained(use({ uses: ['care'] }), rules).find(({ title }) => title === TICKED);

  it('may be ticked where the region lists it', () => {
    expect(told({ uses: ['care', 'drug'] })).toMatchObject({ code: 'use-not-ticked', nextStep: SKIP_NEXT_STEP['use-not-ticked'].owner });
  });

  it.each<[string, RuleOverrides]>([
    ['the region does not list it', { uses: ['care'] }],
    ['nobody published what may be paid', { uses: undefined }],
  ])('cannot be ticked where %s', (_name, rules) => {
    expect(told(rules)).toMatchObject({
      result: 'no',
      code: 'BINDING_USE_NOT_ALLOWED',
      text: '地区440000的规则没有把“买药”列入共济用途。',
      nextStep: expect.stringContaining('请用其他方式付'),
    });
  });

  it('is not told of what else stands in the way', () => {
    expect(explained(use({ state: 'paused', uses: ['drug'] }), { uses: ['care'] }).flatMap(({ code }) => code ?? [])).toEqual(['paused']);
  });
});

it.each(Object.keys(SKIP_TEXT) as SkipReason[])('the reason %s says to both sides what can be done', (reason) => {
  for (const readerIsOwner of [true, false]) expect(skipNextStep(reason, readerIsOwner)).toMatch(/^[^a-z]*\p{Script=Han}{3}[^a-z]*。$/u);
});
