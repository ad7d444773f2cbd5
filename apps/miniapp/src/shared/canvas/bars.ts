import type { Surface } from './surface';

const BAR = '#9bb8b2';
const LAST = '#0a6b5e';
const GROUND = '#ffffff';
const BASE = '#52605e';
/** Of a bar's place. */
const GAP = 0.3;

/** Bars from zero up, the last one dark. What is above zero is never drawn as nothing. */
export function drawColumns({ ctx, width, height, pixelRatio }: Surface, values: readonly number[]): void {
  const base = Math.max(1, Math.round(pixelRatio));
  ctx.fillStyle = GROUND;
  ctx.fillRect(0, 0, width, height);
  const most = Math.max(...values, 1);
  const place = width / Math.max(values.length, 1);
  values.forEach((value, index) => {
    const tall = value <= 0 ? 0 : Math.max(base, Math.round((value / most) * (height - base)));
    ctx.fillStyle = index === values.length - 1 ? LAST : BAR;
    ctx.fillRect(Math.round(place * (index + GAP / 2)), height - base - tall, Math.max(1, Math.round(place * (1 - GAP))), tall);
  });
  ctx.fillStyle = BASE;
  ctx.fillRect(0, height - base, width, base);
}
