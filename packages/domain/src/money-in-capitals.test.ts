import fc from 'fast-check';
import { fen, MAX_FEN } from './money';
import { inCapitals } from './money-in-capitals';

// The examples of the central bank's rule, where it leaves a choice in the form without 零.

describe('an amount in capitals', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [53, '伍角叁分'],
    [100, '壹元整'],
    [1_000, '壹拾元整'],
    [1_005, '壹拾元零伍分'],
    [1_050, '壹拾元伍角整'],
    [10_100, '壹佰零壹元整'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [40_000, '肆佰元整'],
    [38_000, '叁佰捌拾元整'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [600_714, '陆仟零柒元壹角肆分'],
    [1_000_000, '壹万元整'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [1_000_100, '壹万零壹元整'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [100_000_000, '壹佰万元整'],
    [1_000_010_000, '壹仟万零壹佰元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_000_010_000, '壹亿零壹佰元整'],
    [10_001_000_000, '壹亿零壹万元整'],
    [10_010_000_000, '壹亿零壹拾万元整'],
    [10_000_500_000, '壹亿零伍仟元整'],
    [123_456_789_012, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
    [MAX_FEN, '玖佰亿元整'],
  ])('of %d fen reads %s', (amount, words) => {
    expect(inCapitals(fen(amount))).toBe(words);
  });

  it('is refused below zero', () => {
    expect(() => inCapitals(fen(-1))).toThrow(RangeError);
  });

  it('can be read back to the same amount, and has no two zeros beside each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_FEN }), (amount) => {
        const words = inCapitals(fen(amount));
        expect(readBack(words)).toBe(amount);
        expect(words).not.toMatch(/零零|零[万亿角分整]|.零元/);
        expect(words.endsWith('分')).toBe(amount % 10 !== 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** By another way than the writing: unit by unit. */
function readBack(words: string): number {
  const value = (digit = '零'): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(digit);
  const places: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1_000 };
  const below = (text = ''): number =>
    [...text.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g)].reduce(
      (sum, [, digit, place = '']) => sum + value(digit) * (places[place] ?? 1),
      0,
    );
  const form = /^(?:(.*)亿)?(?:(.*)万)?(?:(.*)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/;
  const [, hundredMillions, tenThousands, ones, jiao, cents] = form.exec(words) ?? [];
  return (below(hundredMillions) * 1e8 + below(tenThousands) * 1e4 + below(ones)) * 100 + value(jiao) * 10 + value(cents);
}
