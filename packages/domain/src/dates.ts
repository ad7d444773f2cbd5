// Every rule counts in the civil dates of Asia/Shanghai (UTC+8, no summer time since 1991), whatever the machine's zone is.

/** `2026-11-22` */
export type PlainDate = string & { readonly __unit: 'date' };

export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const isoDay = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate;
const utcMs = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);

/** The civil date in Shanghai at an instant. */
export const shanghaiDate = (at: Date): PlainDate => isoDay(at.getTime() + SHANGHAI_OFFSET_MS);

/** 2026年11月22日: a day inside a sentence, as people in China read it. */
export const dayText = (date: PlainDate): string => `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;

/** 2026年11月22日 18:30 */
export const shanghaiTimeText = (at: Date): string =>
  `${dayText(shanghaiDate(at))} ${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)}`;

/** The first instant of a civil date in Shanghai. */
export const startOfDay = (date: PlainDate): Date => new Date(utcMs(date) - SHANGHAI_OFFSET_MS);

/** A real day of the calendar as `YYYY-MM-DD`, or undefined. */
export function parseDate(rawDate: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(rawDate)) return undefined;
  const ms = Date.parse(`${rawDate}T00:00:00Z`);
  return !Number.isNaN(ms) && isoDay(ms) === rawDate ? (rawDate as PlainDate) : undefined;
}

/** Throws RangeError: for dates written by us. */
export function plainDate(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new RangeError(`not a date: ${text}`);
  return date;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));
export const addDays = (date: PlainDate, days: number): PlainDate => isoDay(utcMs(date) + days * DAY_MS);

/** The same day so many months on, or the last day of that month where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = new Date(Date.UTC(yearOf(date), monthOf(date) - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(dayOf(date), last)));
}

export const lastDayOfMonth = (date: PlainDate): PlainDate => addDays(addMonths(`${date.slice(0, 7)}-01` as PlainDate, 1), -1);

/** Full years lived on a date; a 29 February birthday counts from 1 March in common years (民法典 200, counting by the calendar). */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(birthDate);
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
