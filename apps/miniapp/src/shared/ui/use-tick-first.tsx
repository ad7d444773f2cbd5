import { PIECES } from '@gongji/texts';
import { type ReactElement, useState } from 'react';
import { say } from '../text/say';
import { ErrorSummary, type FieldError } from './error-summary';
import { Tick } from './tick';
import { useMissing } from './use-missing';

interface TickFirst {
  readonly ticked: boolean;
  /** The box, and what is missing right above the button. */
  readonly box: ReactElement;
  /** What the button does: the act, or asking for the tick. */
  readonly unlessUnticked: (act: () => void) => () => void;
}

/** Something to confirm before a button acts: one box in front of it, never ticked beforehand. */
export function useTickFirst(id: string, label: string): TickFirst {
  const [ticked, setTicked] = useState(false);
  const missing = useMissing(ticked ? [] : [unticked(id, label)]);
  const box = (
    <>
      <Tick id={id} on={ticked} onTap={() => setTicked(!ticked)} label={label} error={missing.errorOf(id)} />
      <ErrorSummary errors={missing.told} />
    </>
  );
  return { ticked, box, unlessUnticked: missing.unlessMissing };
}

/** A box that has to be ticked, and is not. */
export const unticked = (field: string, label: string): FieldError => ({ field, text: say(PIECES.tickFirst, { label }) });
