import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../dates';
import { parseSettlementNumber, settlementNumber, settlementNumberText } from './settlement-number';

const MONDAY = plainDate('2026-11-23');

describe('the number of a settlement', () => {
  const all = Array.from({ length: 300 }, (_, index) => settlementNumber(MONDAY, index * 3_330_007));

  it('is the day, what was drawn and a check digit, read out in groups of four', () => {
    expect(settlementNumber(MONDAY, 4_711)).toMatch(/^261123000004711\d$/);
    expect(all.every((number) => /^\d{4} \d{4} \d{4} \d{4}$/.test(settlementNumberText(number)))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is known again however it was written down', () => {
    const [number = ''] = all.slice(5);
    for (const typed of [number, settlementNumberText(number), ` ${number.slice(0, 6)}-${number.slice(6)} `])
      expect(parseSettlementNumber(typed)).toBe(number);
  });

  it('with one digit misheard is no number', () => {
    for (const number of all.slice(0, 50))
      for (let at = 0; at < number.length; at++) {
        const misheard = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`;
        expect(parseSettlementNumber(misheard)).toBeUndefined();
      }
  });

  it.each(['', '2611', '26112300000471180', '261123000004711X'])('is not %s', (raw) => {
    expect(parseSettlementNumber(raw)).toBeUndefined();
  });

  it.each([-1, 0.5, 1_000_000_000])('is not made of the serial %s', (serial) => {
    expect(() => settlementNumber(MONDAY, serial)).toThrow(RangeError);
  });
});
