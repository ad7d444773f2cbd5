export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly Point[];

/** Closer points add length and no shape. */
const NEAR = 3;
/** The contract takes 20,000 characters; a point is nine at most. */
const MAX_POINTS = 2_000;

/** A stroke with one more point, where it is far enough from the last. */
export function withPoint(strokes: readonly Stroke[], point: Point, starts: boolean): readonly Stroke[] {
  const last = strokes[strokes.length - 1];
  if (strokes.reduce((sum, stroke) => sum + stroke.length, 0) >= MAX_POINTS) return strokes;
  if (starts || last === undefined) return [...strokes, [point]];
  const end = last[last.length - 1];
  if (end !== undefined && Math.abs(end.x - point.x) < NEAR && Math.abs(end.y - point.y) < NEAR) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}

/** The path of an SVG; a dot alone is no signature and gives ''. */
export const pathOf = (strokes: readonly Stroke[]): string =>
  strokes
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join(''))
    .join('');

/** A name typed instead of drawn, in the same form: each letter's code point lies on the line y = 0, far outside of any pad. The name can be read back. */
export const typedPath = (name: string): string =>
  [...name].map((letter, index) => `${index === 0 ? 'M' : 'L'}${letter.codePointAt(0)} 0`).join('');
