import {
  addDays,
  dayOf,
  dayText as chineseDay,
  monthOf,
  monthText as chineseMonth,
  type Month,
  type PlainDate,
  shanghaiDate,
  shanghaiTimeText,
  yearOf,
} from '@gongji/domain';
import { MOMENT } from '@gongji/texts';
import { say, speaksEnglish } from './say';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年11月22日, or 22 Nov 2026 */
export const dayText = (date: PlainDate): string =>
  speaksEnglish() ? `${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${yearOf(date)}` : chineseDay(date);

/** 11月22日, or 22 Nov: where the year is said beside it. */
export const dayOfYearText = (date: PlainDate): string => dayText(date).replace(/^\d{4}年| \d{4}$/g, '');

/** 2026年11月, or Nov 2026 */
export const monthText = (month: Month): string =>
  speaksEnglish() ? `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}` : chineseMonth(month);

/** An instant as people in China read it: 2026年11月22日 14:05 */
export const momentText = (instant: string): string => timeText(new Date(instant));

const clockTime = (at: Date): string => shanghaiTimeText(at).slice(-5);
const timeText = (at: Date): string => `${dayText(shanghaiDate(at))} ${clockTime(at)}`;

/** A person's age. Of a baby's first year nobody says 0 岁. */
export const yearsOldText = (years: number): string => (years < 1 ? say(MOMENT.firstYear) : say(MOMENT.yearsOld, { years }));

/** How old something is, in words: 刚才, 5 分钟前 */
export function ageText(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return say(MOMENT.justNow);
  if (minutes < 60) return say(MOMENT.minutesAgo, { minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? say(MOMENT.hoursAgo, { hours }) : say(MOMENT.daysAgo, { days: Math.floor(hours / 24) });
}

/** When something was read, as people say it: 今天 10:32, 昨天 23:59, 2026年11月22日 14:05 */
export function readTimeText(readAt: number, now: number): string {
  const at = new Date(readAt);
  const [day, today, time] = [shanghaiDate(at), shanghaiDate(new Date(now)), clockTime(at)];
  if (day === today) return say(MOMENT.today, { time });
  return day === addDays(today, -1) ? say(MOMENT.yesterday, { time }) : timeText(at);
}

/** The same day so many years on, one day earlier: an inclusive last day. */
export const lastDayAfterYears = (from: PlainDate, years: number): PlainDate =>
  addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4) === '-02-29' ? '-03-01' : from.slice(4)}` as PlainDate, -1);
