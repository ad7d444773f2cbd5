import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@gongji/domain';
import { ageText, dayText, lastDayAfterYears, momentText, readTimeText, yearsOldText } from './moment';

describe('dates and times in words', () => {
  it('reads a date without leading zeros', () => expect(dayText(plainDate('2027-01-05'))).toBe('2027年1月5日'));
  it('reads an instant in Shanghai time, whatever its offset', () => {
    expect(momentText('2026-11-22T16:30:00.000Z')).toBe('2026年11月23日 00:30');
    expect(momentText('2026-11-22T10:00:00+08:00')).toBe('2026年11月22日 10:00');
  });
  it.each([
    [20_000, '刚才'],
    [5 * 60_000, '5 分钟前'],
    [3 * 3_600_000, '3 小时前'],
    [50 * 3_600_000, '2 天前'],
  ])('calls an age of %i ms %s', (ageMs, text) => expect(ageText(ageMs)).toBe(text));
  it('calls a baby no year old', () => expect([0, 1].map(yearsOldText)).toEqual(['不满 1 岁', '1 岁']));
  it.each([
    ['2026-11-22', '2027-11-21'],
    ['2028-02-29', '2029-02-28'],
  ])('ends a year from %s on %s', (from, last) => expect(lastDayAfterYears(plainDate(from), 1)).toBe(last));
});

describe('when something was read', () => {
  it.each([
    ['2026-11-22T02:32:00Z', '今天 10:32'],
    ['2026-11-21T16:00:00Z', '今天 00:00'],
    ['2026-11-21T15:59:00Z', '昨天 23:59'],
    ['2026-11-20T15:59:00Z', '2026年11月20日 23:59'],
  ])('%s is said as %s', (at, text) => expect(readTimeText(Date.parse(at), Date.parse('2026-11-22T03:00:00Z'))).toBe(text));
});
