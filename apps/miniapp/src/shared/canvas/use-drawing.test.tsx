import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render } from '@testing-library/react';
import type { Surface } from './surface';
import { useDrawing } from './use-drawing';

const NOWHERE = { width: 0 } as DOMRect;
const PLACE = { width: 10, height: 20 } as DOMRect;
const LONG_MS = 5_000;

/** The canvas has a place from the look of this number on. */
const placedAt = (number: number) => {
  let looks = 0;
  jest.spyOn(HTMLCanvasElement.prototype, 'getBoundingClientRect').mockImplementation(() => ((looks += 1) < number ? NOWHERE : PLACE));
  return () => looks;
};

const Drawing = ({ draw }: { readonly draw: (surface: Surface) => void }) => {
  useDrawing('code', draw);
  return <canvas id="code" />;
};
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({} as never);
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
    expect(draw).toHaveBeenCalledWith(expect.objectContaining({ width: 10, height: 20 }));
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

  it('is made on the page in front, whatever stands on those below', async () => {
    const below = document.body.appendChild(document.createElement('div'));
    below.className = 'taro_page taro_page_shade';
    below.innerHTML = '<canvas id="code"></canvas>';
    placedAt(1);
    const draw = jest.fn();
    const { container } = render(<Drawing draw={draw} />);
    await pass(LONG_MS);
    expect(draw).toHaveBeenCalled();
    expect(container.querySelector('canvas')?.height).toBe(20);
    below.remove();
  });
});
