import { useEffect, useState } from 'react';
import { moveTo } from '../platform/a11y';
import { type FieldError, SUMMARY_ID } from './error-summary';

export interface FieldErrors {
  readonly errors: readonly FieldError[];
  readonly errorOf: (field: string) => string | undefined;
  /** All that is wrong, when the form is to be sent; whether that is nothing. */
  readonly tell: (wrong: readonly FieldError[]) => boolean;
  /** `left`: all that is wrong by now. What has been mended is no longer marked; nothing new is marked while somebody is still typing. */
  readonly mend: (left: readonly FieldError[]) => void;
}

const NOTHING: readonly FieldError[] = [];

export function useFieldErrors(): FieldErrors {
  const [{ errors, times }, become] = useState({ errors: NOTHING, times: 0 });
  useMoveToSummary(times);
  return {
    errors,
    errorOf: (field) => errorIn(errors, field),
    tell: (wrong) => {
      become((before) => ({ errors: wrong, times: before.times + (wrong.length > 0 ? 1 : 0) }));
      return wrong.length === 0;
    },
    mend: (left) => become((before) => ({ ...before, errors: left.filter(({ field }) => errorIn(before.errors, field) !== undefined) })),
  };
}

export const errorIn = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((each) => each.field === field)?.text;

/** Each of the `times` that something is told, also the same again: the summary may be out of sight. Never from somebody who is mending it. */
export function useMoveToSummary(times: number): void {
  useEffect(() => {
    if (times > 0) moveTo(SUMMARY_ID);
  }, [times]);
}
