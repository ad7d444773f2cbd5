import { describe, expect, it } from '@jest/globals';
import { BinaryBitmap, Code128Reader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';
import { raster } from '../../../test/support/raster';
import { code128Values, code128Widths, drawBars } from './code128';

const DIGITS = '0123456789012345678901234567890123456789';

describe('Code 128 set C', () => {
  it.each([
    ['00', [105, 0, 2, 106]],
    ['1234567890', [105, 12, 34, 56, 78, 90, 85, 106]],
    ['99', [105, 99, 101, 106]],
  ])('encodes %s with start, check and stop', (digits, values) => {
    expect(code128Values(digits)).toEqual(values);
  });

  it('makes eleven modules a symbol and thirteen for the stop', () => {
    const modules = code128Widths('1234567890123456789012345678901234567890').reduce((sum, width) => sum + width, 0);
    expect(modules).toBe(11 * (1 + 20 + 1) + 13);
  });

  it.each(['', '123', '12a4', '１２'])('refuses %j', (digits) => {
    expect(() => code128Values(digits)).toThrow(RangeError);
  });

  it.each([550, 622, 933, 1242])('is read by a scanner when drawn %i device pixels wide', (width) => {
    const picture = raster(width, 60);
    expect(drawBars(picture.surface, DIGITS)).toBe(true);
    const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(picture.luminance(), width, 60)));
    expect(new Code128Reader().decode(bitmap).getText()).toBe(DIGITS);
  });

  it('is read by a scanner when drawn upright, from the turned phone', () => {
    const [width, height] = [60, 1_300];
    const picture = raster(width, height);
    expect(drawBars(picture.surface, DIGITS, true)).toBe(true);
    const turned = Uint8ClampedArray.from({ length: width * height }, (_, at) => picture.luminance()[(at % height) * width] ?? 0);
    const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(turned, height, width)));
    expect(new Code128Reader().decode(bitmap).getText()).toBe(DIGITS);
  });

  it('is not drawn where a module would be narrower than two device pixels', () => {
    const picture = raster(549, 10);
    expect(drawBars(picture.surface, DIGITS)).toBe(false);
    expect(picture.luminance().every((value) => value === 255)).toBe(true);
  });
});

/** A row of the picture as its runs of one colour, white first. */
function runsOf(row: readonly number[]): readonly number[] {
  const runs = [0];
  row.forEach((value, x) => {
    if (x > 0 && value !== row[x - 1]) runs.push(0);
    runs[runs.length - 1] = (runs[runs.length - 1] ?? 0) + 1;
  });
  return runs;
}

describe('the bar code on a phone', () => {
  // CSS pixels of the picture on screens of 360 to 430, in both sizes of text, by what WeChat and the browser make of them.
  const widths = [308, 310, 315, 323, 347, 355, 356.6, 370];
  const phones = widths.flatMap((css) => [2, 2.625, 2.75, 3, 3.5].map((ratio) => [css, ratio] as const));

  it.each(phones)('of %d pixels at %d keeps ten white modules on both sides, and whole modules of two pixels at least', (css, ratio) => {
    for (const digits of [DIGITS, DIGITS.slice(2)]) {
      const picture = raster(Math.round(css * ratio), 1);
      drawBars(picture.surface, digits);
      const runs = runsOf([...picture.luminance()]);
      const bars = runs.slice(1, -1);
      const side = Math.min(...bars);
      expect(side).toBeGreaterThanOrEqual(2);
      expect(bars.map((run) => run / side)).toEqual(code128Widths(digits));
      expect(Math.min(runs[0] ?? 0, runs[runs.length - 1] ?? 0)).toBeGreaterThanOrEqual(10 * side);
    }
  });
});
