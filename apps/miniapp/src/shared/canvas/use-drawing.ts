import Taro, { useDidShow, useReady } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { openSurface, type Surface } from './surface';

const PAUSE_MS = 50;
/** A second: whatever has no place by then is hidden, and is drawn when it is shown. */
const TRIES = 20;

/**
 * Draws on the canvas `id` when the page is ready, when `draw` or the size of the canvas changes, and when the page comes back to the front: a hidden page has
 * no size. A canvas that has just been put there may have none yet either, and would stay empty.
 */
export function useDrawing(id: string, draw: (surface: Surface) => void, size = 'fixed'): void {
  const latest = useRef(draw);
  latest.current = draw;
  const here = useRef(true);
  const paint = (canvasId: string, tries = TRIES): void => {
    Taro.nextTick(() => {
      void openSurface(canvasId).then((surface) => {
        if (!here.current) return;
        if (surface !== undefined) latest.current(surface);
        else if (tries > 1) setTimeout(() => paint(canvasId, tries - 1), PAUSE_MS);
      });
    });
  };
  useReady(() => paint(id));
  useDidShow(() => paint(id));
  useEffect(() => paint(id), [draw, id, size]);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
}
