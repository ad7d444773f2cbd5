import { describe, expect, it } from '@jest/globals';
import jsQR from 'jsqr';
import { raster } from '../../../test/support/raster';
import { drawQr } from './qr';

describe('the QR code', () => {
  it.each([232, 464, 696])('is read by a scanner when drawn %i device pixels wide', (side) => {
    const text = '0123456789012345678901234567890123456789';
    const picture = raster(side, side);
    drawQr(picture.surface, text);
    expect(jsQR(picture.rgba(), side, side)?.data).toBe(text);
  });

  it('is dark on white with four white modules around it', () => {
    const picture = raster(232, 232);
    drawQr(picture.surface, '0123456789012345678901234567890123456789');
    const rows = picture.luminance();
    const module = Math.floor(232 / 33);
    const edge = rows.slice(0, 232 * module * 4);
    expect(edge.every((value) => value === 255)).toBe(true);
  });
});
