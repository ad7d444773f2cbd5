import { addDays, addMonths, ageOn, lastDayOfMonth, parseDate, plainDate, shanghaiDate, shanghaiTimeText, startOfDay } from './dates';

describe('the calendar of Shanghai', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', '2026年11月22日 23:59'],
    ['2026-11-22T16:00:00Z', '2026-11-23', '2026年11月23日 00:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '2027年1月1日 00:00'],
  ])('%s is %s there', (instant, date, text) => {
    expect(shanghaiDate(new Date(instant))).toBe(date);
    expect(shanghaiTimeText(new Date(instant))).toBe(text);
  });

  it('begins a day at 16:00 UTC of the day before', () => {
    expect(startOfDay(plainDate('2026-11-22')).toISOString()).toBe('2026-11-21T16:00:00.000Z');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', '2026-01-01T00:00', '２０２６-01-01'])(
    'has no day %p',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s plus %d months is %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  it('counts days over month and year ends', () => {
    expect(addDays(plainDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(plainDate('2028-03-01'), -1)).toBe('2028-02-29');
    expect(lastDayOfMonth(plainDate('2028-02-10'))).toBe('2028-02-29');
    expect(lastDayOfMonth(plainDate('2026-12-31'))).toBe('2026-12-31');
  });

  it.each([
    ['2011-02-10', '2027-02-09', 15],
    ['2011-02-10', '2027-02-10', 16],
    ['2011-02-10', '2027-02-11', 16],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-02-29', '2025-02-28', 16],
    ['2008-02-29', '2025-03-01', 17],
    ['2026-11-22', '2026-11-22', 0],
  ])('somebody born on %s is on %s aged %d', (birth, on, age) => {
    expect(ageOn(plainDate(birth), plainDate(on))).toBe(age);
  });
});
