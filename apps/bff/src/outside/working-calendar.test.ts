import { addDays, clearingDates, isWorkingDay, lastWorkingDays, plainDate } from '@gongji/domain';
import { readWorkingCalendar } from './working-calendar';

// Real months, by the notices of the State Council (国办发明电): a package that forgets or invents a day is found here.

const calendar = readWorkingCalendar();
const daysOf = (from: string, count: number) => Array.from({ length: count }, (_, index) => addDays(plainDate(from), index));

describe('the calendar of working days', () => {
  it('knows the notice of 2026 and pretends nothing about later years', () => {
    expect(calendar.knownThrough).toBeGreaterThanOrEqual(2026);
    expect([...calendar.daysOff, ...calendar.workedWeekends].filter((day) => Number(day.slice(0, 4)) > calendar.knownThrough)).toEqual([]);
  });

  it.each([
    ['New Year', '2026-01-01', 4, [false, false, false, true]],
    ['the Spring Festival', '2026-02-14', 11, [true, false, false, false, false, false, false, false, false, false, true]],
    ['after the Spring Festival', '2026-02-27', 3, [true, true, false]],
    ['the Mid-Autumn Festival', '2026-09-25', 4, [false, false, false, true]],
    ['the National Day', '2026-09-30', 11, [true, false, false, false, false, false, false, false, true, true, true]],
  ])('has %s of 2026 as announced', (_name, from, count, expected) => {
    expect(daysOf(from, count).map((day) => isWorkingDay(day, calendar))).toEqual(expected);
  });

  it('works on no weekday off, and takes make-up days from weekends only', () => {
    expect([...calendar.workedWeekends].filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    expect([...calendar.workedWeekends].filter((day) => calendar.daysOff.has(day))).toEqual([]);
  });
});

describe('a real month’s clearing', () => {
  it.each<[string, string, readonly string[], string]>([
    ['January 2026', '2026-01-10', ['2026-01-28', '2026-01-29', '2026-01-30'], '2026-01-27'],
    ['February 2026, whose last Saturday is worked', '2026-02-05', ['2026-02-26', '2026-02-27', '2026-02-28'], '2026-02-24'],
    ['September 2026, with a holiday before', '2026-09-20', ['2026-09-28', '2026-09-29', '2026-09-30'], '2026-09-27'],
    ['October 2026', '2026-10-09', ['2026-10-28', '2026-10-29', '2026-10-30'], '2026-10-27'],
    ['January 2025, which ends in a holiday after a worked Sunday', '2025-01-10', ['2025-01-24', '2025-01-26', '2025-01-27'], '2025-01-22'],
    ['September 2023, which ends in a holiday', '2023-09-10', ['2023-09-26', '2023-09-27', '2023-09-28'], '2023-09-25'],
    ['April 2026', '2026-04-10', ['2026-04-28', '2026-04-29', '2026-04-30'], '2026-04-27'],
  ])('%s', (_name, appliedOn, days, voidableUntil) => {
    expect(lastWorkingDays(plainDate(appliedOn), calendar)).toEqual(days);
    const dates = clearingDates('month-end-working-days', plainDate(appliedOn), calendar);
    expect(dates).toEqual({ earliestOn: days[0], expectedOn: days[2], voidableUntil, provisionalYear: null });
  });

  it.each([
    ['a Friday before a worked Saturday', '2026-02-13', '2026-02-14'],
    ['the last day before the Spring Festival', '2026-02-14', '2026-02-24'],
    ['the eve of the National Day', '2026-09-30', '2026-10-08'],
  ])('in the tax office’s batch after %s', (_name, appliedOn, next) => {
    const dates = clearingDates('tax-batch', plainDate(appliedOn), calendar);
    expect(dates).toMatchObject({ earliestOn: next, voidableUntil: addDays(plainDate(next), -1) });
  });

  it('of 2027 is provisional until its notice is known', () => {
    const dates = clearingDates('month-end-working-days', plainDate('2027-01-15'), { ...calendar, knownThrough: 2026 });
    expect(dates.provisionalYear).toBe(2027);
  });
});
