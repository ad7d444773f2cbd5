import { describe, expect, it } from '@jest/globals';
import { parseTypedDay } from './typed-day';

describe('a day as it is typed', () => {
  it.each(['2027-01-31', '2027/1/31', '2027.01.31', '2027年1月31日', '2027 年 1 月 31 日', '２０２７－０１－３１', ' 2027-1-31 '])(
    'is read from %s',
    (typed) => expect(parseTypedDay(typed)).toBe('2027-01-31'),
  );
  it.each(['', '2027', '2027-02-30', '2027-1.31', '31/12/2027', '20270131', '2027-13-01'])('is not read from “%s”', (typed) => {
    expect(parseTypedDay(typed)).toBeUndefined();
  });
});
