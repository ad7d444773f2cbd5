import { addDays, type PlainDate, yearOf } from '../dates';

/** What differs from Monday to Friday, by the yearly notices of the State Council (国务院办公厅关于节假日安排的通知). */
export interface WorkingCalendar {
  /** Public holidays and the days moved to them. Those on a weekend may be among them. */
  readonly daysOff: ReadonlySet<PlainDate>;
  /** 调休: weekends worked in exchange for a day off. */
  readonly workedWeekends: ReadonlySet<PlainDate>;
  /** The last year whose notice is in here. Later years are Monday to Friday, and whoever tells a date of theirs says that it is provisional. */
  readonly knownThrough: number;
}

/** Where no notice is at hand. */
export const WEEKENDS_ONLY: WorkingCalendar = { daysOff: new Set(), workedWeekends: new Set(), knownThrough: 0 };

export const isWorkingDay = (date: PlainDate, calendar: WorkingCalendar): boolean =>
  calendar.workedWeekends.has(date) || isPlainWorkingDay(date, calendar);

/** The stricter reading: a weekend worked in exchange for a holiday stays a weekend. */
export function isPlainWorkingDay(date: PlainDate, calendar: WorkingCalendar): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.daysOff.has(date);
}

/** New Year's notice moves days of the December before: on 2022-12-31 nobody worked, on 2018-12-29, a Saturday, people did. */
const REACHES_BACK_DAYS = 7;

/** Whether the notice that decides about this day is not in the calendar. They come out in October or November of the year before. */
export const isProvisional = (date: PlainDate, calendar: WorkingCalendar): boolean =>
  yearOf(addDays(date, REACHES_BACK_DAYS)) > calendar.knownThrough;
