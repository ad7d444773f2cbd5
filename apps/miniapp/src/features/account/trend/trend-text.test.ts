import { describe, expect, it } from '@jest/globals';
import { fen, type Month } from '@gongji/domain';
import { columnLabel, heightsOf, trendText } from './trend-text';

const month = (name: string, balance: number) => ({ month: name as Month, inFen: fen(0), outFen: fen(0), balanceFen: fen(balance) });

describe('the trend in words', () => {
  it.each<[string, Parameters<typeof trendText>[0], string]>([
    ['of nothing', [], '还没有走势。'],
    ['of one month', [month('2026-11', 800_000)], '2026年11月，现在余额 ¥8,000.00。'],
    [
      'that rose',
      [month('2026-11', 800_000), month('2026-12', 900_000), month('2027-01', 810_000)],
      '2026年11月底余额 ¥8,000.00，现在 ¥8,100.00，多了 ¥100.00。月底最多 ¥9,000.00（2026年12月），最少 ¥8,000.00（2026年11月）。',
    ],
    [
      'that fell',
      [month('2026-11', 800_000), month('2026-12', 750_000)],
      '2026年11月底余额 ¥8,000.00，现在 ¥7,500.00，少了 ¥500.00。月底最多 ¥8,000.00（2026年11月），最少 ¥7,500.00（2026年12月）。',
    ],
    [
      'that stood still',
      [month('2026-11', 800_000), month('2026-12', 800_000)],
      '2026年11月底余额 ¥8,000.00，现在 ¥8,000.00，没有变化。月底最多 ¥8,000.00（2026年12月），最少 ¥8,000.00（2026年11月）。',
    ],
  ])('%s', (_name, months, text) => {
    expect(trendText(months)).toBe(text);
  });

  it('calls a month a month while there are few', () => {
    expect(columnLabel('2026-09' as Month, 0, 6)).toBe('9月');
  });

  it('names every month of one year, and every other of two', () => {
    expect([0, 1].map((index) => columnLabel('2026-09' as Month, index, 12))).toEqual(['9', '9']);
    expect([0, 1].map((index) => columnLabel('2026-09' as Month, index, 24))).toEqual(['9', '']);
  });
});

describe('the columns of the trend', () => {
  const heights = (...balances: readonly number[]) => heightsOf(balances.map((balance) => month('2026-09', balance)));

  it('stand to each other as their values, from zero', () => {
    expect(heights(50, 25, 0, 100)).toEqual([50, 25, 0, 100]);
  });

  it('show little as something, and nothing as nothing', () => {
    expect(heights(1, 0, 1_000_000)).toEqual([1, 0, 100]);
    expect(heights(0, 0)).toEqual([0, 0]);
  });
});
