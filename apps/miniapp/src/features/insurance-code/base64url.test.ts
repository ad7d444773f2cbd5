import { describe, expect, it } from '@jest/globals';
import { bytesOf } from './base64url';

describe('bytes in base64url', () => {
  it.each([0, 1, 2, 3, 31, 32, 33, 256])('are read as Node writes them, %i of them', (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 89 + 250) % 256));
    expect([...bytesOf(bytes.toString('base64url'))]).toEqual([...bytes]);
  });
  it.each(['+w', 'a=', '密'])('are not read from %s', (text) => expect(() => bytesOf(text)).toThrow(RangeError));
});
