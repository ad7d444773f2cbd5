import { describe, expect, it } from '@jest/globals';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { raster } from '../../../test/support/raster';
import { drawQr } from './qr';

describe('the QR code', () => {
  it.each([232, 464, 696])('is read by a scanner when drawn %i device pixels wide', (side) => {
    const text = '0123456789012345678901234567890123456789';
    const picture = raster(side, side);
    drawQr(picture.surface, text);
    expect(jsQR(picture.rgba(), side, side)?.data).toBe(text);
  });

  it.each(['0123456789012345678901234567890123456789', '01234567890123456789012345678901234567'])(
    'of %s repairs a quarter of it',
    (text) => {
      expect(encode(text, { ecc: 'M', boostEcc: true }).version).toBe(encode(text, { ecc: 'Q' }).version);
      const picture = raster(464, 464);
      drawQr(picture.surface, text);
      const rgba = picture.rgba();
      // A fingerprint in the middle of the right half, two modules by three.
      for (let y = 250; y < 292; y += 1) rgba.fill(255, (y * 464 + 280) * 4, (y * 464 + 308) * 4);
      expect(jsQR(rgba, 464, 464)?.data).toBe(text);
    },
  );

  it.each([232, 464, 513, 609, 696, 1_032])('keeps four white modules on every side, and whole modules, in %i device pixels', (side) => {
    const picture = raster(side, side);
    drawQr(picture.surface, '0123456789012345678901234567890123456789');
    const dark = [...picture.luminance()].flatMap((value, at) => (value === 0 ? [[at % side, Math.floor(at / side)] as const] : []));
    const [xs, ys] = [dark.map(([x]) => x), dark.map(([, y]) => y)];
    const span = most(xs) - least(xs) + 1;
    expect(span % 25).toBe(0);
    expect(most(ys) - least(ys) + 1).toBe(span);
    const module = span / 25;
    expect(module).toBeGreaterThanOrEqual(2);
    for (const white of [least(xs), least(ys), side - 1 - most(xs), side - 1 - most(ys)]) expect(white).toBeGreaterThanOrEqual(4 * module);
  });
});

const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
