import { describe, expect, it } from '@jest/globals';
import { dotted } from './words';

describe('facts beside each other', () => {
  it('break after a dot and in no Chinese fact', () => {
    expect(dotted('我的子女', '41 岁', '深圳市')).toBe('我的子女\u00a0· 41\u00a0岁\u00a0· 深圳市');
    expect(dotted('your child', '41 years old')).toBe('your child\u00a0· 41 years old');
  });

  it('are only those there are', () => expect(dotted(null, '深圳市', '', undefined)).toBe('深圳市'));
});
