import { policyWith, type RuleOverrides } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { lookAt } from '../explain';
import { fen } from '../money';
import type { PersonGroup } from '../person/person';
import { type LevyRequest, PREMIUM_PLACE_CHECKS, premiumYearOn, refuseLevy } from './check-levy';

const LEVY = { year: 2027, amountFen: fen(40_000), state: 'due', continuous: true, lapsedYears: 0 } as const;
const levy = (rules: RuleOverrides = {}, overrides: Partial<LevyRequest> = {}): LevyRequest => ({
  levy: LEVY,
  year: 2027,
  scheme: 'resident',
  groups: [],
  policy: policyWith(rules),
  today: plainDate('2026-11-22'),
  ...overrides,
});
const day = (date: string): Partial<LevyRequest> => ({ today: plainDate(date) });
const window = (opensOn: string | null, closesOn: string | null): RuleOverrides => ({
  premiumWindow: {
    year: 2027,
    opensOn: opensOn === null ? null : plainDate(opensOn),
    closesOn: closesOn === null ? null : plainDate(closesOn),
  },
});
const EXCLUDED: RuleOverrides = { premiumExcludedGroups: ['orphan', 'low-income'] };
const REGION = '地区440000';

describe('a levy', () => {
  it.each<[string, LevyRequest]>([
    ['in the window', levy()],
    ['on the day the window opens', levy({}, day('2026-10-01'))],
    ['on the day the window closes', levy({}, day('2026-12-31'))],
    ['whatever the day, where no opening is published and it has not closed', levy(window(null, '2026-12-31'), day('2026-01-01'))],
    ['whatever the day, where no closing is published and it has opened', levy(window('2026-10-01', null), day('2027-06-01'))],
    ['whatever the day, where no window is published', levy({ premiumWindow: undefined }, day('2027-06-01'))],
    ['whatever the day, where the region does not insist', levy({ premiumOnlyInWindow: false }, day('2027-06-01'))],
    ['whatever the day, where nobody published whether it insists', levy({ premiumOnlyInWindow: undefined }, day('2027-06-01'))],
    ['of a baby whatever the day', levy({}, { ...day('2027-06-01'), groups: ['low-income', 'newborn'] })],
    ['of somebody in none of the groups excluded', levy(EXCLUDED, { groups: ['newborn'] })],
    ['of somebody in a group, where none is excluded', levy({}, { groups: ['orphan'] })],
    ['of one 分', levy({}, { levy: { ...LEVY, amountFen: fen(1) } })],
    ['that the tax office has, whatever scheme we know the person by', levy({}, { scheme: 'employee' })],
  ])('can be paid %s', (_name, request) => {
    expect(refuseLevy(request)).toBeUndefined();
  });

  it.each<[string, LevyRequest, string, object | undefined]>([
    ['that the tax office does not know of', levy({}, { levy: null }), 'PREMIUM_NOT_DUE', undefined],
    ['of somebody insured as an employee', levy({}, { levy: null, scheme: 'employee' }), 'PREMIUM_NOT_RESIDENT', undefined],
    ['that is paid', levy({}, { levy: { ...LEVY, state: 'paid' } }), 'PREMIUM_ALREADY_PAID', { year: 2027 }],
    ['that is applied for', levy({}, { levy: { ...LEVY, state: 'applied' } }), 'PREMIUM_ALREADY_APPLIED', { year: 2027 }],
    ['of nothing', levy({}, { levy: { ...LEVY, amountFen: fen(0) } }), 'PREMIUM_NOTHING_TO_PAY', { year: 2027 }],
    ['of less than nothing', levy({}, { levy: { ...LEVY, amountFen: fen(-1) } }), 'PREMIUM_NOTHING_TO_PAY', { year: 2027 }],
    ['where nobody published how it is cleared', levy({ premiumClearing: undefined }), 'POLICY_NOT_FOUND', undefined],
    ['where nobody published the waiting period', levy({ waitingPeriod: undefined }), 'POLICY_NOT_FOUND', undefined],
    ['of a group excluded', levy(EXCLUDED, { groups: ['newborn', 'orphan'] }), 'PREMIUM_GROUP_EXCLUDED', { region: REGION, group: '孤儿' }],
    [
      'the day before the window opens',
      levy({}, day('2026-09-30')),
      'PREMIUM_WINDOW_NOT_OPEN',
      { region: REGION, year: 2027, start: '2026年10月1日' },
    ],
    [
      'the day after the window closes',
      levy({}, day('2027-01-01')),
      'PREMIUM_WINDOW_CLOSED',
      { region: REGION, year: 2027, end: '2026年12月31日' },
    ],
  ])('cannot be paid %s', (_name, request, code, facts) => {
    expect(refuseLevy(request)).toEqual({ ok: false, code, ...(facts === undefined ? {} : { facts }) });
  });
});

describe('what a place says of a premium before the tax office is asked', () => {
  const told = (rules: RuleOverrides = {}, overrides: Partial<LevyRequest> = {}) => lookAt(PREMIUM_PLACE_CHECKS, levy(rules, overrides));

  it('is the scheme, whether it can be done here, for whom, and when', () => {
    expect(told({ premiumExcludedGroups: ['orphan'] }).map(({ result, text, rule }) => [result, text, rule?.kind ?? null])).toEqual([
      ['ok', '参加居民医保，每年要缴费。', null],
      ['ok', `${REGION}可以办理。`, 'premiumClearing'],
      ['ok', '不属于不能代缴的人群。', 'premiumExcludedGroups'],
      ['ok', '2027 年度到2026年12月31日截止。', 'premiumOnlyInWindow'],
    ]);
  });

  it.each<[string, RuleOverrides]>([
    ['no closing day', window('2026-10-01', null)],
    ['no window', { premiumWindow: undefined }],
  ])('says that the tax office’s own record counts where %s is published', (_name, rules) => {
    expect(told(rules).at(-1)?.text).toBe('2027 年度的截止日期没有查到，以税务部门的应缴记录为准。');
  });

  it.each<[PersonGroup, readonly string[]]>([
    ['orphan', ['PREMIUM_NOT_RESIDENT', 'POLICY_NOT_FOUND', 'PREMIUM_GROUP_EXCLUDED', 'PREMIUM_WINDOW_CLOSED']],
    ['newborn', ['PREMIUM_NOT_RESIDENT', 'POLICY_NOT_FOUND']],
  ])('tells all that stands in the way of the group %s', (group, codes) => {
    const results = told({ ...EXCLUDED, waitingPeriod: undefined }, { ...day('2027-06-01'), groups: [group], scheme: 'employee' });
    expect(results.flatMap(({ code }) => code ?? [])).toEqual(codes);
  });
});

it.each([
  ['2026-01-01', 2026],
  ['2026-08-31', 2026],
  ['2026-09-01', 2027],
  ['2026-12-31', 2027],
])('on %s people pay for %d', (today, year) => {
  expect(premiumYearOn(plainDate(today))).toBe(year);
});
