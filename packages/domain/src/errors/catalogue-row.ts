/** Seven kinds; the edge maps each to one status. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable' | 'bug';

export interface CatalogueRow {
  readonly kind: ErrorKind;
  /** What happened and why. `{name}` is filled from the refusal's facts. */
  readonly text: string;
  /** What to do now, and who can mend it. */
  readonly nextStep: string;
}
