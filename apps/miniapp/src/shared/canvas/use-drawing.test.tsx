import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render } from '@testing-library/react';
import Taro from '@tarojs/taro';
import type { Surface } from './surface';
import { useDrawing } from './use-drawing';

const CANVAS = [{ node: { getContext: () => ({}) } }, { width: 10, height: 10 }];
const NOWHERE = [null, null];
const LONG_MS = 5_000;

/** The canvas has a place from the look of this number on. */
const placedAt = (number: number) => {
  let looks = 0;
  const query = {
    select: () => query,
    fields: () => query,
    boundingClientRect: () => query,
    exec: (found: (result: unknown) => void) => found((looks += 1) < number ? NOWHERE : CANVAS),
  };
  jest.spyOn(Taro, 'createSelectorQuery').mockReturnValue(query as never);
  return () => looks;
};

const Drawing = ({ draw }: { readonly draw: (surface: Surface) => void }) => {
  useDrawing('code', draw);
  return null;
};
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('a drawing', () => {
  it('comes as soon as its canvas has a place', async () => {
    placedAt(9);
    const draw = jest.fn();
    render(<Drawing draw={draw} />);
    await pass(LONG_MS);
    expect(draw).toHaveBeenCalledWith(expect.objectContaining({ width: 10, height: 10 }));
  });

  it('is given up where the canvas stays hidden', async () => {
    const looks = placedAt(Infinity);
    render(<Drawing draw={jest.fn()} />);
    await pass(LONG_MS);
    const before = looks();
    await pass(LONG_MS);
    expect(looks()).toBe(before);
  });

  it('does not come onto the canvas of whatever stands there instead', async () => {
    placedAt(9);
    const draw = jest.fn();
    const { unmount } = render(<Drawing draw={draw} />);
    await pass(60);
    unmount();
    await pass(LONG_MS);
    expect(draw).not.toHaveBeenCalled();
  });
});
