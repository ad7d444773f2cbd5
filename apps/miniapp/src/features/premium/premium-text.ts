import type { LevyView } from '@gongji/contract';
import { buysBenefits, monthOf, NO_BENEFIT_TEXT, type PlainDate, yearOf } from '@gongji/domain';
import { PIECES, PREMIUM } from '@gongji/texts';
import { dayOfYearText, dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import type { IconName } from '@/shared/ui/icon';
import type { Tone } from '@/shared/ui/notice';

export interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

export const LEVY_LOOK: Readonly<Record<LevyView['state'], Look & { readonly text: string }>> = {
  due: { tone: 'warn', icon: 'clock', text: PREMIUM.state.due },
  applied: { tone: 'info', icon: 'clock', text: PREMIUM.state.applied },
  paid: { tone: 'ok', icon: 'check', text: PREMIUM.state.paid },
  'nothing-due': { tone: 'quiet', icon: 'check', text: PREMIUM.state['nothing-due'] },
};

/** Masked as the service knows it; the reader is told where that is themself. null: nobody has paid. */
export function payerText({ payer, ownPaymentId }: Pick<LevyView, 'payer' | 'ownPaymentId'>): string | null {
  if (payer === null) return null;
  return ownPaymentId === null ? say(payer) : say(PIECES.leg.mine, { name: say(payer) });
}

/** From which day benefits hold, or that there are none in that year. */
export const benefitText = (year: number, startsOn: PlainDate): string =>
  buysBenefits(year, startsOn) ? dayText(startsOn) : say(NO_BENEFIT_TEXT);

export const assumedText = (year: number): string => say(PREMIUM.levy.assumed, { year });

export function windowText({ windowOpensOn, windowClosesOn, regionName: region, year }: LevyView): string {
  if (windowClosesOn === null) {
    return windowOpensOn === null
      ? say(PREMIUM.window.unknown, { region, year })
      : say(PREMIUM.window.from, { opens: dayText(windowOpensOn) });
  }
  if (windowOpensOn === null) return say(PREMIUM.window.until, { closes: dayText(windowClosesOn) });
  const closes = yearOf(windowOpensOn) === yearOf(windowClosesOn) ? dayOfYearText(windowClosesOn) : dayText(windowClosesOn);
  return say(PREMIUM.window.between, { opens: dayText(windowOpensOn), closes });
}

const DAY_MS = 86_400_000;
const daysBetween = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** How the window stands today, in days as people count them: today itself is the last day, not "0 days left". */
export function windowStanding({ windowOpensOn, windowClosesOn }: LevyView, today: PlainDate): string | null {
  if (windowOpensOn !== null && today < windowOpensOn) return say(PREMIUM.window.opensIn, { days: daysBetween(today, windowOpensOn) });
  if (windowClosesOn === null) return null;
  if (today > windowClosesOn) return say(PREMIUM.window.closed);
  return today === windowClosesOn ? say(PREMIUM.window.lastDay) : say(PREMIUM.window.left, { days: daysBetween(today, windowClosesOn) });
}

/** Next year's premium is collected from September on; before that people look at this year's. */
export const premiumYears = (today: PlainDate): readonly [likely: number, other: number] =>
  monthOf(today) >= 9 ? [yearOf(today) + 1, yearOf(today)] : [yearOf(today), yearOf(today) + 1];
