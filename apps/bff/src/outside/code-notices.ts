/**
 * The word from one process to all that a code has changed. It says which code and nothing else: whoever hears it reads the code by their own rights. A
 * notice may get lost, so nothing rests on it. Two implementations, one test for both.
 */
export interface CodeNotices {
  /** Neither waits nor throws. */
  readonly publish: (codeIds: readonly string[]) => void;
  /** Answers how to stop listening. */
  readonly subscribe: (told: (codeId: string) => void) => () => void;
  readonly close: () => Promise<void>;
}

export function openListeners() {
  const listeners = new Set<(codeId: string) => void>();
  return {
    tell: (codeId: string): void => {
      for (const told of listeners) told(codeId);
    },
    subscribe: (told: (codeId: string) => void): (() => void) => {
      // Wrapped, so that one function that listens twice is two listeners.
      const listener = (codeId: string): void => told(codeId);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
