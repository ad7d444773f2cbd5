import { fen, MAX_FEN } from '@gongji/domain';
import { BASKETS } from './baskets';
import { addsUp, billOf, type Item, KINDS, sumsOf } from './items';

const item = (kind: Item['kind'], priceFen: number, count = 1): Item => ({ kind, name: '项目', priceFen: fen(priceFen), count });

describe('a bill', () => {
  it.each([
    ['one kind', [item('drug', 1990, 2), item('drug', 50)], { use: 'drug', totalFen: 4030, notPayableFen: 0 }],
    [
      'one kind and what nobody but the person pays',
      [item('care', 2500), item('not-payable', 3000, 3)],
      { use: 'care', totalFen: 2500, notPayableFen: 9000 },
    ],
  ])('of %s settles that kind, and leaves out what is not payable', (_, items, bill) => {
    expect(billOf(items)).toEqual(bill);
  });

  it.each([
    ['nothing', [], 'BILL_EMPTY', '清单是空的'],
    ['what is not payable alone', [item('not-payable', 3000)], 'BILL_EMPTY', '请直接收现金'],
    ['two kinds', [item('care', 2500), item('drug', 1000)], 'BILL_MIXED', '诊疗 ¥25.00、药品 ¥10.00'],
  ])('of %s is not settled, and says what to do', (_, items, code, text) => {
    expect(billOf(items)).toMatchObject({ code, text: expect.stringContaining(text) });
  });

  it.each([
    [[item('care', MAX_FEN)], true],
    [[item('care', MAX_FEN), item('care', 1)], false],
    [[item('care', MAX_FEN, 999)], false],
  ])('of %j adds up: %p', (items, doesIt) => {
    expect(addsUp(items)).toBe(doesIt);
  });

  it('has its sums in whole 分', () => {
    const { payable, notPayableFen, allFen } = sumsOf([item('drug', 333, 3), item('device', 1), item('not-payable', 10)]);
    expect(payable.map(({ kind, sumFen }) => [kind, sumFen])).toEqual([
      ['drug', 999],
      ['device', 1],
    ]);
    expect([notPayableFen, allFen]).toEqual([10, 1010]);
  });
});

describe('the baskets of the demonstration', () => {
  it.each(['hospital', 'pharmacy'] as const)('of a %s hold what is sold there, and each but the mixed one can be settled', (kind) => {
    const baskets = BASKETS[kind];
    expect(baskets.length).toBeGreaterThan(2);
    for (const { items } of baskets) for (const each of items) expect(KINDS[kind]).toContain(each.kind);
    const refused = baskets.filter(({ items }) => 'code' in billOf(items));
    expect(refused.map(({ name }) => name)).toEqual(['混合清单']);
  });
});
