import { addDays, addMonths, lastDayOfMonth, type PlainDate, plainDate } from '../dates';
import type { ClearingWay } from '../policy/rules';

export type Holidays = ReadonlySet<PlainDate>;

export interface ClearingDates {
  /** The first day on which the batch may take the application. */
  readonly earliestOn: PlainDate;
  /** When it will be settled at the latest; null where no date is published. */
  readonly expectedOn: PlainDate | null;
  /** The last day on which voiding is promised; null: it is not. */
  readonly voidableUntil: PlainDate | null;
}

const CLEARING_DAYS = 3;

/** Monday to Friday, but for the holidays given. Weekends worked in exchange for a holiday do not count as working days: a day too few is safe, a day too many is not. */
export function isWorkingDay(date: PlainDate, holidays: Holidays): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The last three working days of a date's month, earliest first. */
export function lastWorkingDays(date: PlainDate, holidays: Holidays): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = lastDayOfMonth(date); days.length < CLEARING_DAYS && day.slice(0, 7) === date.slice(0, 7); day = addDays(day, -1))
    if (isWorkingDay(day, holidays)) days.unshift(day);
  return days;
}

/** When an application made on a day is cleared. During the clearing days it still joins this month's; after the last of them it waits for next month's. */
export function clearingDates(way: ClearingWay, appliedOn: PlainDate, holidays: Holidays): ClearingDates {
  if (way === 'at-once') return { earliestOn: appliedOn, expectedOn: appliedOn, voidableUntil: null };
  if (way === 'tax-batch') return beforeBatch(nextWorkingDay(appliedOn, holidays));
  if (way === 'month-end-sweep') return between(appliedOn, lastDayOfMonth(appliedOn), lastDayOfMonth(appliedOn));
  const days = lastWorkingDays(appliedOn, holidays);
  const last = days[days.length - 1];
  if (last === undefined || appliedOn > last) return clearingDates(way, firstOfNextMonth(appliedOn), holidays);
  return between(appliedOn, days[0] ?? last, last);
}

/** The tax office publishes no day: it is taken to be the next working day, and the application to be safe until then. */
const beforeBatch = (next: PlainDate): ClearingDates => ({ earliestOn: next, expectedOn: null, voidableUntil: addDays(next, -1) });

function between(appliedOn: PlainDate, first: PlainDate, last: PlainDate): ClearingDates {
  const begun = appliedOn >= first;
  return { earliestOn: begun ? appliedOn : first, expectedOn: last, voidableUntil: begun ? null : addDays(first, -1) };
}

function nextWorkingDay(date: PlainDate, holidays: Holidays): PlainDate {
  const next = addDays(date, 1);
  return isWorkingDay(next, holidays) ? next : nextWorkingDay(next, holidays);
}

const firstOfNextMonth = (date: PlainDate): PlainDate => addMonths(plainDate(`${date.slice(0, 7)}-01`), 1);
