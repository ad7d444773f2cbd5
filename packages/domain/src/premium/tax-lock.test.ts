import { lockSeconds, TAX_LOCK_MINUTES } from './tax-lock';

describe('a payment that the tax office has locked', () => {
  it.each([
    ['is left alone for half an hour', null, 1800],
    ['is left alone as long as the tax office says', 60, 60],
    ['and longer than half an hour when it says so', 7200, 7200],
  ])('%s', (_name, told, expected) => {
    expect(lockSeconds(told)).toBe(expected);
    expect(TAX_LOCK_MINUTES).toBe(30);
  });
});
