import type { Page as Tab } from 'playwright-core';
import { PNG } from 'pngjs';

// A picture of the whole page, made so small that a letter is no more than grey: what is compared is where things are and in which colour.

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Buffer;
}

/** So many pixels of the screen, in both directions, are one of the picture. */
export const SCALE = 5;
const STEP = 8;
/** A page longer than this is cut off: the rest of it is more of the same. */
const LONGEST = 3000;

export const takePicture = async (tab: Tab): Promise<Picture> => {
  const { width, height } = tab.viewportSize() ?? { width: 0, height: 0 };
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
  const { data, ...size } = PNG.sync.read(await tab.screenshot({ clip, scale: 'css', animations: 'allow', caret: 'initial' }));
  return shrink({ ...size, pixels: data });
};

/** Each pixel is the mean of a square. In steps, so that it is packed small. */
export const shrink = (large: Picture): Picture => {
  const [width, height] = [Math.floor(large.width / SCALE), Math.floor(large.height / SCALE)];
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) pixels[(y * width + x) * 4 + channel] = meanOf(large, { x, y, channel });
  return { width, height, pixels };
};

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly channel: number;
}

const meanOf = ({ width, pixels }: Picture, { x, y, channel }: Spot): number => {
  let sum = 0;
  for (let row = y * SCALE; row < (y + 1) * SCALE; row++) {
    const start = (row * width + x * SCALE) * 4 + channel;
    for (let at = start; at < start + SCALE * 4; at += 4) sum += pixels[at] ?? 0;
  }
  return Math.min(255, Math.round(sum / (SCALE * SCALE) / STEP) * STEP);
};
