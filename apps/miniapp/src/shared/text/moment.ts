import { addDays, shanghaiDate, type PlainDate } from '@gongji/domain';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `2026-11-22` → 2026年11月22日 */
export function dayText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** An instant as people in China read it: 2026年11月22日 14:05 */
export function momentText(instant: string): string {
  const at = new Date(instant);
  const clock = new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
  return `${dayText(shanghaiDate(at))} ${clock}`;
}

/** How old something is, in words: 刚才, 5 分钟前 */
export function ageText(ageMs: number): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return '刚才';
  if (minutes < 60) return `${minutes} 分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

/** The same day so many years on, one day earlier: an inclusive last day. */
export const lastDayAfterYears = (from: PlainDate, years: number): PlainDate =>
  addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4) === '-02-29' ? '-03-01' : from.slice(4)}` as PlainDate, -1);
