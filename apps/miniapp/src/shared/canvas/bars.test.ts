import { describe, expect, it } from '@jest/globals';
import { raster } from '../../../test/support/raster';
import { drawColumns } from './bars';

/** How many dark pixels stand over the base line in the middle of each place. */
function heightsOf(values: readonly number[], width = 100, height = 51): readonly number[] {
  const picture = raster(width, height);
  drawColumns(picture.surface, values);
  const pixels = picture.luminance();
  return values.map((_, index) => {
    const x = Math.floor(((index + 0.5) * width) / values.length);
    return Array.from({ length: height - 1 }, (__, y) => pixels[y * width + x]).filter((value) => value === 0).length;
  });
}

describe('columns', () => {
  it('stand to each other as their values, from zero', () => {
    expect(heightsOf([50, 25, 0, 100])).toEqual([25, 13, 0, 50]);
  });

  it('show little as something, and nothing as nothing', () => {
    expect(heightsOf([1, 0, 1_000_000])).toEqual([1, 0, 50]);
    expect(heightsOf([0, 0])).toEqual([0, 0]);
  });

  it('are bars also where there is only one', () => {
    const picture = raster(100, 51);
    drawColumns(picture.surface, [5]);
    const dark = Array.from(picture.luminance().slice(0, 100))
      .map((value, x) => (value === 0 ? x : -1))
      .filter((x) => x >= 0);
    expect([dark.length, dark[0]]).toEqual([12, 44]);
  });

  it('stay apart, and fit also when there are as many as two years have', () => {
    const picture = raster(300, 51);
    drawColumns(
      picture.surface,
      Array.from({ length: 24 }, () => 1),
    );
    const row = picture.luminance().slice(0, 300);
    const starts = [...row].filter((value, x) => value === 0 && row[x - 1] !== 0).length;
    expect(starts).toBe(24);
  });
});
