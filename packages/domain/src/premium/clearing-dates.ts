import { addDays, addMonths, lastDayOfMonth, type PlainDate, plainDate, yearOf } from '../dates';
import type { ClearingWay } from '../policy/rules';
import { isPlainWorkingDay, isProvisional, isWorkingDay, type WorkingCalendar } from './working-calendar';

export interface ClearingDates {
  /** The first day on which the batch may take the application. */
  readonly earliestOn: PlainDate;
  /** When it will be settled at the latest; null where no date is published. */
  readonly expectedOn: PlainDate | null;
  /** The last day on which voiding is promised, always before `earliestOn`; null: it is not. */
  readonly voidableUntil: PlainDate | null;
  /** The year whose holidays these days depend on and nobody has announced yet; null: the days are settled. */
  readonly provisionalYear: number | null;
}

const CLEARING_DAYS = 3;

type IsWorking = (date: PlainDate, calendar: WorkingCalendar) => boolean;

/** The last three working days of a date's month, earliest first. Make-up days are working days. */
export const lastWorkingDays = (date: PlainDate, calendar: WorkingCalendar): readonly PlainDate[] => lastDays(date, calendar, isWorkingDay);

function lastDays(date: PlainDate, calendar: WorkingCalendar, isWorking: IsWorking): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = lastDayOfMonth(date); days.length < CLEARING_DAYS && day.slice(0, 7) === date.slice(0, 7); day = addDays(day, -1))
    if (isWorking(day, calendar)) days.unshift(day);
  return days;
}

/** Of each calendar, by day and way: everybody who pays on one day is told the same days, and counting them takes longer than all else that is decided. */
const known = new WeakMap<WorkingCalendar, Map<string, ClearingDates>>();

/** When an application made on a day is cleared. During the clearing days it still joins this month's; after the last of them it waits for next month's. */
export function clearingDates(way: ClearingWay, appliedOn: PlainDate, calendar: WorkingCalendar): ClearingDates {
  const ofCalendar = known.get(calendar) ?? new Map<string, ClearingDates>();
  known.set(calendar, ofCalendar);
  const name = `${appliedOn} ${way}`;
  const dates = ofCalendar.get(name) ?? countDates(way, appliedOn, calendar);
  ofCalendar.set(name, dates);
  return dates;
}

function countDates(way: ClearingWay, appliedOn: PlainDate, calendar: WorkingCalendar): ClearingDates {
  if (way === 'at-once') return { earliestOn: appliedOn, expectedOn: appliedOn, voidableUntil: null, provisionalYear: null };
  if (way === 'tax-batch') return beforeBatch(appliedOn, calendar);
  if (way === 'month-end-sweep') {
    const sweep = lastDayOfMonth(appliedOn);
    return { ...between(appliedOn, { first: sweep, last: sweep, mayBegin: sweep }), provisionalYear: null };
  }
  const days = lastWorkingDays(appliedOn, calendar);
  const last = days[days.length - 1];
  if (last === undefined || appliedOn > last) return clearingDates(way, firstOfNextMonth(appliedOn), calendar);
  const first = days[0] ?? last;
  // Not everybody counts make-up days, and who does not begins earlier: nothing is promised beyond the earlier of the two.
  const mayBegin = earlier(first, lastDays(appliedOn, calendar, isPlainWorkingDay)[0] ?? first);
  return { ...between(appliedOn, { first, last, mayBegin }), provisionalYear: unknownYear(last, calendar) };
}

/** The tax office publishes no day: it is taken to be the next working day, make-up days among them, and the application to be safe until then. */
function beforeBatch(appliedOn: PlainDate, calendar: WorkingCalendar): ClearingDates {
  const next = nextWorkingDay(appliedOn, calendar);
  return { earliestOn: next, expectedOn: null, voidableUntil: addDays(next, -1), provisionalYear: unknownYear(next, calendar) };
}

interface Clearing {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** The first day on which anybody's calendar lets it begin. */
  readonly mayBegin: PlainDate;
}

function between(appliedOn: PlainDate, { first, last, mayBegin }: Clearing): Omit<ClearingDates, 'provisionalYear'> {
  const earliestOn = appliedOn >= first ? appliedOn : first;
  return { earliestOn, expectedOn: last, voidableUntil: appliedOn >= mayBegin ? null : addDays(mayBegin, -1) };
}

const unknownYear = (date: PlainDate, calendar: WorkingCalendar): number | null =>
  isProvisional(date, calendar) ? Math.max(calendar.knownThrough + 1, yearOf(date)) : null;

function nextWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
  const next = addDays(date, 1);
  return isWorkingDay(next, calendar) ? next : nextWorkingDay(next, calendar);
}

const firstOfNextMonth = (date: PlainDate): PlainDate => addMonths(plainDate(`${date.slice(0, 7)}-01`), 1);
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
