import { INSURANCE_CODE } from '@gongji/texts';
import { say } from '@/shared/text/say';

/** Short in large text, so that the button for a new one stands beside it. */
export const countdownText = (seconds: number, short: boolean): string =>
  say(short ? INSURANCE_CODE.countdown.short : INSURANCE_CODE.countdown.text, { seconds });

/** Read out only when it changes: at the start, near the end and after a renewal, never every second. */
export function spokenText({
  name,
  first,
  secondsLeft,
}: {
  readonly name: string;
  readonly first: boolean;
  readonly secondsLeft: number;
}): string {
  if (secondsLeft <= NEAR_END_SECONDS) return say(INSURANCE_CODE.countdown.nearEnd, { name, seconds: NEAR_END_SECONDS });
  return say(first ? INSURANCE_CODE.countdown.shown : INSURANCE_CODE.countdown.renewed, { name });
}
const NEAR_END_SECONDS = 10;
