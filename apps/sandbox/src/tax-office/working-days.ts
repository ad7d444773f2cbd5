import { addDays, isWorkingDay, type PlainDate, WEEKENDS_ONLY } from '@gongji/domain';

/** The sandbox knows no public holidays. */
export function workingDaysAfter(date: PlainDate, days: number): PlainDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, WEEKENDS_ONLY)) left -= 1;
  }
  return day;
}
