import { ruleOf } from '../../../../test/support/domain-builders';
import { checkRulePack, checkRulePacks } from './check-rule-pack';
import { RULE_KINDS, type RuleKind, type RulePack } from './rules';

const SOURCE = { title: '测试', address: 'https://example.com/rule', date: '2024-12' };
const rule = (overrides: object = {}) => ({
  kind: 'maxShown',
  value: 5,
  from: '2024-01-01',
  to: null,
  source: SOURCE,
  confidence: 'V-A',
  ...overrides,
});
const pack = (rules: readonly unknown[], overrides: object = {}) => ({
  regionCode: '440300',
  regionName: '深圳市',
  parentCode: '440000',
  rules,
  ...overrides,
});
const paths = (raw: unknown) => checkRulePack(raw).map(({ path }) => path.join('.'));
const without = (key: string) => Object.fromEntries(Object.entries(rule()).filter(([name]) => name !== key));

type Bad = readonly [value: unknown, path: string];
/** A total map: a kind without good and bad values does not compile. The path is below rules.0.value. */
const VALUES: Readonly<Record<RuleKind, { readonly good: readonly unknown[]; readonly bad: readonly Bad[] }>> = {
  relations: {
    good: [['spouse']],
    bad: [
      [[], ''],
      [['aunt'], '0'],
      [['spouse', 'spouse'], '1'],
      ['spouse', ''],
      [{}, ''],
    ],
  },
  maxRelatives: {
    good: [1, 1000],
    bad: [
      [0, ''],
      [1001, ''],
      [1.5, ''],
      ['7', ''],
      [null, ''],
      [Number.NaN, ''],
    ],
  },
  relationCaps: {
    good: [{ spouse: 1 }, { parent: 2, child: 9 }],
    bad: [
      [{ spouse: 0 }, 'spouse'],
      [{ aunt: 1 }, 'aunt'],
      [[], ''],
      [1, ''],
    ],
  },
  maxSponsorsPerUser: {
    good: [1],
    bad: [
      [0, ''],
      [-1, ''],
    ],
  },
  rolesExclusive: {
    good: [true, false],
    bad: [
      ['yes', ''],
      [1, ''],
    ],
  },
  maxShown: { good: [5], bad: [[0, '']] },
  maxShowers: { good: [2], bad: [[0, '']] },
  maxBindingsPerMonth: { good: [5], bad: [[0, '']] },
  showCodeConsentFromAge: {
    good: [16],
    bad: [
      [0, ''],
      [121, ''],
    ],
  },
  shareFundsConsent: { good: ['sponsor-only', 'relative-accepts'], bad: [['spouse', '']] },
  whoMayEnd: { good: ['either', 'sponsor'], bad: [['user', '']] },
  shareScope: { good: ['province'], bad: [['country', '']] },
  shareable: {
    good: [{ kind: 'all' }, { kind: 'above-floor', floorFen: 200_000 }, { kind: 'carried-over-only' }],
    bad: [
      [{ kind: 'half' }, 'kind'],
      [{ kind: 'above-floor' }, 'floorFen'],
      [{ kind: 'above-floor', floorFen: 0 }, 'floorFen'],
      [{ kind: 'above-floor', floorFen: 2000.5 }, 'floorFen'],
      [{ kind: 'all', floorFen: 1 }, 'floorFen'],
      ['all', ''],
    ],
  },
  sharedLimit: { good: ['none', 'required'], bad: [['maybe', '']] },
  uses: {
    good: [['care', 'ltc-premium']],
    bad: [
      [['gym'], '0'],
      [[], ''],
    ],
  },
  deductionOrder: { good: ['as-bound', 'set-by-user', 'single-sponsor'], bad: [['random', '']] },
  potOrder: {
    good: [['carriedOver', 'currentYear']],
    bad: [
      [['carriedOver'], ''],
      [['carriedOver', 'carriedOver'], '1'],
      [['x', 'currentYear'], '0'],
    ],
  },
  codeTtlSeconds: {
    good: [5, 30, 600],
    bad: [
      [4, ''],
      [601, ''],
    ],
  },
  premiumWindow: {
    good: [
      { year: 2027, opensOn: '2026-10-01', closesOn: '2026-12-31' },
      { year: 2027, opensOn: null, closesOn: '2026-12-31' },
    ],
    bad: [
      [{ year: 2027, opensOn: '2026-02-30', closesOn: null }, 'opensOn'],
      [{ year: 2027, opensOn: '2026-12-31', closesOn: '2026-10-01' }, 'closesOn'],
      [{ year: 2027, opensOn: null, closesOn: null }, ''],
      [{ year: 2019, opensOn: null, closesOn: '2026-12-31' }, 'year'],
      [{ year: 2027, opensOn: null }, 'closesOn'],
      [{ year: 2027, opensOn: null, closesOn: '2026-12-31', open: true }, 'open'],
      ['2026', ''],
    ],
  },
  premiumAmounts: {
    good: [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: 0 }] }],
    bad: [
      [{ year: 2027, categories: [] }, 'categories'],
      [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: 400.5 }] }, 'categories.0.amountFen'],
      [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: -1 }] }, 'categories.0.amountFen'],
      [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: '400' }] }, 'categories.0.amountFen'],
      [{ year: 2027, categories: [{ code: '', text: '一', amountFen: 1 }] }, 'categories.0.code'],
      [{ year: 2027, categories: [{ code: 'a', amountFen: 1 }] }, 'categories.0.text'],
      [{ year: '2027', categories: [{ code: 'a', text: '一', amountFen: 1 }] }, 'year'],
    ],
  },
  premiumClearing: {
    good: [{ way: 'at-once' }],
    bad: [
      [{ way: 'soon' }, 'way'],
      [{}, 'way'],
      ['at-once', ''],
    ],
  },
  premiumExcludedGroups: {
    good: [['newborn']],
    bad: [
      [['tall'], '0'],
      [[], ''],
    ],
  },
  premiumOnlyInWindow: { good: [true], bad: [['true', '']] },
  waitingPeriod: {
    good: [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }],
    bad: [
      [{ fixedMonths: -1, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }, 'fixedMonths'],
      [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1.5, exemptGroups: ['newborn'] }, 'monthsPerFurtherLapsedYear'],
      [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['tall'] }, 'exemptGroups.0'],
      [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1 }, 'exemptGroups'],
    ],
  },
};

const good = RULE_KINDS.flatMap((kind) => VALUES[kind].good.map((value) => [kind, JSON.stringify(value), value] as const));
const bad = RULE_KINDS.flatMap((kind) => VALUES[kind].bad.map(([value, path]) => [kind, JSON.stringify(value), value, path] as const));

describe('the value of a rule', () => {
  it.each(good)('of kind %s may be %s', (kind, _text, value) => {
    expect(checkRulePack(pack([rule({ kind, value })]))).toEqual([]);
  });

  it.each(bad)('of kind %s may not be %s, and the place is named', (kind, _text, value, path) => {
    const expected = ['rules', '0', 'value', ...(path === '' ? [] : path.split('.'))].join('.');
    expect(paths(pack([rule({ kind, value })]))).toContain(expected);
  });
});

describe('a rule', () => {
  it.each<[string, unknown, string]>([
    ['no object', 'maxShown', 'rules.0'],
    ['no kind', without('kind'), 'rules.0.kind'],
    ['an unknown kind', rule({ kind: 'maxFun' }), 'rules.0.kind'],
    ['the name of something every object has for a kind', rule({ kind: 'toString' }), 'rules.0.kind'],
    ['no value', without('value'), 'rules.0.value'],
    ['no from', without('from'), 'rules.0.from'],
    ['no to', without('to'), 'rules.0.to'],
    ['no source', without('source'), 'rules.0.source'],
    ['no confidence', without('confidence'), 'rules.0.confidence'],
    ['a day that does not exist', rule({ from: '2024-02-30' }), 'rules.0.from'],
    ['a date the reader turned into a Date', rule({ from: new Date(0) }), 'rules.0.from'],
    ['an end on its first day', rule({ to: '2024-01-01' }), 'rules.0.to'],
    ['an end before its first day', rule({ to: '2023-12-31' }), 'rules.0.to'],
    ['an end that is no date', rule({ to: 'never' }), 'rules.0.to'],
    ['an unknown confidence', rule({ confidence: 'V-D' }), 'rules.0.confidence'],
    ['an assumption without a note', rule({ confidence: 'ASSUMED' }), 'rules.0.note'],
    ['an empty note', rule({ note: '' }), 'rules.0.note'],
    ['a source without title', rule({ source: { ...SOURCE, title: '' } }), 'rules.0.source.title'],
    ['a source without address', rule({ source: { title: 'x', date: '' } }), 'rules.0.source.address'],
    ['an address that is a script', rule({ source: { ...SOURCE, address: 'javascript:alert(1)' } }), 'rules.0.source.address'],
    ['a source dated by a number', rule({ source: { ...SOURCE, date: 2024 } }), 'rules.0.source.date'],
    ['a source dated in words', rule({ source: { ...SOURCE, date: '2024秋' } }), 'rules.0.source.date'],
    ['a source that is only an address', rule({ source: SOURCE.address }), 'rules.0.source'],
    ['a field nobody reads', rule({ until: null }), 'rules.0.until'],
  ])('with %s is told where', (_name, raw, path) => {
    expect(paths(pack([raw]))).toContain(path);
  });

  it.each(['', '2024', '2024-12', '2024-12-11'])('may have a source dated %p', (date) => {
    expect(checkRulePack(pack([rule({ source: { ...SOURCE, date } })]))).toEqual([]);
  });

  it('may assume with a note', () => {
    expect(checkRulePack(pack([rule({ confidence: 'ASSUMED', note: '没有查到' })]))).toEqual([]);
  });
});

describe('a pack', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['a list', [], ''],
    ['a text', 'x', ''],
    ['a region code as a number', pack([], { regionCode: 440300 }), 'regionCode'],
    ['a region code of five digits', pack([], { regionCode: '44030' }), 'regionCode'],
    ['an empty name', pack([], { regionName: ' ' }), 'regionName'],
    ['a name of 31 characters', pack([], { regionName: '市'.repeat(31) }), 'regionName'],
    ['a parent that is no code', pack([], { parentCode: '广东' }), 'parentCode'],
    ['rules that are no list', pack([], { rules: {} }), 'rules'],
    ['a field nobody reads', pack([], { version: 1 }), 'version'],
  ])('of %s is told where', (_name, raw, path) => {
    expect(paths(raw)).toContain(path);
  });

  it('may have a name of 30 characters', () => {
    expect(checkRulePack(pack([rule()], { regionName: '市'.repeat(30) }))).toEqual([]);
  });

  it('is told of every problem at once', () => {
    expect(paths(pack([rule({ from: 'x' }), rule({ value: 0 })], { regionName: '' })).sort()).toEqual([
      'regionName',
      'rules.0.from',
      'rules.1.value',
    ]);
  });

  it('has one rule of a kind, and of a year, for a first day', () => {
    const amounts = (year: number) =>
      rule({ kind: 'premiumAmounts', value: { year, categories: [{ code: 'a', text: '一', amountFen: 1 }] } });
    expect(checkRulePack(pack([rule(), rule({ value: 6 })]))).toEqual([
      { path: ['rules', 1, 'from'], reason: '与第 1 条规则同类且同日开始' },
    ]);
    expect(paths(pack([rule(), rule({ from: '2025-01-01' })]))).toEqual([]);
    expect(paths(pack([amounts(2026), amounts(2027)]))).toEqual([]);
    expect(paths(pack([amounts(2027), amounts(2027)]))).toEqual(['rules.1.from']);
  });
});

describe('packs side by side', () => {
  const named = (regionCode: string, parentCode: string | null): RulePack => ({
    regionCode,
    regionName: regionCode,
    parentCode,
    rules: [ruleOf('maxShown', 5)],
  });

  it.each<[string, readonly RulePack[], readonly (readonly [number, string])[]]>([
    ['stand on each other', [named('000000', null), named('440000', '000000'), named('440300', '440000')], []],
    ['need the parent they name', [named('440300', '440000')], [[0, 'parentCode']]],
    ['are one a region', [named('000000', null), named('000000', null)], [[1, 'regionCode']]],
    [
      'never stand on themselves',
      [named('440000', '440300'), named('440300', '440000')],
      [
        [0, 'parentCode'],
        [1, 'parentCode'],
      ],
    ],
    ['never stand on one another in a circle above', [named('440000', '440000')], [[0, 'parentCode']]],
  ])('%s', (_name, packs, expected) => {
    expect(checkRulePacks(packs).map(({ pack: index, path }) => [index, path.join('.')])).toEqual(expected);
  });
});
