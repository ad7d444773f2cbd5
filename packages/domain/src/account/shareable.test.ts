import { policyWith, pots } from '../../../../test/support/domain-builders';
import { type Fen, fen } from '../money';
import type { Pot, ShareableRule } from '../policy/rules';
import { potOrderOf } from './pot-order';
import { ownPots, type PotBalance, shareableOf, spendablePots, takeFrom } from './shareable';

const OLD_FIRST = ['carriedOver', 'currentYear'] as const;
const shared = (
  balances: readonly PotBalance[],
  rule: ShareableRule,
  potOrder: readonly Pot[] = OLD_FIRST,
  sharedLeftFen: Fen | null = null,
) => shareableOf({ pots: balances, rule, potOrder, sharedLeftFen });
const floor: ShareableRule = { kind: 'above-floor', floorFen: fen(200_000) };

describe('what relatives may use of an account', () => {
  it.each<[string, ShareableRule, number, number, number, number]>([
    ['all of it', { kind: 'all' }, 100, 200, 0, 300],
    ['all but what is frozen', { kind: 'all' }, 100, 200, 40, 260],
    ['no less than the other pot where more is frozen in one than is in it', { kind: 'all' }, 100, 200, 140, 200],
    ['nothing of an empty account', { kind: 'all' }, 0, 0, 0, 0],
    ['only what was carried over', { kind: 'carried-over-only' }, 100, 200, 0, 200],
    ['nothing at the floor less one', floor, 99_999, 100_000, 0, 0],
    ['nothing at the floor', floor, 100_000, 100_000, 0, 0],
    ['one 分 above the floor', floor, 100_001, 100_000, 0, 1],
    ['what is above the floor', floor, 90_000, 190_000, 0, 80_000],
    ['less where some is frozen', floor, 90_000, 190_000, 45_000, 35_000],
    ['nothing where the frozen part reaches the floor', floor, 90_000, 190_000, 80_000, 0],
  ])('is %s', (_name, rule, currentYear, carriedOver, frozen, expected) => {
    const shareable = shared(pots(currentYear, carriedOver, frozen), rule);
    expect(shareable.shareableFen).toBe(expected);
    expect(shareable.pots.reduce((sum, part) => sum + part.amountFen, 0)).toBe(expected);
  });

  it('names the rule and the frozen part', () => {
    expect(shared(pots(90_000, 190_000), floor).text).toBe('个人账户余额超过 ¥2,000.00 的部分可以共济。');
    expect(shared(pots(100, 200, 40), { kind: 'all' }).text).toContain('另有 ¥0.40 正在冻结');
  });

  it('comes from the pots in their order; the floor stays in the last ones', () => {
    expect(shared(pots(90_000, 190_000), floor).pots).toEqual([{ pot: 'carriedOver', amountFen: 80_000 }]);
    expect(shared(pots(90_000, 190_000), floor, ['currentYear', 'carriedOver']).pots).toEqual([{ pot: 'currentYear', amountFen: 80_000 }]);
    expect(shared(pots(50, 70), { kind: 'all' }).pots).toEqual([
      { pot: 'carriedOver', amountFen: 70 },
      { pot: 'currentYear', amountFen: 50 },
    ]);
  });
});

describe('what was set aside for relatives', () => {
  const quota: ShareableRule = { kind: 'quota' };
  const pool: ShareableRule = { kind: 'pool', floorFen: fen(200_000), movesPerMonth: 2 };

  it.each<[string, ShareableRule, number | null, number]>([
    ['nothing of a quota that was never set', quota, null, 0],
    ['what is left of a quota', quota, 299, 299],
    ['at most what is in the account', quota, 301, 300],
    ['nothing of a quota that is used up', quota, 0, 0],
    ['nothing of a pool that was never filled', pool, null, 0],
    ['what is left of a pool, whatever its floor: the floor counts when it is filled', pool, 300, 300],
    ['all of it under a limit: that limit is a cap, not a purse', { kind: 'all' }, 5, 300],
  ])('is %s', (_name, rule, left, expected) => {
    expect(shared(pots(100, 200), rule, OLD_FIRST, left === null ? null : fen(left)).shareableFen).toBe(expected);
  });

  it.each([
    [0, 300],
    [1, 299],
    [299, 1],
    [300, 0],
    [301, 0],
  ])('of 300, %d set aside leaves the holder %d to spend', (aside, expected) => {
    const own = spendablePots(pots(100, 200), OLD_FIRST, fen(aside));
    expect(own.reduce((sum, part) => sum + part.amountFen, 0)).toBe(expected);
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
