import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Sheet, Weight } from './marks';
import type { Typefaces } from './typeface';

/** Two pixels a point: small print stays sharp on a phone, and the picture stays below half a megabyte. */
const SCALE = 2;
const FAMILY: Readonly<Record<Weight, string>> = { regular: 'Receipt Regular', bold: 'Receipt Bold' };

/** Called once per thread. */
export function registerTypefaces(faces: Typefaces): void {
  for (const weight of ['regular', 'bold'] as const) GlobalFonts.registerFromPath(faces[weight].path, FAMILY[weight]);
}

export function paintPicture(sheet: Sheet): Uint8Array {
  const canvas = createCanvas(sheet.width * SCALE, sheet.height * SCALE);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SCALE, SCALE);
  for (const mark of sheet.marks) paint(context, mark);
  return canvas.encodeSync('png');
}

function paint(context: SKRSContext2D, mark: Sheet['marks'][number]): void {
  context.fillStyle = mark.color;
  if (mark.kind === 'box') return context.fillRect(mark.x, mark.y, mark.width, mark.height);
  context.font = `${mark.size}px "${FAMILY[mark.weight]}"`;
  context.fillText(mark.text, mark.x, mark.y);
}
