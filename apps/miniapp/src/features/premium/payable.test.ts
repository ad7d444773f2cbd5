import { describe, expect, it } from '@jest/globals';
import type { BindingView } from '@gongji/contract';
import { plainDate } from '@gongji/domain';
import { binding, levy } from '../../../test/support/fixtures';
import { payableRelatives } from './payable';
import { premiumYears, windowText } from './premium-text';

type Grants = BindingView['grants'];
const [showCode, funds] = binding().grants;
if (showCode === undefined || funds === undefined) throw new Error('the fixture has two grants');

describe('whose premium my account can pay', () => {
  it.each<[string, Grants, string | null]>([
    ['nothing stands in the way', [showCode, funds], null],
    ['the use is not ticked', [{ ...funds, uses: ['care'] }], '用途里没有选“居民医保费”。'],
    ['only the code may be shown', [showCode], '没有打开“用我的个人账户帮TA付”。'],
    ['the relative has not agreed', [{ ...funds, state: 'proposed' }], '“用我的个人账户帮TA付”还在等TA确认。'],
    ['the grant is paused', [{ ...funds, state: 'paused' }], '“用我的个人账户帮TA付”已暂停。'],
    ['the grant has ended', [{ ...funds, state: 'ended' }], '没有打开“用我的个人账户帮TA付”。'],
  ])('%s', (_, grants, obstacle) => {
    expect(payableRelatives({ bindings: [binding({ grants })] })).toEqual([expect.objectContaining({ obstacle })]);
  });

  it('leaves out those who bound me, and bindings that have ended', () => {
    expect(payableRelatives({ bindings: [binding({ myRole: 'relative' }), binding({ state: 'ended' })] })).toEqual([]);
  });
});

describe('the year of cover', () => {
  it.each([
    ['2026-08-31', 2026],
    ['2026-09-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
  ])('that people look for on %s is %i', (today, year) => expect(premiumYears(plainDate(today))[0]).toBe(year));
});

describe('the window in words', () => {
  it.each([
    ['2026-09-01', '2026-12-31', '2026年9月1日 至 12月31日'],
    ['2026-09-01', '2027-02-28', '2026年9月1日 至 2027年2月28日'],
    [null, '2026-12-31', '到 2026年12月31日'],
    ['2026-09-01', null, '2026年9月1日起'],
    [null, null, '未查到梅州市 2027 年度缴费期的公开规定，请咨询税务部门'],
  ])('from %s to %s', (opens, closes, text) => {
    const day = (date: string | null) => (date === null ? null : plainDate(date));
    expect(windowText(levy({ windowOpensOn: day(opens), windowClosesOn: day(closes) }))).toBe(text);
  });
});
