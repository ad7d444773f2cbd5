import { describe, expect, it } from '@jest/globals';
import { codeText, hashText, isHash, isNumber, parseCode, plainHash, plainNumber } from './receipt-code';

const code = { number: `GJ20261123${'0'.repeat(12)}`, hash: '0123456789abcdef'.repeat(4) };

describe('the code of a receipt', () => {
  it.each([codeText(code), ` http://localhost:8080/#/pages/paying/verify-receipt/index?code=${codeText(code)}\n`])(
    'is read from %j',
    (scanned) => {
      expect(parseCode(scanned)).toEqual(code);
    },
  );

  it.each(['', 'https://example.org', `GJ1.${code.hash}`, `${codeText(code)}0`, `xGJ${codeText(code)}`, 'javascript:alert(1)'])(
    'is not read from %j',
    (scanned) => {
      expect(parseCode(scanned)).toBeUndefined();
    },
  );

  it('may be typed in groups and in capitals', () => {
    expect(plainNumber(' gj2026 1123 000000000000 ')).toBe(code.number);
    expect(plainHash(hashText(code.hash).toUpperCase())).toBe(code.hash);
    expect([isNumber('GJ2026'), isHash(code.hash.slice(1)), isNumber(code.number), isHash(code.hash)]).toEqual([false, false, true, true]);
  });
});
