import type { PaymentView, QuoteView } from '@gongji/contract';
import { addFen, type Fen, fenText } from '@gongji/domain';
import { PAID, PAYMENT } from '@gongji/texts';
import { serverToday } from '@/shared/session/session';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { listText, personName } from '@/shared/text/words';
import type { Look } from './premium-text';

export const PAYMENT_LOOK: Readonly<Record<PaymentView['state'], Look>> = {
  submitting: { tone: 'info', icon: 'clock' },
  applied: { tone: 'info', icon: 'clock' },
  clearing: { tone: 'info', icon: 'clock' },
  paid: { tone: 'ok', icon: 'check' },
  posted: { tone: 'ok', icon: 'check' },
  voided: { tone: 'quiet', icon: 'off' },
  failed: { tone: 'danger', icon: 'error' },
  locked: { tone: 'warn', icon: 'clock' },
  unknown: { tone: 'warn', icon: 'clock' },
  refunding: { tone: 'info', icon: 'clock' },
  refunded: { tone: 'quiet', icon: 'check' },
};

/** Where the money is, for those states that no notice explains. */
export const MONEY_TEXT: Readonly<Partial<Record<PaymentView['state'], string>>> = {
  applied: PAID.money.applied,
  clearing: PAID.money.clearing,
  paid: PAID.money.taken,
  posted: PAID.money.taken,
  voided: PAID.money.voided,
};

/** The outcome is still being found out: the page asks again by itself. */
const UNSETTLED: readonly PaymentView['state'][] = ['submitting', 'unknown', 'locked'];
export const isUnsettled = ({ state, voiding }: PaymentView): boolean => voiding || UNSETTLED.includes(state);

type Step = PaymentView['timeline'][number];

/** What has not happened yet, the first of it. */
export const nextStep = ({ timeline }: PaymentView): Step | undefined => timeline.find(({ at, done }) => at === null && !done);

/** What comes next, and when where that is known; a day that has gone by without it says so. */
export function nextText({ text, expectedOn }: Step): string {
  if (expectedOn === null) return say(text);
  const late = expectedOn < serverToday();
  return say(late ? PAYMENT.fact.nextLate : PAYMENT.fact.nextOn, { step: say(text), day: dayText(expectedOn) });
}

/** The act and the sum, and for how many where there are several. */
export const payText = (totalFen: Fen, people: number): string =>
  people > 1 ? say(PAYMENT.check.paySeveral, { people, sum: fenText(totalFen) }) : say(PAYMENT.check.pay, { sum: fenText(totalFen) });

/** Which payment it is that nobody has answered. */
export const forWhomText = (quotes: readonly QuoteView[], year: number): string =>
  say(PAYMENT.unknown.forWhom, {
    names: listText(quotes.map(({ levy }) => personName(levy.person))),
    year,
    sum: fenText(addFen(...quotes.map(({ levy }) => levy.amountFen))),
  });
