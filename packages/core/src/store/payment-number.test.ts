import { plainDate } from '@gongji/domain';
import { paymentNumber } from './payment-number';

const DAY = plainDate('2026-11-23');

describe('the number of a payment', () => {
  it('is the day and twelve digits, and another each time', () => {
    const numbers = Array.from({ length: 20_000 }, () => paymentNumber(DAY));
    expect(numbers.every((number) => /^GJ20261123\d{12}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('follows the last one closely, and does not say how many there are between', () => {
    const serials = Array.from({ length: 2_000 }, () => Number(paymentNumber(DAY).slice(10)));
    const steps = serials.slice(1).map((serial, index) => serial - (serials[index] ?? 0));
    // From the last serial there is it goes on from the first.
    const small = steps.filter((step) => step > 0 && step < 1_000);
    expect(small.length).toBeGreaterThanOrEqual(steps.length - 1);
    expect(new Set(small).size).toBeGreaterThan(500);
  });
});
