import { NO_HOLIDAYS } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import type { ClearingWay } from '../policy/rules';
import { clearingDates, isWorkingDay, lastWorkingDays } from './clearing-dates';
import { clearingText, whatHappens } from './what-happens';

describe('the last three working days of a month', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['2026-11-22', [], ['2026-11-26', '2026-11-27', '2026-11-30']],
    ['2026-10-01', [], ['2026-10-28', '2026-10-29', '2026-10-30']],
    ['2026-12-31', [], ['2026-12-29', '2026-12-30', '2026-12-31']],
    ['2027-01-15', [], ['2027-01-27', '2027-01-28', '2027-01-29']],
    ['2026-12-01', ['2026-12-30', '2026-12-31'], ['2026-12-25', '2026-12-28', '2026-12-29']],
  ])('of %s without %p are %p', (date, holidays, expected) => {
    expect(lastWorkingDays(plainDate(date), new Set(holidays.map(plainDate)))).toEqual(expected);
  });

  it('are fewer in a month of holidays, and none of another month', () => {
    const all = new Set(Array.from({ length: 28 }, (_, index) => plainDate(`2027-02-${String(index + 1).padStart(2, '0')}`)));
    expect(lastWorkingDays(plainDate('2027-02-10'), all)).toEqual([]);
    expect(isWorkingDay(plainDate('2026-11-22'), NO_HOLIDAYS)).toBe(false);
    expect(isWorkingDay(plainDate('2026-11-23'), NO_HOLIDAYS)).toBe(true);
  });
});

describe('an application is cleared', () => {
  it.each<[string, ClearingWay, string, { earliestOn: string; expectedOn: string | null; voidableUntil: string | null }]>([
    ['at once', 'at-once', '2026-11-22', { earliestOn: '2026-11-22', expectedOn: '2026-11-22', voidableUntil: null }],
    [
      'at the end of its month',
      'month-end-working-days',
      '2026-11-22',
      { earliestOn: '2026-11-26', expectedOn: '2026-11-30', voidableUntil: '2026-11-25' },
    ],
    [
      'the day before clearing begins',
      'month-end-working-days',
      '2026-11-25',
      { earliestOn: '2026-11-26', expectedOn: '2026-11-30', voidableUntil: '2026-11-25' },
    ],
    [
      'on the first clearing day, with no promise to void',
      'month-end-working-days',
      '2026-11-26',
      { earliestOn: '2026-11-26', expectedOn: '2026-11-30', voidableUntil: null },
    ],
    [
      'on the last clearing day',
      'month-end-working-days',
      '2026-11-30',
      { earliestOn: '2026-11-30', expectedOn: '2026-11-30', voidableUntil: null },
    ],
    [
      'next month when made after the last clearing day',
      'month-end-working-days',
      '2026-10-31',
      { earliestOn: '2026-11-26', expectedOn: '2026-11-30', voidableUntil: '2026-11-25' },
    ],
    [
      'over the year’s end',
      'month-end-working-days',
      '2027-01-30',
      { earliestOn: '2027-02-24', expectedOn: '2027-02-26', voidableUntil: '2027-02-23' },
    ],
    [
      'in the sweep of its month',
      'month-end-sweep',
      '2026-11-22',
      { earliestOn: '2026-11-30', expectedOn: '2026-11-30', voidableUntil: '2026-11-29' },
    ],
    [
      'in the sweep of the same day',
      'month-end-sweep',
      '2026-11-30',
      { earliestOn: '2026-11-30', expectedOn: '2026-11-30', voidableUntil: null },
    ],
    [
      'in the tax office’s batch, on no published day',
      'tax-batch',
      '2026-11-23',
      { earliestOn: '2026-11-24', expectedOn: null, voidableUntil: '2026-11-23' },
    ],
    [
      'in the tax office’s batch after the weekend',
      'tax-batch',
      '2026-11-27',
      { earliestOn: '2026-11-30', expectedOn: null, voidableUntil: '2026-11-29' },
    ],
  ])('%s', (_name, way, appliedOn, expected) => {
    expect(clearingDates(way, plainDate(appliedOn), NO_HOLIDAYS)).toEqual(expected);
  });

  it('in the next month where its own has no working day at all', () => {
    const november = new Set(Array.from({ length: 30 }, (_, index) => plainDate(`2026-11-${String(index + 1).padStart(2, '0')}`)));
    expect(clearingDates('month-end-working-days', plainDate('2026-11-10'), november)).toMatchObject({ earliestOn: '2026-12-29' });
  });

  it('in the next month that has a working day', () => {
    const november = new Set(['2026-11-26', '2026-11-27', '2026-11-30'].map(plainDate));
    expect(clearingDates('month-end-working-days', plainDate('2026-11-26'), november)).toMatchObject({ expectedOn: '2026-12-31' });
  });
});

describe('the sentence about clearing', () => {
  it.each<[ClearingWay, RegExp]>([
    ['at-once', /申请成功即完成缴费；提交后不能保证可以作废。/],
    ['month-end-working-days', /最后三个工作日.*不晚于2026年11月30日；2026年11月25日当天及以前可以作废。/],
    ['month-end-sweep', /月末.*不晚于2026年11月30日；2026年11月29日当天及以前可以作废。/],
    ['tax-batch', /没有公布；2026年11月22日当天及以前可以作废。/],
  ])('%s', (way, text) => {
    expect(clearingText(way, clearingDates(way, plainDate('2026-11-22'), NO_HOLIDAYS))).toMatch(text);
  });

  it('lists what happens, with dates only where there are some', () => {
    const steps = (way: ClearingWay) =>
      whatHappens(clearingDates(way, plainDate('2026-11-22'), NO_HOLIDAYS), {
        today: plainDate('2026-11-22'),
        startsOn: plainDate('2027-01-01'),
      }).map((step) => step.expectedOn);
    expect(steps('month-end-working-days')).toEqual(['2026-11-22', '2026-11-25', '2026-11-30', null, '2027-01-01']);
    expect(steps('at-once')).toEqual(['2026-11-22', '2026-11-22', null, '2027-01-01']);
    expect(steps('tax-batch')).toEqual(['2026-11-22', '2026-11-22', null, null, '2027-01-01']);
  });
});
