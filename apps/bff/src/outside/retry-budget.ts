/** So many calls pay for one repetition: whatever fails, and for however long, nobody receives more than 1.2 times the calls that were made. */
const CALLS_PER_REPEAT = 5;
/** Not more than this is saved up in good times, so that an outage does not begin with a flood. */
const MOST_SAVED = 10;

export interface RetryBudget {
  /** A call was sent for the first time. */
  readonly countCall: () => void;
  /** Takes one repetition, or says that there is none. */
  readonly takeRepeat: () => boolean;
}

/**
 * Starts empty, so that the bound holds from the first call on. By calls and not by time: it needs no clock, and a quiet hour saves nothing. Own code
 * because the libraries at hand (cockatiel, opossum, p-retry) bound the tries of one call and not the sum of all.
 */
export function openRetryBudget(): RetryBudget {
  let saved = 0;
  return {
    countCall: () => {
      saved = Math.min(saved + 1, MOST_SAVED * CALLS_PER_REPEAT);
    },
    takeRepeat: () => {
      if (saved < CALLS_PER_REPEAT) return false;
      saved -= CALLS_PER_REPEAT;
      return true;
    },
  };
}
