import fc from 'fast-check';
import type { PotAmount } from '../account/shareable';
import { type Fen, fen } from '../money';
import { type Deduction, deduct, type Payer } from './deduct';
import type { SkipReason } from './skip-reason';

const payer = (payerId: string, amounts: readonly [number, number], rest: Partial<Payer> = {}): Payer => ({
  payerId,
  own: false,
  pots: [
    { pot: 'carriedOver', amountFen: fen(amounts[0]) },
    { pot: 'currentYear', amountFen: fen(amounts[1]) },
  ],
  capFen: null,
  skip: null,
  ...rest,
});
const own = (amounts: readonly [number, number], rest: Partial<Payer> = {}) => payer('me', amounts, { own: true, ...rest });
const amounts = (deduction: Deduction) => deduction.legs.map((leg) => [leg.payerId, leg.amountFen, leg.skip]);

describe('a deduction', () => {
  it('takes the own account first, then the sponsors in order, then leaves cash', () => {
    const result = deduct(fen(100), [payer('a', [30, 0]), own([20, 5]), payer('b', [10, 0])]);
    expect(amounts(result)).toEqual([
      ['me', 25, null],
      ['a', 30, null],
      ['b', 10, null],
    ]);
    expect([result.coveredFen, result.cashFen]).toEqual([65, 35]);
  });

  it.each<[string, number, readonly Payer[], readonly (readonly [string, number, SkipReason | null])[]]>([
    [
      'leaves later payers alone once it is covered',
      25,
      [own([25, 0]), payer('a', [9, 0])],
      [
        ['me', 25, null],
        ['a', 0, 'nothing-left-to-pay'],
      ],
    ],
    ['stops at a cap', 50, [payer('a', [40, 0], { capFen: fen(15) })], [['a', 15, null]]],
    ['takes the whole cap at the limit', 15, [payer('a', [40, 0], { capFen: fen(15) })], [['a', 15, null]]],
    ['takes nothing under a cap of nothing', 15, [payer('a', [40, 0], { capFen: fen(0) })], [['a', 0, 'month-cap-used']]],
    ['skips with the reason given', 15, [payer('a', [40, 0], { skip: 'use-not-ticked' })], [['a', 0, 'use-not-ticked']]],
    ['says when a sponsor has nothing to share', 15, [payer('a', [0, 0])], [['a', 0, 'nothing-shareable']]],
    ['says when the own account is empty', 15, [own([0, 0])], [['me', 0, 'own-balance-empty']]],
    ['counts a sponsor once', 50, [payer('a', [20, 0]), payer('a', [20, 0])], [['a', 20, null]]],
    ['counts a person who is also a sponsor once, as themself', 50, [payer('me', [20, 0]), own([20, 0])], [['me', 20, null]]],
    ['asks nothing for nothing', 0, [own([9, 0])], [['me', 0, 'nothing-left-to-pay']]],
    ['treats a negative need as none', -5, [own([9, 0])], [['me', 0, 'nothing-left-to-pay']]],
    ['counts no pot below nothing', 20, [payer('a', [-5, 20])], [['a', 20, null]]],
    ['has no legs without payers', 7, [], []],
  ])('%s', (_name, need, payers, expected) => {
    expect(amounts(deduct(fen(need), payers))).toEqual(expected);
  });

  it.each<[number | null, readonly (SkipReason | null)[]]>([
    [null, [null, null, null, null, null]],
    [3, [null, null, null, null, null]],
    [2, [null, null, null, null, 'over-sponsor-count']],
    [1, [null, null, null, 'over-sponsor-count', 'over-sponsor-count']],
    [0, [null, null, 'over-sponsor-count', 'over-sponsor-count', 'over-sponsor-count']],
  ])('asks at most %p sponsors; oneself and who pays nothing are not counted', (most, reasons) => {
    const payers = [own([5, 0]), payer('empty', [0, 0]), payer('a', [5, 0]), payer('b', [5, 0]), payer('c', [5, 0])];
    const [me, , ...rest] = deduct(fen(100), payers, most).legs;
    expect([me?.skip, null, ...rest.map((leg) => leg.skip)]).toEqual(reasons);
  });

  it('says that it was covered, not that there were too many sponsors, once nothing is left to pay', () => {
    expect(amounts(deduct(fen(5), [payer('a', [5, 0]), payer('b', [5, 0])], 1))).toEqual([
      ['a', 5, null],
      ['b', 0, 'nothing-left-to-pay'],
    ]);
  });

  it('splits a share over the pots in their order', () => {
    expect(deduct(fen(25), [payer('a', [20, 40])]).legs[0]?.pots).toEqual([
      { pot: 'carriedOver', amountFen: 20 },
      { pot: 'currentYear', amountFen: 5 },
    ]);
  });
});

describe('a deduction is the greedy one', () => {
  const CASES = 120_000;
  const amount = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 900_000 })).map(fen);
  const anyPayer: fc.Arbitrary<Payer> = fc.record({
    payerId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    own: fc.boolean(),
    pots: fc.tuple(amount, amount).map(([old, current]): readonly PotAmount[] => [
      { pot: 'carriedOver', amountFen: old },
      { pot: 'currentYear', amountFen: current },
    ]),
    capFen: fc.option(amount, { nil: null, freq: 3 }),
    skip: fc.option(fc.constantFrom<SkipReason>('paused', 'use-not-ticked'), { nil: null, freq: 5 }),
  });
  const need = fc.oneof(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 0, max: 3_000_000 })).map(fen);

  // Written from the formula alone: plain numbers, one running rest, no shared code.
  function reference(total: Fen, payers: readonly Payer[]): ReadonlyMap<string, number> {
    const shares = new Map<string, number>();
    let rest = Math.max(0, total);
    for (const round of [true, false])
      for (const each of payers.filter((one) => one.own === round)) {
        if (shares.has(each.payerId)) continue;
        const shareable = each.skip === null ? each.pots.reduce((sum, part) => sum + part.amountFen, 0) : 0;
        const share = Math.max(0, Math.min(shareable, each.capFen ?? Number.MAX_SAFE_INTEGER, rest));
        shares.set(each.payerId, share);
        rest -= share;
      }
    return shares;
  }

  it(`for ${CASES} orders, balances, caps and needs`, () => {
    fc.assert(
      fc.property(need, fc.array(anyPayer, { maxLength: 6 }), (total, payers) => {
        const { legs, coveredFen, cashFen } = deduct(total, payers);
        const expected = Array.from(reference(total, payers));
        const same =
          legs.length === expected.length &&
          legs.every((leg, index) => leg.payerId === expected[index]?.[0] && leg.amountFen === expected[index]?.[1]);
        const whole = coveredFen + cashFen === Math.max(0, total) && coveredFen === legs.reduce((sum, leg) => sum + leg.amountFen, 0);
        const split = legs.every(
          (leg) => leg.pots.reduce((sum, part) => sum + part.amountFen, 0) === leg.amountFen && leg.amountFen > 0 === (leg.skip === null),
        );
        return same && whole && split;
      }),
      { numRuns: CASES },
    );
  });
});
