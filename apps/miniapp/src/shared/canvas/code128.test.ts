import { describe, expect, it } from '@jest/globals';
import { BinaryBitmap, Code128Reader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';
import { raster } from '../../../test/support/raster';
import { code128Values, code128Widths, drawBars } from './code128';

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

  it.each([320, 622, 933])('is read by a scanner when drawn %i device pixels wide', (width) => {
    const digits = '0123456789012345678901234567890123456789';
    const picture = raster(width, 60);
    drawBars(picture.surface, digits);
    const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(picture.luminance(), width, 60)));
    expect(new Code128Reader().decode(bitmap).getText()).toBe(digits);
  });

  it('keeps ten modules of white on each side', () => {
    const picture = raster(622, 1);
    drawBars(picture.surface, '0123456789012345678901234567890123456789');
    const dark = [...picture.luminance()].map((value, x) => (value === 0 ? x : -1)).filter((x) => x >= 0);
    expect(dark[0]).toBeGreaterThanOrEqual(20);
    expect(dark[dark.length - 1]).toBeLessThan(622 - 20);
  });
});
