import { fen } from '../money';
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
    [
      'takes no more from all sponsors together than is left of the day, and the own account as ever',
      100,
      [
        own([40, 0]),
        payer('a', [20, 0], { dayLeftFen: fen(30) }),
        payer('b', [20, 0], { dayLeftFen: fen(30) }),
        payer('c', [9, 0], { dayLeftFen: fen(30) }),
      ],
      [
        ['me', 40, null],
        ['a', 20, null],
        ['b', 10, null],
        ['c', 0, 'day-limit-used'],
      ],
    ],
    [
      'takes the smaller of a cap and what is left of the day',
      50,
      [payer('a', [20, 0], { dayLeftFen: fen(12), capFen: fen(9) }), payer('b', [20, 0], { dayLeftFen: fen(12), capFen: fen(9) })],
      [
        ['a', 9, null],
        ['b', 3, null],
      ],
    ],
    [
      'limits the day of each sponsor as that one’s region says',
      50,
      [
        payer('a', [20, 0], { dayLeftFen: null }),
        payer('b', [20, 0], { dayLeftFen: fen(15) }),
        payer('c', [20, 0], { dayLeftFen: fen(25) }),
      ],
      [
        ['a', 20, null],
        ['b', 0, 'day-limit-used'],
        ['c', 5, null],
      ],
    ],
    [
      'gives a sponsor’s own reason before the day’s limit, and none where nothing is left to pay',
      20,
      [payer('a', [20, 0], { dayLeftFen: fen(0), skip: 'paused' }), own([20, 0]), payer('b', [20, 0], { dayLeftFen: fen(0) })],
      [
        ['me', 20, null],
        ['a', 0, 'paused'],
        ['b', 0, 'nothing-left-to-pay'],
      ],
    ],
    ['stops at a cap', 50, [payer('a', [40, 0], { capFen: fen(15) })], [['a', 15, null]]],
    ['takes the whole cap at the limit', 15, [payer('a', [40, 0], { capFen: fen(15) })], [['a', 15, null]]],
    ['takes nothing under a cap of nothing', 15, [payer('a', [40, 0], { capFen: fen(0) })], [['a', 0, 'month-cap-used']]],
    ['takes nothing under a cap below nothing', 15, [payer('a', [40, 0], { capFen: fen(-5) })], [['a', 0, 'month-cap-used']]],
    ['skips with the reason given', 15, [payer('a', [40, 0], { skip: 'use-not-ticked' })], [['a', 0, 'use-not-ticked']]],
    ['says when a sponsor has nothing to share', 15, [payer('a', [0, 0])], [['a', 0, 'nothing-shareable']]],
    ['says when the own account is empty', 15, [own([0, 0])], [['me', 0, 'own-balance-empty']]],
    ['counts a sponsor once, at the first place', 50, [payer('a', [20, 0]), payer('a', [30, 0])], [['a', 20, null]]],
    [
      'counts in 分 what does not come out even in yuan',
      58,
      [payer('a', [29, 0]), payer('b', [30, 0])],
      [
        ['a', 29, null],
        ['b', 29, null],
      ],
    ],
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

  it.each([0, -5])('leaves no cash of a need of %d, and none is owed back', (need) => {
    expect(deduct(fen(need), [own([9, 0])])).toMatchObject({ coveredFen: 0, cashFen: 0 });
  });

  it('splits a share over the pots in their order', () => {
    expect(deduct(fen(25), [payer('a', [20, 40])]).legs[0]?.pots).toEqual([
      { pot: 'carriedOver', amountFen: 20 },
      { pot: 'currentYear', amountFen: 5 },
    ]);
  });
});
