import { describe, expect, it } from '@jest/globals';
import { numberText } from './number-text';

describe('a long number', () => {
  it.each([
    ['GJ20261123000000000001', 'GJ 2026 1123 0000 0000 0001'],
    ['2611230000047118', '2611 2300 0004 7118'],
    ['T1', 'T 1'],
    ['', ''],
  ])('%s stands in groups of four', (number, text) => {
    expect(numberText(number)).toBe(text);
  });
});
