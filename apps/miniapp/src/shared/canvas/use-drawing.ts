import Taro, { useDidShow, useReady } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { openSurface, type Surface } from './surface';

/** Draws on the canvas `id` when the page is ready, when `draw` changes and when the page comes back to the front: a hidden page has no size. */
export function useDrawing(id: string, draw: (surface: Surface) => void): void {
  const latest = useRef(draw);
  latest.current = draw;
  const paint = () => {
    Taro.nextTick(() => {
      void openSurface(id).then((surface) => surface && latest.current(surface));
    });
  };
  useReady(paint);
  useDidShow(paint);
  useEffect(paint, [draw, id]);
}
