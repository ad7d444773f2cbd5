import Taro, { useDidShow, useReady } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { openSurface, type Surface } from './surface';

/** Draws on the canvas `id` when the page is ready, when `draw` or the size of the canvas changes, and when the page comes back to the front: a hidden page has no size. */
export function useDrawing(id: string, draw: (surface: Surface) => void, size = 'fixed'): void {
  const latest = useRef(draw);
  latest.current = draw;
  const paint = (canvasId: string) => {
    Taro.nextTick(() => {
      void openSurface(canvasId).then((surface) => surface && latest.current(surface));
    });
  };
  useReady(() => paint(id));
  useDidShow(() => paint(id));
  useEffect(() => paint(id), [draw, id, size]);
}
