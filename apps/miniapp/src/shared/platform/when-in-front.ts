import { useRef } from 'react';
import { useFront } from './lifecycle';

/** For where an answer leads: there at once from the page in front, on coming back to a page that was covered meanwhile, and nowhere once it is gone. */
export function useWhenInFront(): (act: () => void) => void {
  const inFront = useRef(true);
  const waiting = useRef<(() => void) | null>(null);
  useFront(
    () => {
      inFront.current = true;
      waiting.current?.();
      waiting.current = null;
    },
    () => {
      inFront.current = false;
    },
  );
  return (act) => {
    if (inFront.current) act();
    else waiting.current = act;
  };
}
