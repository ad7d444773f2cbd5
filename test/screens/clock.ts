// The phone's clock in the pictures: always the same moment, so that what counts down or says how old it is looks alike in each run.

declare global {
  /** Puts the phone's clock forward. */
  var later: ((seconds: number) => void) | undefined;
}

/** By how much the clock goes on with each look at it. */
export interface StillClock {
  readonly instant: string;
  readonly lookMs: number;
}

/**
 * Runs inside of the page, before the program. The clock goes on a little with each look at it, and not by itself: Taro waits in a loop for
 * a tenth of a second to pass, and draws nothing where it never does.
 */
export const standStill = ({ instant, lookMs }: StillClock): void => {
  const Real = Date;
  let now = Real.parse(instant);
  const look = (): number => Math.floor((now += lookMs));
  globalThis.Date = new Proxy(Real, {
    construct: (_date, given: unknown[], as) => Reflect.construct(Real, given.length === 0 ? [look()] : given, as) as object,
    apply: () => new Real(look()).toString(),
    get: (_date, name) => (name === 'now' ? look : (Reflect.get(Real, name) as unknown)),
  });
  globalThis.later = (seconds) => (now += seconds * 1000);
};
