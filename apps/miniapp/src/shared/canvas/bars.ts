import type { Surface } from './surface';

const BAR = '#9bb8b2';
const LAST = '#0a6b5e';
const GROUND = '#ffffff';
const BASE = '#52605e';
/** Of a bar's place. */
const GAP = 0.3;
/** Of the picture's width: the few months of a new account are bars too, and no wall. */
const WIDEST = 0.12;

/** Bars from zero up, the last one dark. What is above zero is never drawn as nothing. */
export function drawColumns({ ctx, width, height, pixelRatio }: Surface, values: readonly number[]): void {
  const base = Math.max(1, Math.round(pixelRatio));
  ctx.fillStyle = GROUND;
  ctx.fillRect(0, 0, width, height);
  const most = Math.max(...values, 1);
  const place = width / Math.max(values.length, 1);
  const wide = Math.max(1, Math.round(Math.min(place * (1 - GAP), width * WIDEST)));
  values.forEach((value, index) => {
    const tall = value <= 0 ? 0 : Math.max(base, Math.round((value / most) * (height - base)));
    ctx.fillStyle = index === values.length - 1 ? LAST : BAR;
    ctx.fillRect(Math.round(place * (index + 0.5) - wide / 2), height - base - tall, wide, tall);
  });
  ctx.fillStyle = BASE;
  ctx.fillRect(0, height - base, width, base);
}
