import type { CodeLog } from '@gongji/contract';
import { shanghaiDate } from '@gongji/domain';
import { CODE_LOG } from '@gongji/texts';
import { dayText, momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';

export type Display = CodeLog['displays'][number];

export interface LogDay {
  readonly day: string;
  readonly displays: readonly Display[];
}

const dayOf = ({ lastShownAt }: Display): string => dayText(shanghaiDate(new Date(lastShownAt)));
const timeOf = (instant: string): string => momentText(instant).slice(-5);

/** By the day of the last showing, in the order they come. */
export function byDay(displays: readonly Display[]): readonly LogDay[] {
  const days = new Map<string, readonly Display[]>();
  for (const display of displays) days.set(dayOf(display), [...(days.get(dayOf(display)) ?? []), display]);
  return [...days].map(([day, ofDay]) => ({ day, displays: ofDay }));
}

/** As the server calls the reader. */
const ONESELF = CODE_LOG.oneself;

export function whoText(display: Display): string {
  const [shownBy, person] = [say(display.shownBy), say(display.person)];
  const [byMe, mine] = [display.shownBy === ONESELF, display.person === ONESELF];
  if (byMe) return mine ? say(CODE_LOG.who.mineByMe) : say(CODE_LOG.who.byMe, { person });
  return mine ? say(CODE_LOG.who.mine, { shownBy }) : say(CODE_LOG.who.others, { shownBy, person });
}

/** A page that stays open shows a new code every half minute: those are one line, from the first to the last. */
export function shownText(display: Display): string {
  const { shownAt, lastShownAt, times } = display;
  const last = timeOf(lastShownAt);
  if (times === 1) return say(CODE_LOG.shown.once, { time: last });
  const first = momentText(shownAt).startsWith(`${dayOf(display)} `) ? timeOf(shownAt) : momentText(shownAt);
  return first === last ? say(CODE_LOG.shown.atOnce, { time: last, times }) : say(CODE_LOG.shown.on, { first, last, times });
}

export function scannedText({ scannedAt, institution }: Display): string | null {
  if (scannedAt === null) return null;
  const time = timeOf(scannedAt);
  return institution === null ? say(CODE_LOG.scanned.somewhere, { time }) : say(CODE_LOG.scanned.at, { time, institution });
}
