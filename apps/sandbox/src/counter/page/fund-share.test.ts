import { fen } from '@gongji/domain';
import { demoFundShare } from './fund-share';

describe('the demonstration share of the fund', () => {
  it.each([
    ['hospital', 10_000, 5000],
    ['hospital', 8651, 4325],
    ['hospital', 1, 0],
    ['pharmacy', 10_000, 0],
  ] as const)('of a %s with %i is %i, in whole 分', (kind, total, share) => {
    expect(demoFundShare(kind, fen(total))).toBe(share);
  });
});
