import type { PaymentView } from '@gongji/contract';
import { useState } from 'react';
import type { Reading } from '@/shared/bff/use-read';
import { useInFront, useTick } from '@/shared/platform/lifecycle';
import { isUnsettled } from './payment-text';

/** Most answers come at once; the tax office is asked again after minutes. */
const QUICK_MS = 3_000;
const QUICK_LOOKS = 20;
const SLOW_MS = 15_000;
/** Ten minutes after the quick ones: what takes longer is told by a message, and looked for by hand. */
const MOST_LOOKS = QUICK_LOOKS + 40;

export interface Settling {
  /** The outcome is still being found out. */
  readonly unsettled: boolean;
  /** The page asks again by itself. */
  readonly byItself: boolean;
}

/** Reads a payment again every few seconds on the page in front until its outcome is known, and not for ever. */
export function useSettling(reading: Reading<PaymentView>): Settling {
  const [looks, setLooks] = useState(0);
  const unsettled = reading.answer !== undefined && isUnsettled(reading.answer);
  const byItself = unsettled && looks < MOST_LOOKS;
  const inFront = useInFront();
  // That nobody answers stays to be read for a while before the next look.
  const quick = looks < QUICK_LOOKS && reading.phase !== 'failed';
  useTick(quick ? QUICK_MS : SLOW_MS, byItself && inFront, () => {
    // A newer question makes the answer to the one before it count for nothing.
    if (reading.phase === 'loading') return;
    setLooks((count) => count + 1);
    reading.reload();
  });
  return { unsettled, byItself };
}
