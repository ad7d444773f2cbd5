import { describe, expect, it } from '@jest/globals';
import { pathOf, type Stroke, typedPath, withPoint } from './strokes';

const written = (points: readonly (readonly [number, number])[]): readonly Stroke[] =>
  points.reduce<readonly Stroke[]>((strokes, [x, y], index) => withPoint(strokes, { x, y }, index === 0), []);

describe('a signature', () => {
  it('is the path of what the finger drew', () => {
    const first = written([
      [1, 1],
      [10.4, 20.6],
    ]);
    expect(pathOf(withPoint(withPoint(first, { x: 50, y: 5 }, true), { x: 60, y: 5 }, false))).toBe('M1 1L10 21M50 5L60 5');
  });

  it('leaves out points that are too near to be seen', () => {
    expect(
      written([
        [1, 1],
        [2, 2],
        [9, 9],
      ])[0],
    ).toHaveLength(2);
  });

  it('is empty after a single tap', () => {
    expect(pathOf(written([[5, 5]]))).toBe('');
  });

  it('that was typed lies where no finger draws, rare letters included', () => {
    expect(typedPath('𠮷·王')).toBe('M134071 0L183 0L29579 0');
  });
});
