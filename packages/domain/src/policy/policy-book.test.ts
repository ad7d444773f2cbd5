import { packOf, ruleOf, TODAY } from '../../../../test/support/domain-builders';
import { type PlainDate, plainDate } from '../dates';
import { fen } from '../money';
import { canonicalText, digest } from './digest';
import { buildPolicyBook } from './policy-book';
import { RULE_KINDS, type RulePack } from './rules';

const COUNTRY = packOf('000000', null, [ruleOf('maxShown', 5), ruleOf('maxShowers', 2), ruleOf('codeTtlSeconds', 30)]);
const window = (year: number, closesOn: string, from = '2020-01-01') =>
  ruleOf('premiumWindow', { year, opensOn: null, closesOn: plainDate(closesOn) }, { from });
const PROVINCE = packOf('440000', '000000', [
  ruleOf('maxShown', 6),
  ruleOf('maxRelatives', 7),
  window(2027, '2026-12-31'),
  window(2026, '2025-12-31'),
]);
const CITY = packOf('440300', '440000', [
  ruleOf('maxShown', 7, { from: '2026-01-01', to: '2026-07-01' }),
  ruleOf('maxShown', 8, { from: '2026-06-01' }),
  window(2027, '2026-11-30', '2026-09-01'),
  window(2027, '2026-12-15', '2026-11-01'),
]);
const BOOK = buildPolicyBook([COUNTRY, PROVINCE, CITY]);
const at = (regionCode: string, on: string, packs?: readonly RulePack[]) => {
  const policy = (packs === undefined ? BOOK : buildPolicyBook(packs)).policyFor(regionCode, on as PlainDate);
  if (policy === undefined) throw new Error('known');
  return policy;
};

describe('the rules of a region', () => {
  it.each<[string, string, 'maxShown' | 'maxShowers' | 'maxRelatives', number | undefined, string | undefined]>([
    ['440300', '2025-12-31', 'maxShown', 6, '440000'],
    ['440300', '2026-01-01', 'maxShown', 7, '440300'],
    ['440300', '2026-05-31', 'maxShown', 7, '440300'],
    ['440300', '2026-06-01', 'maxShown', 8, '440300'],
    ['440300', '2026-07-01', 'maxShown', 8, '440300'],
    ['440300', '2026-06-01', 'maxRelatives', 7, '440000'],
    ['440300', '2026-06-01', 'maxShowers', 2, '000000'],
    ['440000', '2026-06-01', 'maxShown', 6, '440000'],
    ['000000', '2026-06-01', 'maxRelatives', undefined, undefined],
    ['000000', '2019-12-31', 'maxShown', undefined, undefined],
  ])('of %s on %s: %s is %p, said by %s', (regionCode, on, kind, value, from) => {
    const rule = at(regionCode, on).rule(kind);
    expect([rule?.value, rule?.regionCode]).toEqual([value, from]);
  });

  it.each([
    ['440300', '2026-08-31', '2026-12-31'],
    ['440300', '2026-09-01', '2026-11-30'],
    ['440300', '2026-11-01', '2026-12-15'],
    ['440000', '2026-11-01', '2026-12-31'],
  ])('of %s on %s: the window of 2027 closes on %s', (regionCode, on, closesOn) => {
    expect(at(regionCode, on).premiumWindow(2027)?.value.closesOn).toBe(closesOn);
    expect(at(regionCode, on).premiumWindow(2026)?.value.closesOn).toBe('2025-12-31');
    expect(at(regionCode, on).premiumWindow(2028)).toBeUndefined();
  });

  it('are undefined where no pack is known', () => {
    expect(BOOK.policyFor('990000', plainDate('2026-11-22'))).toBeUndefined();
    expect(BOOK.regions.map((region) => region.regionCode)).toEqual(['000000', '440000', '440300']);
    expect(buildPolicyBook([PROVINCE], [{ regionCode: '530100', regionName: '昆明市' }]).policyFor('530100', TODAY)).toBeUndefined();
  });

  it('name the province', () => {
    expect([
      at('440300', '2026-11-22').provinceName,
      at('440000', '2026-11-22').provinceName,
      at('000000', '2026-11-22').provinceName,
    ]).toEqual(['地区440000', '地区440000', '地区000000']);
  });

  it('are listed once each, in one order, years ascending', () => {
    expect(
      at('440300', '2026-11-22').rules.map(
        (rule) => rule.kind + ('year' in Object(rule.value) ? (rule.value as { year: number }).year : ''),
      ),
    ).toEqual(['maxRelatives', 'maxShown', 'maxShowers', 'codeTtlSeconds', 'premiumWindow2026', 'premiumWindow2027']);
  });

  it('stand however many dates were asked about', () => {
    for (let year = 2000; year < 2100; year++)
      for (let month = 10; month < 13; month++)
        for (const code of ['440300', '440000']) BOOK.policyFor(code, plainDate(`${year}-${month}-01`));
    expect(at('440300', '2026-06-01').rule('maxShown')?.value).toBe(8);
  });
});

describe('a place without a pack', () => {
  const places = [
    { regionCode: '440500', regionName: '汕头市' },
    { regionCode: '530000', regionName: '云南省' },
    { regionCode: '530100', regionName: '昆明市' },
    { regionCode: '440303', regionName: '罗湖区' },
  ];
  const book = buildPolicyBook([COUNTRY, PROVINCE, CITY, packOf('410000', '000000', [])], places);

  it.each([
    ['440303', '罗湖区', '地区440000', 8, '440300'],
    ['440500', '汕头市', '地区440000', 6, '440000'],
    ['530100', '昆明市', '云南省', 5, '000000'],
    ['530000', '云南省', '云南省', 5, '000000'],
  ])('%s is named %s in %s and stands under the nearest pack: %p from %s', (regionCode, name, province, maxShown, from) => {
    const policy = book.policyFor(regionCode, TODAY);
    expect([policy?.regionCode, policy?.regionName, policy?.provinceName]).toEqual([regionCode, name, province]);
    expect([policy?.rule('maxShown')?.value, policy?.rule('maxShown')?.regionCode]).toEqual([maxShown, from]);
    expect(policy?.version).toMatch(new RegExp(`^${regionCode}-`));
  });

  it('is listed by its code, and says that no source speaks of it', () => {
    expect(book.regions.map(({ regionCode, hasOwnRules }) => [regionCode, hasOwnRules])).toEqual([
      ['000000', true],
      ['410000', false],
      ['440000', true],
      ['440300', true],
      ['440303', false],
      ['440500', false],
      ['530000', false],
      ['530100', false],
    ]);
  });
});

describe('what nobody published', () => {
  it('is named, kind by kind', () => {
    const unknown = at('440300', '2026-11-22').unknown;
    const known = ['maxShown', 'maxShowers', 'codeTtlSeconds', 'maxRelatives', 'premiumWindow'];
    expect(unknown).toEqual(RULE_KINDS.filter((kind) => !known.includes(kind)));
    expect(at('000000', '2026-11-22').unknown).toContain('maxRelatives');
  });

  it('is what stood only before or will stand only later, too', () => {
    const packs = [packOf('440300', null, [ruleOf('maxShown', 1, { from: '2026-01-01', to: '2026-02-01' })])];
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((on) => at('440300', on, packs).unknown.includes('maxShown')),
    ).toEqual([true, false, false, true]);
  });
});

describe('the version of a policy', () => {
  it('is the same for the same rules and another when one changes', () => {
    const version = (packs: readonly RulePack[], on = '2026-11-22') => at('440300', on, packs).version;
    const other = packOf('440000', '000000', [...PROVINCE.rules, ruleOf('maxSponsorsPerUser', 1)]);
    expect(version([CITY, COUNTRY, PROVINCE])).toBe(version([COUNTRY, PROVINCE, CITY]));
    expect(version([COUNTRY, other, CITY])).not.toBe(version([COUNTRY, PROVINCE, CITY]));
    expect(version([COUNTRY, PROVINCE, CITY], '2026-05-01')).not.toBe(version([COUNTRY, PROVINCE, CITY]));
    expect(version([COUNTRY, PROVINCE, CITY], '2026-11-23')).toBe(version([COUNTRY, PROVINCE, CITY]));
    expect(version([COUNTRY, PROVINCE, CITY])).toMatch(/^440300-[0-9a-f]{16}$/);
  });

  it('does not look at the order of keys', () => {
    expect(canonicalText({ b: [1, { d: null, c: 'x' }], a: fen(1) })).toBe('{"a":1,"b":[1,{"c":"x","d":null}]}');
    expect(digest('a')).not.toBe(digest('b'));
  });
});
