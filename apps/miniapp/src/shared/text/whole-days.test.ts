import { expect, it } from '@jest/globals';
import { wholeDays } from './whole-days';

it('keeps a day together and leaves everything else as it was', () => {
  expect(wholeDays('请在 2026年11月26日 10:00 前确认，¥400.00。')).toBe('请在 2026\u2060年11\u2060月26\u2060日 10:00 前确认，¥400.00。');
  expect(wholeDays('Please confirm before 26 Nov 2026.')).toBe('Please confirm before 26 Nov 2026.');
});
