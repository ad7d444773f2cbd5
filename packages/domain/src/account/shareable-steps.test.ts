import fc from 'fast-check';
import { pots } from '../../../../test/support/domain-builders';
import { fen, fenText, minFen, type Fen } from '../money';
import type { ShareableRule } from '../policy/rules';
import { shareableOf } from './shareable';
import { shareableSteps, type StepsRequest, sumOfSteps } from './shareable-steps';

const ask = (rule: ShareableRule, changes: Partial<StepsRequest> = {}): StepsRequest => ({
  pots: pots(90_000, 190_000),
  rule,
  potOrder: ['carriedOver', 'currentYear'],
  sharedLeftFen: null,
  limitLeftFen: null,
  sealed: false,
  ...changes,
});
const told = (request: StepsRequest) => shareableSteps(request).map(({ text, amountFen }) => `${text} ${fenText(amountFen)}`);

const ALL: ShareableRule = { kind: 'all' };
const FLOOR: ShareableRule = { kind: 'above-floor', floorFen: fen(200_000) };
const OLD: ShareableRule = { kind: 'carried-over-only' };
const QUOTA: ShareableRule = { kind: 'quota' };
const POOL: ShareableRule = { kind: 'pool', floorFen: fen(200_000), movesPerMonth: 2 };

describe('the way from the balance to what relatives may use', () => {
  it.each<[string, StepsRequest, readonly string[]]>([
    ['all of it', ask(ALL), ['个人账户余额 ¥2,800.00']],
    ['all but what is frozen', ask(ALL, { pots: pots(90_000, 190_000, 40_000) }), ['个人账户余额 ¥2,800.00', '正在冻结 −¥400.00']],
    ['above a floor', ask(FLOOR), ['个人账户余额 ¥2,800.00', '要留在账户里（最多 ¥2,000.00） −¥2,000.00']],
    [
      'above a floor that the balance does not reach',
      ask(FLOOR, { pots: pots(50_000, 0) }),
      ['个人账户余额 ¥500.00', '要留在账户里（最多 ¥2,000.00） −¥500.00'],
    ],
    ['carried over only', ask(OLD), ['个人账户余额 ¥2,800.00', '当年账户的余额不能共济 −¥900.00']],
    ['a quota that was not set', ask(QUOTA), ['个人账户余额 ¥2,800.00', '还没有划入共济额度 −¥2,800.00']],
    ['a quota', ask(QUOTA, { sharedLeftFen: fen(50_000) }), ['个人账户余额 ¥2,800.00', '没有划入共济额度，或已经用掉 −¥2,300.00']],
    ['a pool', ask(POOL, { sharedLeftFen: fen(50_000) }), ['个人账户余额 ¥2,800.00', '没有划入家庭共济账户，或已经用掉 −¥2,300.00']],
    [
      'a quota as wide as what may be put into it',
      ask(QUOTA, { sharedLeftFen: fen(190_000), potOrder: ['carriedOver'] }),
      ['个人账户余额 ¥2,800.00', '不在共济额度里 −¥900.00'],
    ],
    ['a limit to spending', ask(ALL, { limitLeftFen: fen(30_000) }), ['个人账户余额 ¥2,800.00', '超出全体亲属共用限额 −¥2,500.00']],
    ['a limit that is wider', ask(ALL, { limitLeftFen: fen(900_000) }), ['个人账户余额 ¥2,800.00']],
    [
      'a sealed account',
      ask(FLOOR, { sealed: true }),
      ['个人账户余额 ¥2,800.00', '要留在账户里（最多 ¥2,000.00） −¥2,000.00', '职工医保不是正常参保，账户已封存 −¥800.00'],
    ],
  ])('is told for %s', (_name, request, steps) => {
    expect(told(request)).toEqual(steps);
  });

  it('adds up to what the deduction uses, whatever the account and the rule', () => {
    const amount = fc.integer({ min: 0, max: 400_000 }).map(fen);
    const maybe = fc.option(amount, { nil: null });
    const rules = fc.constantFrom(ALL, FLOOR, OLD, QUOTA, POOL);
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.nat(100),
        rules,
        maybe,
        maybe,
        (currentYear, carriedOver, percent, rule, sharedLeftFen, limitLeftFen) => {
          const frozen = Math.floor((currentYear * percent) / 100);
          const request = ask(rule, { pots: pots(currentYear, carriedOver, frozen), sharedLeftFen, limitLeftFen });
          const steps = shareableSteps(request);
          const used: Fen = shareableOf(request).shareableFen;
          expect(sumOfSteps(steps)).toBe(limitLeftFen === null ? used : minFen(used, limitLeftFen));
          expect(sumOfSteps(shareableSteps({ ...request, sealed: true }))).toBe(0);
          for (const { text } of steps) expect(text).not.toBe('');
        },
      ),
    );
  });
});
