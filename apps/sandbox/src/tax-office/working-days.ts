import { addDays, isWorkingDay, type PlainDate } from '@gongji/domain';

/** The sandbox knows no public holidays. */
const NO_HOLIDAYS: ReadonlySet<PlainDate> = new Set();

export function workingDaysAfter(date: PlainDate, days: number): PlainDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, NO_HOLIDAYS)) left -= 1;
  }
  return day;
}
