import {
  CLEARING_WAYS,
  CONFIDENCES,
  FUND_USES,
  LIMIT_KINDS,
  MAX_FEN,
  type PackProblem,
  PAPERS,
  PERSON_GROUPS,
  POTS,
  RELATIONS,
  RULE_KIND_TEXT,
  RULE_KINDS,
  type RuleKind,
  SELF_ENDING_EVENTS,
  SHARE_FUNDS_CONSENTS,
} from '@gongji/domain';
import schema from '../../../../config/policies/rule-pack.schema.json' with { type: 'json' };
import { RULE_VALUES } from '../../../../test/support/rule-values';
import { checkPackShape } from './rule-packs-schema';

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
const problemsOf = (raw: unknown): readonly PackProblem[] => {
  const shape = checkPackShape(raw);
  return shape.ok ? [] : shape.problems;
};
const paths = (raw: unknown) => problemsOf(raw).map(({ path }) => path.join('.'));
const without = (key: string) => Object.fromEntries(Object.entries(rule()).filter(([name]) => name !== key));

const good = RULE_KINDS.flatMap((kind) => RULE_VALUES[kind].good.map((value) => [kind, JSON.stringify(value), value] as const));
const bad = RULE_KINDS.flatMap((kind) => RULE_VALUES[kind].bad.map(([value, path]) => [kind, JSON.stringify(value), value, path] as const));

describe('the value of a rule', () => {
  it.each(good)('of kind %s may be %s', (kind, _text, value) => {
    expect(problemsOf(pack([rule({ kind, value })]))).toEqual([]);
  });

  it.each(bad)('of kind %s may not be %s, and the place is named', (kind, _text, value, path) => {
    const expected = ['rules', '0', 'value', ...(path === '' ? [] : path.split('.'))].join('.');
    expect(paths(pack([rule({ kind, value })]))).toEqual([expected]);
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
    ['an end that is no date', rule({ to: 'never' }), 'rules.0.to'],
    ['an unknown confidence', rule({ confidence: 'V-D' }), 'rules.0.confidence'],
    ['an assumption without a note', rule({ confidence: 'ASSUMED' }), 'rules.0.note'],
    ['an empty note', rule({ note: '' }), 'rules.0.note'],
    ['a note with a date that people do not write', rule({ note: '延长到 2026-02-28。' }), 'rules.0.note'],
    ['a source without title', rule({ source: { ...SOURCE, title: '' } }), 'rules.0.source.title'],
    ['a source without address', rule({ source: { title: 'x', date: '' } }), 'rules.0.source.address'],
    ['an address that is a script', rule({ source: { ...SOURCE, address: 'javascript:alert(1)' } }), 'rules.0.source.address'],
    ['a source dated by a number', rule({ source: { ...SOURCE, date: 2024 } }), 'rules.0.source.date'],
    ['a source dated in words', rule({ source: { ...SOURCE, date: '2024秋' } }), 'rules.0.source.date'],
    ['a source that is only an address', rule({ source: SOURCE.address }), 'rules.0.source'],
    ['a field nobody reads', rule({ until: null }), 'rules.0.until'],
  ])('with %s is told where', (_name, raw, path) => {
    expect(paths(pack([raw]))).toEqual([path]);
  });

  it.each(['', '2024', '2024-12', '2024-12-11'])('may have a source dated %p', (date) => {
    expect(problemsOf(pack([rule({ source: { ...SOURCE, date } })]))).toEqual([]);
  });

  it('may assume with a note', () => {
    expect(problemsOf(pack([rule({ confidence: 'ASSUMED', note: '没有查到' })]))).toEqual([]);
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
    expect(problemsOf(pack([rule()], { regionName: '市'.repeat(30) }))).toEqual([]);
  });

  it('is told of every problem at once', () => {
    expect(paths(pack([rule({ from: 'x' }), rule({ value: 0 })], { regionName: '' })).sort()).toEqual([
      'regionName',
      'rules.0.from',
      'rules.1.value',
    ]);
  });
});

describe('the reason', () => {
  it.each([
    [rule({ kind: 'maxFun' }), `应当是预设定的枚举值之一：${RULE_KINDS.join('、')}`],
    [rule({ kind: 'whoMayEnd', value: 'user' }), '应当是预设定的枚举值之一：either、sponsor'],
    [rule({ kind: 'shareable', value: { kind: 'half' } }), '应当是预设定的枚举值之一：all、carried-over-only、quota、above-floor、pool'],
    [rule({ value: 0 }), '应当为 >= 1'],
    [rule({ confidence: 'ASSUMED' }), '应当有必需属性 note'],
    [rule({ until: null }), '不允许有额外的属性'],
    [rule({ from: '2024-02-30' }), '应当匹配格式 "date"'],
  ])('is one, in Chinese, and says what would be right %#', (raw, reason) => {
    expect(problemsOf(pack([raw])).map((problem) => problem.reason)).toEqual([reason]);
  });
});

describe('the schema says the same as the code', () => {
  const { definitions } = schema;
  const branches = definitions.rule.oneOf;
  const valueOf = (kind: RuleKind): object => branches.find(({ properties }) => properties.kind.const === kind)?.properties.value ?? {};

  it('names every kind of rule once, in the order of the screens, with its title and its meaning', () => {
    expect(branches.map(({ properties }) => properties.kind.const)).toEqual(RULE_KINDS);
    expect(branches.map(({ title }) => title)).toEqual(RULE_KINDS.map((kind) => RULE_KIND_TEXT[kind].title));
    expect(branches.filter(({ description }) => !/^\S{8,}。$/.test(description.replaceAll(/\s/g, '')))).toEqual([]);
    expect(new Set(branches.map(({ title }) => title)).size).toBe(RULE_KINDS.length);
  });

  it.each([
    ['relations', definitions.relation.enum, RELATIONS],
    ['uses', definitions.fundUse.enum, FUND_USES],
    ['papers', definitions.paper.enum, PAPERS],
    ['events', definitions.selfEndingEvent.enum, SELF_ENDING_EVENTS],
    ['limits', definitions.limit.enum, LIMIT_KINDS],
    ['pots', definitions.pot.enum, POTS],
    ['groups', definitions.personGroup.enum, PERSON_GROUPS],
    ['confidences', definitions.rule.properties.confidence.enum, CONFIDENCES],
  ])('lists the %s that the code knows', (_name, listed, known) => {
    expect(listed).toEqual(known);
  });

  it('lists the ways, the relations with a cap, and the pots that the code knows', () => {
    expect(valueOf('shareFundsConsent')).toEqual({ enum: SHARE_FUNDS_CONSENTS });
    expect(valueOf('premiumClearing')).toMatchObject({ properties: { way: { enum: CLEARING_WAYS } } });
    expect(Object.keys((valueOf('relationCaps') as { readonly properties: object }).properties)).toEqual(RELATIONS);
    expect(valueOf('potOrder')).toMatchObject({ minItems: POTS.length, maxItems: POTS.length, uniqueItems: true });
    expect(definitions.amountFen.maximum).toBe(MAX_FEN);
  });
});
