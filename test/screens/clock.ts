// The phone's clock in the pictures: always the same moment, so that what counts down or says how old it is looks alike in each run.

declare global {
  /** Puts the phone's clock forward. */
  var later: ((seconds: number) => void) | undefined;
}

/**
 * Runs inside of the page, before the program. The clock goes on a little for each task that looks at it, and not by itself: Taro waits for a tenth
 * of a second to pass, and draws nothing where it never does. Within a task it stands: React would leave the rest of the page to the next one.
 */
export const standStill = (instant: string): void => {
  const TASK_MS = 10;
  const Real = Date;
  let now = Real.parse(instant);
  let isLooked = false;
  const look = (): number => {
    if (!isLooked) {
      isLooked = true;
      now += TASK_MS;
      setTimeout(() => (isLooked = false));
    }
    return now;
  };
  globalThis.Date = new Proxy(Real, {
    construct: (_date, given: unknown[], as) => Reflect.construct(Real, given.length === 0 ? [look()] : given, as) as object,
    apply: () => new Real(look()).toString(),
    get: (_date, name) => (name === 'now' ? look : (Reflect.get(Real, name) as unknown)),
  });
  globalThis.later = (seconds) => (now += seconds * 1000);
};
