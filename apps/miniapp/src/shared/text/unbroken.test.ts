import { expect, it } from '@jest/globals';
import { unbroken } from './unbroken';

it('keeps a day together and leaves everything else as it was', () => {
  expect(unbroken('请在 2026年11月26日 10:00 前确认，¥400.00。')).toBe('请在 2026\u2060年11\u2060月26\u2060日 10:00 前确认，¥400.00。');
  expect(unbroken('Please confirm before 26 Nov 2026.')).toBe('Please confirm before 26 Nov 2026.');
});

it('keeps a masked name together', () => {
  expect(unbroken('您已同意与陈*国绑定。')).toBe('您已同意与陈\u2060*\u2060国绑定。');
  expect(unbroken('王*、陈**')).toBe('王\u2060*、陈\u2060*\u2060*');
});
