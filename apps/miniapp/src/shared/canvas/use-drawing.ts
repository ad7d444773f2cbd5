import { useDidShow, useReady } from '@tarojs/taro';
import { useLayoutEffect, useRef } from 'react';
import { openSurface, type Surface } from './surface';

type Draw = (surface: Surface) => void;

/**
 * Draws on the canvas `id` when the page is ready, when `draw` or the size of the canvas changes, and when the page comes back to the front: a hidden page has
 * no size. A canvas that has just been put there may have none yet either, and would stay empty.
 */
export function useDrawing(id: string, draw: Draw, size = 'fixed'): void {
  const latest = useRef<Draw | null>(null);
  useLayoutEffect(() => {
    latest.current = draw;
    return () => {
      latest.current = null;
    };
  }, [draw]);
  useReady(() => paint(id, latest));
  useDidShow(() => paint(id, latest));
  // While the change is on its way to the page: in WeChat, Taro answers with it then.
  useLayoutEffect(() => paint(id, latest), [draw, id, size]);
}

const PAUSE_MS = 50;
/** A second: whatever has no place by then is hidden, and is drawn when it is shown. */
const TRIES = 20;

/** `latest`: null once its component is gone; another one's canvas may have the same id. */
function paint(id: string, latest: { readonly current: Draw | null }, tries = TRIES): void {
  void openSurface(id).then((surface) => {
    if (surface !== undefined) latest.current?.(surface);
    else if (latest.current !== null && tries > 1) setTimeout(() => paint(id, latest, tries - 1), PAUSE_MS);
  });
}
