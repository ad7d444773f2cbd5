import { plainDate, type WorkingCalendar, yearOf } from '@gongji/domain';
// Its table, not its functions: those read a date in the machine's zone, and are a day off west of Greenwich.
import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** The State Council's days off and make-up days, as far as the package `chinese-days` has them. An update of it, once a year, is all there is to do. */
export const readWorkingCalendar = (): WorkingCalendar => {
  const daysOff = Object.keys(notices.holidays).map(plainDate);
  const workedWeekends = Object.keys(notices.workdays).map(plainDate);
  return {
    daysOff: new Set(daysOff),
    workedWeekends: new Set(workedWeekends),
    knownThrough: Math.max(...daysOff.map(yearOf)),
  };
};
