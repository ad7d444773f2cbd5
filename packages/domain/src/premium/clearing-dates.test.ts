import { NO_HOLIDAYS } from '../../../../test/support/domain-builders';
import fc from 'fast-check';
import { addDays, plainDate } from '../dates';
import { CLEARING_TEXT } from '../policy/rule-text';
import { CLEARING_WAYS, type ClearingWay } from '../policy/rules';
import { clearingDates, lastWorkingDays } from './clearing-dates';
import { clearingText, whatHappens } from './what-happens';
import { isWorkingDay, type WorkingCalendar, WEEKENDS_ONLY } from './working-calendar';

const calendarOf = (daysOff: readonly string[], workedWeekends: readonly string[] = []): WorkingCalendar => ({
  ...NO_HOLIDAYS,
  daysOff: new Set(daysOff.map(plainDate)),
  workedWeekends: new Set(workedWeekends.map(plainDate)),
});

describe('the last three working days of a month', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['2026-11-22', [], ['2026-11-26', '2026-11-27', '2026-11-30']],
    ['2026-10-01', [], ['2026-10-28', '2026-10-29', '2026-10-30']],
    ['2026-12-31', [], ['2026-12-29', '2026-12-30', '2026-12-31']],
    ['2027-01-15', [], ['2027-01-27', '2027-01-28', '2027-01-29']],
    ['2026-12-01', ['2026-12-30', '2026-12-31'], ['2026-12-25', '2026-12-28', '2026-12-29']],
  ])('of %s without %p are %p', (date, holidays, expected) => {
    expect(lastWorkingDays(plainDate(date), calendarOf(holidays))).toEqual(expected);
  });

  it('are fewer in a month of holidays, and none of another month', () => {
    const all = calendarOf(Array.from({ length: 28 }, (_, index) => `2027-02-${String(index + 1).padStart(2, '0')}`));
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
    expect(clearingDates(way, plainDate(appliedOn), NO_HOLIDAYS)).toEqual({ ...expected, provisionalYear: null });
  });

  it('in the next month where its own has no working day at all', () => {
    const november = calendarOf(Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`));
    expect(clearingDates('month-end-working-days', plainDate('2026-11-10'), november)).toMatchObject({ earliestOn: '2026-12-29' });
  });

  it('in the next month that has a working day', () => {
    const november = calendarOf(['2026-11-26', '2026-11-27', '2026-11-30']);
    expect(clearingDates('month-end-working-days', plainDate('2026-11-26'), november)).toMatchObject({ expectedOn: '2026-12-31' });
  });
});

describe('a weekend worked in exchange for a holiday', () => {
  const february = calendarOf([], ['2026-02-28']);

  it('is a working day, on which a batch runs', () => {
    expect(lastWorkingDays(plainDate('2026-02-10'), february)).toEqual(['2026-02-26', '2026-02-27', '2026-02-28']);
  });

  it('shortens a promise and never lengthens one: who does not count it begins a day earlier', () => {
    const dates = (appliedOn: string) => clearingDates('month-end-working-days', plainDate(appliedOn), february);
    expect(dates('2026-02-24')).toMatchObject({ earliestOn: '2026-02-26', expectedOn: '2026-02-28', voidableUntil: '2026-02-24' });
    expect(dates('2026-02-25')).toMatchObject({ earliestOn: '2026-02-26', voidableUntil: null });
    const batch = clearingDates('tax-batch', plainDate('2026-02-27'), february);
    expect(batch).toMatchObject({ earliestOn: '2026-02-28', voidableUntil: '2026-02-27' });
  });
});

describe('the way a region takes the money, in words', () => {
  const told = (way: ClearingWay, appliedOn: string) => clearingText(way, clearingDates(way, plainDate(appliedOn), NO_HOLIDAYS));

  it.each<[ClearingWay, string]>([
    ['month-end-working-days', '，预计 2026年11月30日；2026年11月25日当天及以前可以作废。'],
    ['month-end-sweep', '，预计 2026年11月30日；2026年11月29日当天及以前可以作废。'],
    ['tax-batch', '；2026年11月22日当天及以前可以作废。'],
    ['at-once', '；提交后不能保证可以作废。'],
  ])('is told for %s', (way, rest) => {
    expect(told(way, '2026-11-22')).toBe(`${CLEARING_TEXT[way]}${rest}`);
  });

  it('does not speak of what comes before the clearing days once they have begun', () => {
    const rest = '，预计 2026年11月30日；提交后不能保证可以作废。';
    expect(told('month-end-working-days', '2026-11-27')).toBe(`正在每月最后三个工作日里，由医保经办机构统一清缴${rest}`);
    expect(told('month-end-sweep', '2026-11-30')).toBe(`${CLEARING_TEXT['month-end-sweep']}${rest}`);
  });
});

describe('the promise that an application can be voided', () => {
  it('is no longer for who counts fewer days in a month that has hardly any', () => {
    const allButOne = Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`).filter(
      (day) => day !== '2026-11-16',
    );
    const dates = clearingDates('month-end-working-days', plainDate('2026-11-12'), calendarOf(allButOne, ['2026-11-14', '2026-11-21']));
    expect(dates).toMatchObject({ earliestOn: '2026-11-14', voidableUntil: '2026-11-13' });
  });

  const START = plainDate('2026-01-01');
  const someDays = fc.array(
    fc.integer({ min: 0, max: 760 }).map((days) => addDays(START, days)),
    { maxLength: 60 },
  );

  it('ends before the first day on which a batch may run, whatever the holidays and whichever way they are read', () => {
    const property = fc.property(
      fc.constantFrom(...CLEARING_WAYS),
      fc.integer({ min: 0, max: 730 }),
      someDays,
      someDays,
      (way, day, daysOff, workedWeekends) => {
        const appliedOn = addDays(START, day);
        const { voidableUntil } = clearingDates(way, appliedOn, calendarOf(daysOff, workedWeekends));
        const begins = [workedWeekends, []].map((worked) => clearingDates(way, appliedOn, calendarOf(daysOff, worked)).earliestOn);
        return begins.every(
          (earliestOn) => earliestOn >= appliedOn && (voidableUntil === null || (voidableUntil >= appliedOn && voidableUntil < earliestOn)),
        );
      },
    );
    fc.assert(property, { numRuns: 3000 });
  });
});

describe('days of a year whose holidays nobody has announced', () => {
  const known = { ...WEEKENDS_ONLY, knownThrough: 2026 };
  it.each<[string, ClearingWay, string, number | null]>([
    ['are settled in a year that is known', 'month-end-working-days', '2026-11-22', null],
    ['are provisional in January', 'month-end-working-days', '2027-01-15', 2027],
    ['are provisional at the end of the December before, which New Year can move', 'month-end-working-days', '2026-12-10', 2027],
    ['are provisional for a batch on the next working day', 'tax-batch', '2027-03-01', 2027],
    ['do not matter for a sweep on the last day of the month', 'month-end-sweep', '2027-01-15', null],
    ['do not matter where the money is taken at once', 'at-once', '2027-01-15', null],
  ])('%s', (_name, way, appliedOn, expected) => {
    const dates = clearingDates(way, plainDate(appliedOn), known);
    expect(dates.provisionalYear).toBe(expected);
    expect(clearingText(way, dates).includes(`${expected} 年放假调休安排尚未公布`)).toBe(expected !== null);
  });

  it('say so at each date that could move, and at no other', () => {
    const dates = clearingDates('month-end-working-days', plainDate('2027-01-15'), known);
    const steps = whatHappens(dates, { today: plainDate('2027-01-15'), startsOn: plainDate('2027-04-15') });
    const provisional = (of: readonly { readonly text: string }[]) => of.map(({ text }) => text.endsWith('（日期暂定）'));
    expect(provisional(steps)).toEqual([false, true, true, false, false]);
    const days = { today: plainDate('2026-11-22'), startsOn: plainDate('2027-01-01') };
    const settled = whatHappens(clearingDates('month-end-working-days', days.today, known), days);
    expect(settled.map(({ text }) => text)).toEqual([
      '提交申请，这笔钱先冻结',
      '可以作废的最后一天',
      '税务部门扣款，状态变为已缴费',
      '缴费入库（通常在扣款后几个工作日）',
      '开始享受待遇',
    ]);
    expect(whatHappens(dates, { ...days, startsOn: null }).at(-1)).toEqual({ text: '本年度不能享受待遇', expectedOn: null, fixed: false });
    const ofNoPublishedDay = whatHappens(clearingDates('tax-batch', plainDate('2027-03-01'), known), days);
    expect(provisional(ofNoPublishedDay)).toEqual([false, true, false, false, false]);
  });
});

describe('the sentence about clearing', () => {
  it.each<[ClearingWay, RegExp]>([
    ['at-once', /申请成功即完成缴费；提交后不能保证可以作废。/],
    ['month-end-working-days', /最后三个工作日.*预计 2026年11月30日；2026年11月25日当天及以前可以作废。/],
    ['month-end-sweep', /月末.*预计 2026年11月30日；2026年11月29日当天及以前可以作废。/],
    ['tax-batch', /没有公布；2026年11月22日当天及以前可以作废。/],
  ])('%s', (way, text) => {
    expect(clearingText(way, clearingDates(way, plainDate('2026-11-22'), NO_HOLIDAYS))).toMatch(text);
  });

  it('gives the day of applying and the last day to void it as fixed, and what others do as expected', () => {
    const dates = clearingDates('month-end-working-days', plainDate('2026-11-22'), NO_HOLIDAYS);
    const steps = whatHappens(dates, { today: plainDate('2026-11-22'), startsOn: plainDate('2027-01-01') });
    expect(steps.map(({ fixed }) => fixed)).toEqual([true, true, false, false, false]);
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
