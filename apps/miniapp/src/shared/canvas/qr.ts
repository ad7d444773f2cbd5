import { encode } from 'uqr';
import { BLACK, PAPER } from './paper';
import type { Surface } from './surface';

/** In modules, each side (ISO/IEC 18004). */
const QUIET = 4;

export function drawQr({ ctx, width, height }: Surface, text: string): void {
  // As much repair as fits into the same number of modules: a scratched glass costs no second try.
  const { data: rows, size } = encode(text, { ecc: 'M', boostEcc: true, border: QUIET });
  const side = Math.floor(Math.min(width, height) / size);
  const left = Math.floor((width - side * size) / 2);
  const top = Math.floor((height - side * size) / 2);
  ctx.fillStyle = PAPER;
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = BLACK;
  rows.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) ctx.fillRect(left + x * side, top + y * side, side, side);
    });
  });
}
