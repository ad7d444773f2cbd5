import { forget, keep, readKept } from '../platform/storage';

const COLOURS = 6;

/** Whom this phone has shown, in the order in which they came. */
let met: readonly string[] | undefined;

/**
 * Each of the first six has a colour of their own, the same at every launch, so that nobody takes one relative's code for another's. Another phone may choose
 * others.
 */
export function colourOf(personId: string): number {
  met ??= readKept<readonly string[]>('met') ?? [];
  if (!met.includes(personId)) {
    met = [...met, personId];
    keep('met', met);
  }
  return met.indexOf(personId) % COLOURS;
}

/** Somebody else has another family. */
export function forgetColours(): void {
  met = undefined;
  forget('met');
}
