import { useSyncExternalStore } from 'react';

// What a visitor of the demonstration has done so far, and the code that the phone shows now. In memory only, and only in a browser.

export interface Trail {
  /** Digits of the code on the screen, while it can be scanned. */
  readonly payload: string | null;
  readonly done: ReadonlySet<Deed>;
}
export type Deed = 'shown' | 'handed' | 'settled' | 'family' | 'premium';

let trail: Trail = { payload: null, done: new Set() };
const listeners = new Set<() => void>();

function become(next: Trail): void {
  trail = next;
  for (const listener of listeners) listener();
}

export const note = (deed: Deed): void => {
  if (!trail.done.has(deed)) become({ ...trail, done: new Set([...trail.done, deed]) });
};

export function noteShown(payload: string | null): void {
  if (payload !== trail.payload) become({ ...trail, payload });
  if (payload !== null) note('shown');
}

export const useTrail = (): Trail =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => trail,
  );
