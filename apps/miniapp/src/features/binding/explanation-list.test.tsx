import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { binding, checkResult, explanation, rule, shareFundsGrant, showCodeGrant } from '../../../test/support/fixtures';
import { tap } from '../../../test/support/signed-in';
import { ExplanationList } from './explanation-list';
import { tellBefore, tellBound } from './explanation-standing';

const obstacle = (code: string, text: string) =>
  checkResult({ title: '勾选的用途', result: 'no', code, text, nextStep: '可以在“修改”里勾选。' });
const use = (about: 'care' | 'drug' | 'device' | 'premium' | 'ltc-premium', ...obstacles: readonly ReturnType<typeof checkResult>[]) =>
  explanation({
    about,
    question: `帮TA付：${about}`,
    usable: obstacles.length === 0,
    checks: [checkResult(), ...obstacles],
  });
const notTicked = obstacle('use-not-ticked', '没有勾选这项用途。');
const drained = obstacle('nothing-shareable', '可共济余额为 0。');
const waiting = obstacle('not-active', '家庭共济还没有生效。');
const wordsOf = (shown: Parameters<typeof tellBound>[0], of = binding()) => tellBound(shown, of).map(({ word }) => [word.text, word.tone]);

describe('why something can be used, and why not', () => {
  it('answers each question in a word, and names the obstacle without a tap', () => {
    render(<ExplanationList told={tellBound([use('care'), use('drug', drained)], binding())} />);
    for (const text of ['能用', '不能用', '可共济余额为 0。']) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByText('双方的参保状态')).toBeNull();
  });

  it('lists every check with its result in words, its next step and its rule', async () => {
    const ruled = { ...notTicked, rule: rule({ text: '个人账户可以帮家人付：看病、买药。' }) };
    const unknown = checkResult({ title: '每次限额', result: 'unknown', text: '按没有限额处理。' });
    render(<ExplanationList told={tellBound([use('drug', ruled, unknown)], binding())} />);
    await tap(/查了哪些（. 项）：.*drug/);
    for (const word of ['符合', '不符合', '未查到公开规定']) expect(screen.getByText(word)).toBeTruthy();
    expect(screen.getByText('按没有限额处理。')).toBeTruthy();
    expect(screen.queryByText('个人账户可以帮家人付：看病、买药。')).toBeNull();
    await tap(/查看依据：个人账户可以/);
    expect(screen.getByText('个人账户可以帮家人付：看病、买药。')).toBeTruthy();
  });

  it('is red only where somebody wanted it', () => {
    expect(wordsOf([use('care', drained)])).toEqual([['不能用', 'danger']]);
    expect(wordsOf([use('drug', notTicked, drained)])).toEqual([['没有勾选', 'quiet']]);
    expect(wordsOf([use('ltc-premium', obstacle('BINDING_USE_NOT_ALLOWED', '没有列入共济用途。'))])).toEqual([['规定里没有', 'quiet']]);
    expect(wordsOf([use('care', waiting)], binding({ grants: [showCodeGrant()] }))).toEqual([['没有打开', 'quiet']]);
  });

  it('says of what waits or is paused how it stands', () => {
    const funds = (state: 'proposed' | 'paused', stateText: string) => binding({ grants: [shareFundsGrant({ state, stateText })] });
    expect(wordsOf([use('care', waiting)], funds('proposed', '等待确认'))).toEqual([['等待确认', 'warn']]);
    expect(wordsOf([use('care', waiting)], funds('paused', '已暂停'))).toEqual([['已暂停', 'warn']]);
  });

  it('gives one answer for the uses that say the same, with all of their checks', () => {
    const longer = { ...use('premium', notTicked), checks: [...use('premium', notTicked).checks, checkResult({ title: '集中缴费期' })] };
    const told = tellBound([use('care'), use('drug', notTicked), use('device', notTicked), longer], binding());
    expect(told.map(({ explanation: { question } }) => question)).toEqual(['帮TA付：care', '帮TA付：drug、医疗器械和耗材、居民医保费']);
    expect(told[1]?.explanation.checks.map(({ title }) => title)).toContain('集中缴费期');
    expect(told[1]?.obstacles).toEqual([notTicked]);
  });

  it('says before binding whether it can be arranged', () => {
    const told = [use('care'), explanation({ about: 'bind', usable: false })].map(tellBefore);
    expect(told.map(({ word }) => word.text)).toEqual(['能办', '不能办']);
  });
});
