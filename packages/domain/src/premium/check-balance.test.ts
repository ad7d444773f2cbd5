import { policyWith, pots, type RuleOverrides } from '../../../../test/support/domain-builders';
import { lookAt } from '../explain';
import { fen } from '../money';
import { BALANCE_CHECK } from './check-balance';

const told = (rules: RuleOverrides, currentYear: number, carriedOver: number, frozen = 0) =>
  lookAt([BALANCE_CHECK], { pots: pots(currentYear, carriedOver, frozen), policy: policyWith(rules) })[0];
const OVER: RuleOverrides = { premiumBalanceOverFen: fen(200_000) };

describe('a premium is paid from an account whose balance is over what the region wants', () => {
  it.each([
    [100_000, 99_999],
    [100_000, 100_000],
  ])('not with %d and %d', (currentYear, carriedOver) => {
    expect(told(OVER, currentYear, carriedOver)).toMatchObject({
      result: 'no',
      code: 'PREMIUM_BALANCE_TOO_LOW',
      text: expect.stringMatching(/地区440000.*¥2,000.00/),
      rule: { kind: 'premiumBalanceOverFen' },
    });
  });

  it('with one 分 over it in both pots together, frozen or not', () => {
    const expected = { result: 'ok', code: null, text: '余额够。', rule: { kind: 'premiumBalanceOverFen' } };
    expect(told(OVER, 100_000, 100_001)).toMatchObject(expected);
    expect(told(OVER, 100_001, 100_000, 100_001)).toMatchObject(expected);
  });

  it('from any account where nobody published such a balance', () => {
    expect(told({}, 0, 0)).toMatchObject({ result: 'unknown', code: null, rule: null });
  });
});
