import { BLACK, PAPER } from './paper';
import type { Surface } from './surface';

// Code 128, set C: two digits a symbol. Widths of bars and spaces, bar first, for the values 0 to 106 (ISO/IEC 15417).
const WIDTHS =
  '212222,222122,222221,121223,121322,131222,122213,122312,132212,221213,221312,231212,112232,122132,122231,113222,123122,123221,223211,221132,221231,213212,223112,312131,311222,321122,321221,312212,322112,322211,212123,212321,232121,111323,131123,131321,112313,132113,132311,211313,231113,231311,112133,112331,132131,113123,113321,133121,313121,211331,231131,213113,213311,213131,311123,311321,331121,312113,312311,332111,314111,221411,431111,111224,111422,121124,121421,141122,141221,112214,112412,122114,122411,142112,142211,241211,221114,413111,241112,134111,111242,121142,121241,114212,124112,124211,411212,421112,421211,212141,214121,412121,111143,111341,131141,114113,114311,411113,411311,113141,114131,311141,411131,211412,211214,211232,2331112'.split(
    ',',
  );
const START_C = 105;
const STOP = 106;
/** In modules, each side. */
const QUIET = 10;

/** The values of the symbols, with start, check and stop. */
export function code128Values(digits: string): readonly number[] {
  if (!/^(\d\d)+$/.test(digits)) throw new RangeError('set C encodes an even number of digits');
  const values = [START_C];
  for (let index = 0; index < digits.length; index += 2) values.push(Number(digits.slice(index, index + 2)));
  const check = values.reduce((sum, value, place) => sum + value * Math.max(place, 1), 0) % 103;
  return [...values, check, STOP];
}

/** Bar, space, bar … in modules. */
export const code128Widths = (digits: string): readonly number[] =>
  code128Values(digits)
    .map((value) => WIDTHS[value] ?? '')
    .join('')
    .split('')
    .map(Number);

/** In device pixels: a module of one is lost to the smallest blur, in the glass or in the scanner. */
const NARROWEST = 2;

interface Placed {
  /** Device pixels a module: a whole number, since a bar that is blurred at its edge is read wrongly. */
  readonly side: number;
  readonly start: number;
}

/** Where the bars stand within so many device pixels, quiet zones included; undefined where there is no room for them. */
export function placeBars(widths: readonly number[], length: number): Placed | undefined {
  const modules = widths.reduce((sum, each) => sum + each, 0) + 2 * QUIET;
  const side = Math.floor(length / modules);
  return side < NARROWEST ? undefined : { side, start: Math.floor((length - modules * side) / 2) + QUIET * side };
}

/** False where no bar code fits that a scanner reads for sure: then nothing is drawn. Upright: for a phone that is turned. */
export function drawBars({ ctx, width, height }: Surface, digits: string, upright = false): boolean {
  const widths = code128Widths(digits);
  const placed = placeBars(widths, upright ? height : width);
  ctx.fillStyle = PAPER;
  ctx.fillRect(0, 0, width, height);
  if (placed === undefined) return false;
  ctx.fillStyle = BLACK;
  let at = placed.start;
  widths.forEach((each, index) => {
    const wide = each * placed.side;
    if (index % 2 === 0) ctx.fillRect(upright ? 0 : at, upright ? at : 0, upright ? width : wide, upright ? wide : height);
    at += wide;
  });
  return true;
}
