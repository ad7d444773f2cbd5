import { BinaryBitmap, BitArray, Code128Reader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';

/** Brightness of each pixel, row by row. */
export interface Grey {
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const ROWS = 25;
/** In pixels: less white than this is a space within a code. */
const QUIET = 8;

/**
 * The text of a Code 128 whose bars stand upright; null when there is none. The place of the first bar is found here and not by the library: its own search gives
 * up at the first dark spot left of a code (after it the list of widths is too short), and a photograph always has some.
 */
export function readBars({ pixels, width, height }: Grey): string | null {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)));
  for (let index = 0; index < ROWS; index += 1) {
    const y = Math.floor(((index + 0.5) * height) / ROWS);
    const row = tried(() => bitmap.getBlackRow(y, new BitArray(width)));
    const text = row === null ? null : readRow(row, y);
    if (text !== null) return text;
  }
  return null;
}

function readRow(row: BitArray, y: number): string | null {
  let white = QUIET;
  for (let x = 0; x < row.getSize(); x += 1) {
    if (!row.get(x)) white += 1;
    else {
      const text = white < QUIET ? null : tried(() => new Code128Reader().decodeRow(y, from(row, x)).getText());
      if (text !== null) return text;
      white = 0;
    }
  }
  return null;
}

/** The row with nothing dark left of x. */
function from(row: BitArray, x: number): BitArray {
  const rest = new BitArray(row.getSize());
  for (let at = x; at < row.getSize(); at += 1) if (row.get(at)) rest.set(at);
  return rest;
}

/** The library throws where it finds nothing. */
function tried<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
