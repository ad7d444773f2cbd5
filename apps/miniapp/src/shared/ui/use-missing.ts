import { useState } from 'react';
import type { FieldError } from './error-summary';
import { errorIn, useMoveToSummary } from './use-field-errors';

interface Missing {
  /** What was missing when the button was tapped, until it is there: for the summary above the button, and for the field itself. */
  readonly told: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** What the button does: the act, or saying what is missing. */
  readonly unlessMissing: (act: () => void) => () => void;
  /** Until the button is tapped again: something else is asked for now. */
  readonly forget: () => void;
}

const NOTHING: readonly FieldError[] = [];

/** A button that is off says nothing: one that still needs something of the person stays on, and tapped too early says what. */
export function useMissing(missing: readonly FieldError[]): Missing {
  const [times, setTimes] = useState(0);
  if (times > 0 && missing.length === 0) setTimes(0);
  useMoveToSummary(times);
  const told = times > 0 ? missing : NOTHING;
  return {
    told,
    errorOf: (field) => errorIn(told, field),
    unlessMissing: (act) => () => {
      if (missing.length === 0) act();
      else setTimes(times + 1);
    },
    forget: () => setTimes(0),
  };
}
