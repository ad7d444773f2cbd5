import type { Surface } from '@/shared/canvas/surface';

interface Raster {
  readonly surface: Surface;
  readonly luminance: () => Uint8ClampedArray;
  readonly rgba: () => Uint8ClampedArray;
}

/** A canvas that knows filled rectangles, in memory: enough to draw a code and read it back. */
export function raster(width: number, height: number): Raster {
  const pixels = new Uint8ClampedArray(width * height).fill(128);
  const ctx = {
    fillStyle: '#000000',
    fillRect(...[x, y, w, h]: readonly [number, number, number, number]) {
      const value = this.fillStyle === '#ffffff' ? 255 : 0;
      for (let row = y; row < y + h; row += 1) pixels.fill(value, row * width + x, row * width + x + w);
    },
  };
  const rgba = () => {
    const colours = new Uint8ClampedArray(pixels.length * 4);
    pixels.forEach((value, index) => colours.set([value, value, value, 255], index * 4));
    return colours;
  };
  return { surface: { ctx: ctx as unknown as CanvasRenderingContext2D, width, height, pixelRatio: 1 }, luminance: () => pixels, rgba };
}
