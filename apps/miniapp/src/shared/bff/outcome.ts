/** Why the BFF said no, in words that are shown as they stand. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
  readonly nextStep: string;
  readonly requestId: string | null;
  readonly fields: readonly { readonly path: string; readonly text: string }[];
}

/** done: it happened. refused: it did not, and we know why. unknown: no answer came, so it may have happened; read before doing it again. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly answer: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown'; readonly reference: string | null };
