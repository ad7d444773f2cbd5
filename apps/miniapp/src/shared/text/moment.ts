import { addDays, type PlainDate, shanghaiDate, shanghaiTimeText } from '@gongji/domain';

export { dayText } from '@gongji/domain';

/** An instant as people in China read it: 2026年11月22日 14:05 */
export const momentText = (instant: string): string => shanghaiTimeText(new Date(instant));

/** A person's age. Of a baby's first year nobody says 0 岁. */
export const yearsOldText = (years: number): string => (years < 1 ? '不满 1 岁' : `${years} 岁`);

/** How old something is, in words: 刚才, 5 分钟前 */
export function ageText(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return '刚才';
  if (minutes < 60) return `${minutes} 分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

/** When something was read, as people say it: 今天 10:32, 昨天 23:59, 2026年11月22日 14:05 */
export function readTimeText(readAt: number, now: number): string {
  const [day, today] = [shanghaiDate(new Date(readAt)), shanghaiDate(new Date(now))];
  const whole = shanghaiTimeText(new Date(readAt));
  const time = whole.slice(-5);
  if (day === today) return `今天 ${time}`;
  return day === addDays(today, -1) ? `昨天 ${time}` : whole;
}

/** The same day so many years on, one day earlier: an inclusive last day. */
export const lastDayAfterYears = (from: PlainDate, years: number): PlainDate =>
  addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4) === '-02-29' ? '-03-01' : from.slice(4)}` as PlainDate, -1);
