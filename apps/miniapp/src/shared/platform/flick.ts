import { useRef } from 'react';

// A short way sideways with the finger, as between the pages of a book.

interface Touch {
  readonly clientX: number;
  readonly clientY: number;
}
interface Touched {
  readonly touches: ArrayLike<Touch>;
  readonly changedTouches: ArrayLike<Touch>;
}
export type Way = 'next' | 'previous';

/** Less is a tap that slipped. */
const LEAST_PX = 48;

/** The handlers of an element that takes flicks. */
export function useFlick(flicked: (way: Way) => void): Readonly<Record<'onTouchStart' | 'onTouchEnd', (event: unknown) => void>> {
  // The page is drawn anew twice a second, also between the two ends of a flick.
  const start = useRef<Touch | undefined>(undefined);
  return {
    onTouchStart: (event) => {
      const { touches } = event as Touched;
      start.current = touches.length === 1 ? touches[0] : undefined;
    },
    onTouchEnd: (event) => {
      const [from, to] = [start.current, (event as Touched).changedTouches[0]];
      start.current = undefined;
      const way = from === undefined || to === undefined ? undefined : wayOf(to.clientX - from.clientX, to.clientY - from.clientY);
      if (way !== undefined) flicked(way);
    },
  };
}

/** For what lies over an element that takes flicks: a thumb that slips over it turns no page beneath. */
export const NO_FLICK = { onTouchStart: (event: { stopPropagation(): void }) => event.stopPropagation() };

/** What goes up or down half as much as sideways is scrolling. */
export function wayOf(right: number, down: number): Way | undefined {
  if (Math.abs(right) < LEAST_PX || Math.abs(right) < 2 * Math.abs(down)) return undefined;
  return right < 0 ? 'next' : 'previous';
}
