import type { CDPSession } from 'playwright-core';
import { PNG } from 'pngjs';

// A picture of the whole page, made so small that a letter is no more than grey: what is compared is where things are and in which colour.

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Buffer;
}

/** So many CSS pixels, in both directions, are one of the picture. */
const SCALE = 8;
/** Colours go in steps, so that they are packed small. */
const STEP = 8;
/** A page longer than this is cut off: the rest of it is more of the same. */
const LONGEST = 3000;

/** The browser draws it small: a screenshot in full size takes ten times as long. */
export const takePicture = async (session: CDPSession, size: { readonly width: number; readonly height: number }): Promise<Picture> => {
  const clip = { x: 0, y: 0, width: size.width, height: Math.min(size.height, LONGEST), scale: 1 / SCALE };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip });
  const { data: pixels, ...small } = PNG.sync.read(Buffer.from(data, 'base64'));
  for (let at = 0; at < pixels.length; at++) pixels[at] = Math.min(255, Math.round((pixels[at] ?? 0) / STEP) * STEP);
  return { ...small, pixels };
};
