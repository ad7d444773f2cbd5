import { useState } from 'react';
import type { FieldError } from './error-summary';

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
  const [asked, setAsked] = useState(false);
  if (asked && missing.length === 0) setAsked(false);
  const told = asked ? missing : NOTHING;
  return {
    told,
    errorOf: (field) => told.find((each) => each.field === field)?.text,
    unlessMissing: (act) => () => {
      if (missing.length === 0) act();
      else setAsked(true);
    },
    forget: () => setAsked(false),
  };
}
