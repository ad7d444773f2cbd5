import { packOf, ruleOf } from '../../../../test/support/domain-builders';
import { type PlainDate, plainDate } from '../dates';
import { fen } from '../money';
import { checkRulePack, checkRulePacks } from './check-rule-pack';
import type { AnyRule, RulePack } from './rules';

const problems = (rules: readonly AnyRule[]) => checkRulePack(packOf('440300', '440000', rules)).map(({ path }) => path.join('.'));
const date = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
const window = (opensOn: string | null, closesOn: string | null) =>
  ruleOf('premiumWindow', { year: 2027, opensOn: date(opensOn), closesOn: date(closesOn) });
const amounts = (year: number) => ruleOf('premiumAmounts', { year, categories: [{ code: 'a', text: '一', amountFen: fen(1) }] });

describe('a pack contradicts itself', () => {
  it.each<[string, readonly AnyRule[], readonly string[]]>([
    ['not with an end on the day after the first', [ruleOf('maxShown', 5, { from: '2024-01-01', to: '2024-01-02' })], []],
    ['with an end on the first day', [ruleOf('maxShown', 5, { from: '2024-01-01', to: '2024-01-01' })], ['rules.0.to']],
    ['with an end before the first day', [ruleOf('maxShown', 5, { from: '2024-01-01', to: '2023-12-31' })], ['rules.0.to']],
    ['not with a window of one day', [window('2026-10-01', '2026-10-01')], []],
    ['not with a window of which one end is known', [window(null, '2026-12-31')], []],
    ['with a window that closes before it opens', [window('2026-10-02', '2026-10-01')], ['rules.0.value.closesOn']],
    ['with a window of which nothing is known', [window(null, null)], ['rules.0.value']],
    ['with two rules of a kind for one first day', [ruleOf('maxShown', 5), ruleOf('maxShown', 6)], ['rules.1.from']],
    ['not with two first days', [ruleOf('maxShown', 5), ruleOf('maxShown', 6, { from: '2025-01-01' })], []],
    ['not with two years', [amounts(2026), amounts(2027)], []],
    ['with one year twice', [amounts(2027), amounts(2027)], ['rules.1.from']],
  ])('%s', (_name, rules, expected) => {
    expect(problems(rules)).toEqual(expected);
  });

  it('and the reason names the other rule', () => {
    expect(checkRulePack(packOf('440300', null, [ruleOf('maxShown', 5), ruleOf('maxShown', 6)]))).toEqual([
      { path: ['rules', 1, 'from'], reason: '与第 1 条规则同类且同日开始' },
    ]);
  });
});

describe('packs side by side', () => {
  const named = (regionCode: string, parentCode: string | null): RulePack => packOf(regionCode, parentCode, [ruleOf('maxShown', 5)]);

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
