import { policyWith, pots } from '../../../../test/support/domain-builders';
import { fen } from '../money';
import type { ShareableRule } from '../policy/rules';
import { potOrderOf } from './pot-order';
import { ownPots, shareableOf, takeFrom } from './shareable';

const OLD_FIRST = ['carriedOver', 'currentYear'] as const;
const floor: ShareableRule = { kind: 'above-floor', floorFen: fen(200_000) };

describe('what relatives may use of an account', () => {
  it.each<[string, ShareableRule, number, number, number, number]>([
    ['all of it', { kind: 'all' }, 100, 200, 0, 300],
    ['all but what is frozen', { kind: 'all' }, 100, 200, 40, 260],
    ['nothing of an empty account', { kind: 'all' }, 0, 0, 0, 0],
    ['only what was carried over', { kind: 'carried-over-only' }, 100, 200, 0, 200],
    ['nothing at the floor less one', floor, 99_999, 100_000, 0, 0],
    ['nothing at the floor', floor, 100_000, 100_000, 0, 0],
    ['one 分 above the floor', floor, 100_001, 100_000, 0, 1],
    ['what is above the floor', floor, 90_000, 190_000, 0, 80_000],
    ['less where some is frozen', floor, 90_000, 190_000, 45_000, 35_000],
    ['nothing where the frozen part reaches the floor', floor, 90_000, 190_000, 80_000, 0],
  ])('is %s', (_name, rule, currentYear, carriedOver, frozen, expected) => {
    const shareable = shareableOf(pots(currentYear, carriedOver, frozen), rule, OLD_FIRST);
    expect(shareable.shareableFen).toBe(expected);
    expect(shareable.pots.reduce((sum, part) => sum + part.amountFen, 0)).toBe(expected);
  });

  it('names the rule and the frozen part', () => {
    expect(shareableOf(pots(90_000, 190_000), floor, OLD_FIRST).text).toBe('个人账户余额超过 ¥2,000.00 的部分可以共济。');
    expect(shareableOf(pots(100, 200, 40), { kind: 'all' }, OLD_FIRST).text).toContain('另有 ¥0.40 正在冻结');
  });

  it('comes from the pots in their order; the floor stays in the last ones', () => {
    expect(shareableOf(pots(90_000, 190_000), floor, OLD_FIRST).pots).toEqual([{ pot: 'carriedOver', amountFen: 80_000 }]);
    expect(shareableOf(pots(90_000, 190_000), floor, ['currentYear', 'carriedOver']).pots).toEqual([
      { pot: 'currentYear', amountFen: 80_000 },
    ]);
    expect(shareableOf(pots(50, 70), { kind: 'all' }, OLD_FIRST).pots).toEqual([
      { pot: 'carriedOver', amountFen: 70 },
      { pot: 'currentYear', amountFen: 50 },
    ]);
  });
});

describe('taking from pots', () => {
  const both = ownPots(pots(50, 70), OLD_FIRST);

  it.each([
    [0, []],
    [-5, []],
    [69, [{ pot: 'carriedOver', amountFen: 69 }]],
    [70, [{ pot: 'carriedOver', amountFen: 70 }]],
    [
      71,
      [
        { pot: 'carriedOver', amountFen: 70 },
        { pot: 'currentYear', amountFen: 1 },
      ],
    ],
    [
      500,
      [
        { pot: 'carriedOver', amountFen: 70 },
        { pot: 'currentYear', amountFen: 50 },
      ],
    ],
  ])('%d takes from the first as far as it reaches', (amount, taken) => {
    expect(takeFrom(both, fen(amount))).toEqual(taken);
  });
});

it('the pots are spent in the region’s order, old money first where it says none', () => {
  expect(potOrderOf(policyWith({ potOrder: ['currentYear', 'carriedOver'] }))).toEqual(['currentYear', 'carriedOver']);
  expect(potOrderOf(policyWith({ potOrder: undefined }))).toEqual(OLD_FIRST);
});
