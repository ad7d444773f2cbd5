import {
  binding,
  bindingRequest,
  existing,
  grant,
  NO_HOLIDAYS,
  person,
  pots,
  relative,
  terms,
  TODAY,
} from '../../../../test/support/domain-builders';
import { readRulePackFiles, shippedPolicyBook } from '../../../../test/support/rule-pack-files';
import type { BindingRequest, ExistingBindings } from '../binding/binding-request';
import { type BindingCode, decideBinding } from '../binding/decide-binding';
import { decideUnbind } from '../binding/decide-unbind';
import type { GrantKind } from '../binding/grant';
import type { Relation } from '../binding/relation';
import { plainDate } from '../dates';
import { errorText } from '../errors';
import { fen } from '../money';
import { isInsuredPlace, type PersonFacts } from '../person/person';
import { decideOrder } from '../settlement/deduction-order';
import { decidePremiumQuote, type PremiumQuoteCode, type PremiumQuoteRequest } from '../premium/decide-quote';
import type { RegionPolicy, RulePack } from './rules';

// What the packs of this repository refuse, and the words that people then read. The people are invented; the limits are not.

const book = shippedPolicyBook();
const policy = (regionCode: string, on = TODAY): RegionPolicy => {
  const found = book.policyFor(regionCode, on);
  if (found === undefined) throw new Error(`no pack for ${regionCode}`);
  return found;
};
const bound = (count: number, relation: Relation, grants: readonly GrantKind[]): Partial<ExistingBindings> => ({
  ofOwner: Array.from({ length: count }, (_, index) => ({ relativeId: `bound-${index}`, relation, grants })),
});

interface BindingCase {
  readonly region: string;
  /** Where the relative is insured; the owner's region when left out. */
  readonly relativeRegion?: string;
  readonly request?: Partial<BindingRequest>;
  readonly standing?: Partial<ExistingBindings>;
}

/** What some region or other wants to be filled in. */
const COMPLETE = terms({ endsOn: plainDate('2027-11-21'), place: 1, capPerPaymentFen: fen(50_000) });

const decideFor = ({ region, relativeRegion = region, request = {}, standing = {} }: BindingCase) =>
  decideBinding(
    bindingRequest({
      owner: person({ regionCode: region }),
      relative: relative({ regionCode: relativeRegion }),
      ownerPolicy: policy(region),
      relativePolicy: policy(relativeRegion),
      sharedLimitFen: fen(100_000),
      shareFunds: COMPLETE,
      existing: existing(standing),
      ...request,
    }),
  );

const FUNDS: readonly GrantKind[] = ['share-funds'];
const CODES: readonly GrantKind[] = ['show-code'];
const JINAN = '370100';
/** The places of insurance that have a pack, and the capital of each province. */
const REGIONS = readRulePackFiles()
  .map(({ raw }) => (raw as RulePack).regionCode)
  .filter(isInsuredPlace);
const CAPITALS = book.regions.map(({ regionCode }) => regionCode).filter((regionCode) => regionCode.endsWith('0100'));

it.each([
  ['440300', '全国（暂定）的扣款顺序不能自己调整。'],
  ['610100', '陕西省的扣款顺序不能自己调整。'],
])('the order of deduction in %s is fixed by whose rule it is', (region, words) => {
  const decision = decideOrder({ policy: policy(region), sponsors: ['a', 'b'], wanted: ['b', 'a'] });
  expect(decision.ok ? '' : errorText(decision.code, decision.facts)).toBe(words);
});

describe('binding is refused', () => {
  it.each<[BindingCode, BindingCase, string]>([
    [
      'BINDING_RELATION_NOT_ALLOWED',
      { region: '440300', request: { claimedRelation: 'parent-in-law' } },
      '公婆、岳父母不属于可以绑定的近亲属。',
    ],
    [
      'BINDING_TOO_MANY_THIS_MONTH',
      { region: '440300', standing: { startedThisMonth: 5 } },
      '全国规定每月最多绑定 5 次“出示TA的医保码”，您本月已用完。',
    ],
    [
      'BINDING_TOO_MANY_SHOWN',
      { region: '440300', standing: bound(5, 'sibling', CODES) },
      '全国规定一个人最多出示 5 位亲属的医保码，您已达上限。',
    ],
    [
      'BINDING_TOO_MANY_SHOWERS',
      { region: '440300', standing: { showersOfRelative: ['a', 'b'] } },
      '全国规定一个人的医保码最多由 2 人代为出示，这位亲属已满。',
    ],
    ['BINDING_OUTSIDE_PROVINCE', { region: '440300', relativeRegion: JINAN }, '这位亲属的参保地不在广东省，家庭共济目前只办理省内。'],
    ['BINDING_OUTSIDE_PROVINCE', { region: '110000', relativeRegion: '610100' }, '这位亲属的参保地不在北京市，家庭共济目前只办理省内。'],
    [
      'BINDING_USE_NOT_ALLOWED',
      { region: '350100', request: { shareFunds: terms({ uses: ['ltc-premium'] }) } },
      '全国的规则没有把“长护险保费”列入共济用途。',
    ],
    [
      'BINDING_TOO_MANY_RELATIVES',
      { region: JINAN, standing: bound(7, 'sibling', FUNDS) },
      '山东省规定一个人的账户最多同时给 7 位亲属用，您已达上限。',
    ],
    ['BINDING_RELATION_CAP_REACHED', { region: JINAN, standing: bound(2, 'parent', FUNDS) }, '父母最多绑定 2 人，已满。'],
    [
      'BINDING_TOO_MANY_SPONSORS',
      { region: JINAN, standing: { sponsorsOfRelative: ['a'] } },
      '山东省规定每人最多由 1 位亲属共济，这位亲属已满。',
    ],
    [
      'BINDING_TOO_MANY_SPONSORS',
      { region: '610100', standing: { sponsorsOfRelative: ['a', 'b'] } },
      '陕西省规定每人最多由 2 位亲属共济，这位亲属已满。',
    ],
    ['BINDING_ROLE_EXCLUSIVE', { region: JINAN, standing: { ownerIsUser: true } }, '山东省（暂定）规定共济人与使用人不能兼任。'],
    ['BINDING_LIMIT_REQUIRED', { region: JINAN, request: { sharedLimitFen: null } }, '山东省要求先填写全体亲属最多能用多少。'],
    ['BINDING_LIMIT_REQUIRED', { region: '620100', request: { sharedLimitFen: null } }, '甘肃省（暂定）要求先填写全体亲属最多能用多少。'],
    [
      'BINDING_TOO_MANY_RELATIVES',
      { region: '430100', standing: bound(10, 'sibling', FUNDS) },
      '湖南省规定一个人的账户最多同时给 10 位亲属用，您已达上限。',
    ],
    [
      'BINDING_TOO_MANY_RELATIVES',
      { region: '370900', standing: bound(8, 'sibling', FUNDS) },
      '泰安市规定一个人的账户最多同时给 8 位亲属用，您已达上限。',
    ],
    [
      'BINDING_TOO_MANY_EVER',
      { region: '430100', standing: { everUsers: Array.from({ length: 20 }, (_, index) => `ever-${index}`) } },
      '湖南省规定累计最多给 20 位不同的亲属共济，已达上限。',
    ],
    ['BINDING_END_DATE_REQUIRED', { region: '610100', request: { shareFunds: terms({ place: 1 }) } }, '陕西省要求填写结束日期。'],
    [
      'BINDING_PLACE_REQUIRED',
      { region: '610100', request: { shareFunds: { ...COMPLETE, place: null } } },
      '陕西省要求在绑定时填写扣款顺位。',
    ],
    ['BINDING_CAP_REQUIRED', { region: '140100', request: { shareFunds: terms() } }, '山西省要求设置每位亲属的单次限额。'],
    [
      'BINDING_TOO_MANY_SPONSORS',
      { region: '330100', standing: { sponsorsOfRelative: ['a'] } },
      '浙江省规定每人最多由 1 位亲属共济，这位亲属已满。',
    ],
    ['LIMIT_OVER_BALANCE', { region: '350100', request: { availableFen: fen(299_999) } }, '最多可以划出 ¥999.99。'],
  ])('%s %#', (code, each, text) => {
    const answer = decideFor(each);
    expect(answer).toMatchObject({ ok: false, code });
    expect(errorText(code, (!answer.ok && answer.facts) || {})).toBe(text);
  });

  it('in none of these regions without a reason', () => {
    for (const region of [...REGIONS, ...CAPITALS, '659001']) expect(decideFor({ region })).toMatchObject({ ok: true });
    expect(decideFor({ region: '110000', request: { shareFunds: terms({ uses: ['ltc-premium'] }) } })).toMatchObject({ ok: true });
    expect(
      decideFor({ region: '430100', standing: { everUsers: ['relative', ...Array.from({ length: 19 }, (_, index) => `ever-${index}`)] } }),
    ).toMatchObject({ ok: true });
    expect(decideFor({ region: '440300', relativeRegion: '441400' })).toMatchObject({
      ok: true,
      value: { state: 'active', awaits: 'relative' },
    });
    expect(decideFor({ region: '350100' })).toMatchObject({ ok: true, value: { state: 'proposed' } });
    expect(decideFor({ region: '350100', request: { availableFen: fen(300_000) } })).toMatchObject({ ok: true });
  });
});

/** Who says that the sponsor alone may end it; Shandong's rule is carried over from one of its cities. */
const RULED_BY: Readonly<Record<string, string>> = { '370100': '山东省（暂定）', '520100': '贵州省', '320500': '苏州市' };

describe('unbinding by the relative', () => {
  it.each([
    [JINAN, false],
    ['440300', true],
    ['110000', true],
    ['610100', true],
    ['350100', true],
    ['520100', false],
    ['320500', false],
    ['320100', true],
    ['360100', true],
    ['460100', true],
  ])('in %s is allowed: %p', (region, allowed) => {
    const answer = decideUnbind({
      binding: binding(),
      actorId: 'relative',
      kind: null,
      openPaymentCount: 0,
      ownerPolicy: policy(region),
      today: TODAY,
    });
    expect(answer.ok).toBe(allowed);
    expect(answer.ok || errorText(answer.code, answer.facts)).toBe(allowed || `${RULED_BY[region]}规定家庭共济只能由共济人暂停或解绑。`);
  });

  it.each([
    ['2026-08-23', 'BINDING_END_TOO_EARLY'],
    ['2026-08-22', undefined],
  ])('in Hubei of what was agreed on %s is refused with %p: three months have to pass', (agreedOn, code) => {
    const answer = decideUnbind({
      binding: binding({ grants: [grant({ agreedOn: plainDate(agreedOn) })] }),
      actorId: 'relative',
      kind: null,
      openPaymentCount: 0,
      ownerPolicy: policy('420100'),
      today: TODAY,
    });
    expect(answer.ok ? undefined : answer.code).toBe(code);
  });
});

interface QuoteCase {
  readonly region: string;
  readonly amount: number;
  readonly on?: string;
  readonly who?: Partial<PersonFacts>;
  readonly request?: Partial<PremiumQuoteRequest>;
}

const quoteFor = ({ region, amount, on = TODAY, who = {}, request = {} }: QuoteCase) => {
  const today = plainDate(on);
  return decidePremiumQuote({
    sponsor: person({ regionCode: region }),
    person: relative({ regionCode: region, ...who }),
    binding: binding({ grants: [grant({ startsOn: plainDate('2026-01-01') })] }),
    year: 2027,
    levy: { year: 2027, amountFen: fen(amount), state: 'due', continuous: true, lapsedYears: 0 },
    pots: pots(90_000, 190_000),
    spentThisMonthFen: fen(0),
    sharedLimitFen: null,
    sharedSpentFen: fen(0),
    sponsorPolicy: policy(region, today),
    personPolicy: policy(region, today),
    today,
    calendar: NO_HOLIDAYS,
    ...request,
  });
};

describe('a premium for 2027 is refused', () => {
  it.each<[PremiumQuoteCode, QuoteCase, string]>([
    ['PREMIUM_GROUP_EXCLUDED', { region: '350100', amount: 45_000, who: { groups: ['newborn'] } }, '福建省规定新生儿不能用个人账户代缴。'],
    [
      'PREMIUM_GROUP_EXCLUDED',
      { region: '350100', amount: 45_000, who: { groups: ['fixed-amount-aided'] } },
      '福建省规定医疗救助定额资助对象不能用个人账户代缴。',
    ],
    [
      'PREMIUM_NOT_ENOUGH_BALANCE',
      { region: '350100', amount: 80_001, request: { sharedLimitFen: fen(80_000) } },
      '可用于共济的余额不足，还差 ¥0.01。',
    ],
    ['POLICY_NOT_FOUND', { region: '530100', amount: 40_000 }, '未查到这个地区的公开规定。'],
    [
      'PREMIUM_WINDOW_NOT_OPEN',
      { region: JINAN, amount: 39_000, on: '2026-10-09' },
      '山东省 2027 年度的集中缴费期从2026年10月10日（暂定，没有查到公布的日期）开始。',
    ],
    [
      'PREMIUM_WINDOW_CLOSED',
      { region: '610100', amount: 40_000, on: '2026-12-26' },
      '陕西省 2027 年度的集中缴费期已在2026年12月25日（暂定，没有查到公布的日期）结束。',
    ],
    [
      'PREMIUM_WINDOW_CLOSED',
      { region: '440300', amount: 40_000, on: '2027-01-01' },
      '深圳市 2027 年度的集中缴费期已在2026年12月31日（暂定，没有查到公布的日期）结束。',
    ],
    ['PREMIUM_NOTHING_TO_PAY', { region: '610100', amount: 0 }, '这位亲属 2027 年度应缴 0 元，不需要缴费。'],
    [
      'PREMIUM_OVER_SHARED_LIMIT',
      { region: JINAN, amount: 39_000, request: { sharedLimitFen: fen(38_999) } },
      '超过全体亲属共用限额，剩余 ¥389.99。',
    ],
  ])('%s %#', (code, each, text) => {
    const answer = quoteFor(each);
    expect(answer).toMatchObject({ ok: false, code });
    expect(errorText(code, (!answer.ok && answer.facts) || {})).toBe(text);
  });

  it.each<[string, QuoteCase, object]>([
    [
      'Shenzhen pays at the month’s end',
      { region: '440300', amount: 40_000 },
      { clearingExpectedOn: '2026-11-30', voidableUntil: '2026-11-25' },
    ],
    ['Jinan pays at once', { region: JINAN, amount: 39_000, on: '2026-10-10' }, { clearingWay: 'at-once', voidableUntil: null }],
    [
      'Beijing sweeps on the last day',
      { region: '110000', amount: 46_000 },
      { clearingExpectedOn: '2026-11-30', voidableUntil: '2026-11-29' },
    ],
    [
      'Beijing takes a baby’s premium',
      { region: '110000', amount: 43_500, who: { groups: ['newborn'] } },
      { benefit: { startsOn: '2027-01-01' } },
    ],
    [
      'Fuzhou pays up to what was put into the pool',
      { region: '350100', amount: 80_000, request: { sharedLimitFen: fen(80_000) } },
      { clearingExpectedOn: null, shareableAfterFen: 0 },
    ],
    [
      'Xi’an makes somebody wait who lapsed two years',
      {
        region: '610100',
        amount: 40_000,
        request: { levy: { year: 2027, amountFen: fen(40_000), state: 'due', continuous: false, lapsedYears: 2 } },
      },
      { benefit: { startsOn: '2027-05-01', waitingMonths: 4 } },
    ],
  ])('not where it can be paid: %s', (_name, each, value) => {
    expect(quoteFor(each)).toMatchObject({ ok: true, value });
  });
});
