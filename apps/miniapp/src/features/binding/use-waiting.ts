import { useState } from 'react';
import { useInFront, useTick } from '@/shared/platform/lifecycle';

/** The other side often sits beside the one who waits. */
const LOOK_EVERY_MS = 5_000;
/** Ten minutes: an answer that takes longer is told by a message. */
const MOST_LOOKS = 120;

/** Looks again on the page in front while the other side has not answered, and not for ever. */
export function useWaiting(waits: boolean, look: () => void): void {
  const [looks, setLooks] = useState(0);
  const inFront = useInFront();
  useTick(LOOK_EVERY_MS, waits && inFront && looks < MOST_LOOKS, () => {
    setLooks((count) => count + 1);
    look();
  });
}
