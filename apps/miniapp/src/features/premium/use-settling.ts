import type { PaymentView } from '@gongji/contract';
import { useState } from 'react';
import type { Reading } from '@/shared/bff/use-read';
import { useTick } from '@/shared/platform/lifecycle';
import { UNSETTLED } from './payment-text';

const LOOK_EVERY_MS = 3_000;
/** A minute: what takes longer is told by a message, and looked for by hand. */
const LOOKS_BY_ITSELF = 20;

export interface Settling {
  /** The outcome is still being found out. */
  readonly unsettled: boolean;
  /** The page asks again by itself. */
  readonly byItself: boolean;
}

/** Reads a payment again every few seconds until its outcome is known, and not for ever. */
export function useSettling(reading: Reading<PaymentView>): Settling {
  const [looks, setLooks] = useState(0);
  const unsettled = reading.answer !== undefined && UNSETTLED.includes(reading.answer.state);
  const byItself = unsettled && looks < LOOKS_BY_ITSELF;
  useTick(LOOK_EVERY_MS, byItself, () => {
    setLooks((count) => count + 1);
    reading.reload();
  });
  return { unsettled, byItself };
}
