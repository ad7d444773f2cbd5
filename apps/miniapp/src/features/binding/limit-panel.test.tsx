import { describe, expect, it } from '@jest/globals';
import { type Fen, fen } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import type { Behaviours, Call } from '../../../test/support/fake-bff';
import { me, sharedLimit } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { LimitPanel } from './limit-panel';

const box = () => screen.getByRole('textbox');
const fill = (value: string) => act(async () => fireEvent.change(box(), { target: { value } }));
const show = (behaviours: Behaviours = {}) =>
  showTo(me(), <LimitPanel />, { sharedLimit: () => ({ answer: sharedLimit() }), ...behaviours });
const sentIn = (calls: readonly Call[]) => calls.filter(({ name }) => name === 'setSharedLimit');

/** A BFF that keeps the limit it was given, whether or not its answer arrives. */
const keeping = (reply: 'answered' | 'silence'): Behaviours => {
  let kept = sharedLimit();
  return {
    sharedLimit: () => ({ answer: kept }),
    setSharedLimit: ({ body }) => {
      const { limitFen } = body as { readonly limitFen: Fen | null };
      kept = sharedLimit({ limitFen, leftFen: limitFen === null ? null : fen(limitFen - 50_000), required: false });
      return reply === 'silence' ? 'silence' : { answer: kept };
    },
  };
};

describe('the limit shared by all relatives', () => {
  it('says what is set, used and left, and by which rule', async () => {
    await show();
    for (const text of ['¥2,000.00', '¥500.00', '¥1,500.00', '所有亲属一共最多用这么多。']) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^查看依据/ })).toBeTruthy();
  });

  it('of a common account is money moved, or not moved yet', async () => {
    await show({ sharedLimit: () => ({ answer: sharedLimit({ kind: 'pool', limitFen: null, leftFen: null }) }) });
    expect(screen.getByText('还没有划入')).toBeTruthy();
  });

  it('is set anew, and then shown as it stands', async () => {
    const calls = await show(keeping('answered'));
    await fill('3000');
    await tap('保存限额');
    expect(sentIn(calls).map(({ body }) => body)).toEqual([{ limitFen: 300_000 }]);
    expect(screen.getByText('限额已保存')).toBeTruthy();
    expect(screen.getByText('¥3,000.00')).toBeTruthy();
  });

  it('is taken away by one tap where none is asked for', async () => {
    const calls = await show({ ...keeping('answered'), sharedLimit: () => ({ answer: sharedLimit({ required: false }) }) });
    await tap('不再设共用限额');
    expect(sentIn(calls).map(({ body }) => body)).toEqual([{ limitFen: null }]);
    expect(screen.getByRole('alert').textContent).toContain('已不设共用限额');
  });

  it.each([
    ['where the region asks for one', sharedLimit()],
    ['where there is none', sharedLimit({ required: false, limitFen: null, leftFen: null })],
  ])('cannot be taken away %s', async (_where, limit) => {
    await show({ sharedLimit: () => ({ answer: limit }) });
    expect(screen.queryByRole('button', { name: '不再设共用限额' })).toBeNull();
  });

  it.each([
    ['', sharedLimit(), '请填大于 0 的金额，最多两位小数'],
    ['2000', sharedLimit(), '和现在的金额一样'],
    ['499.99', sharedLimit(), '不能低于家人已经用掉的 ¥500.00'],
    ['1999', sharedLimit({ kind: 'pool' }), '不能低于已经划入的 ¥2,000.00'],
    ['5000.01', sharedLimit({ kind: 'quota', mostFen: fen(500_000) }), '最多可以留出 ¥5,000.00'],
  ])('is not sent as %j where that cannot be', async (typed, limit, why) => {
    const calls = await show({ sharedLimit: () => ({ answer: limit }) });
    await fill(typed);
    await tap({ limit: '保存限额', quota: '保存额度', pool: '确认划入' }[limit.kind]);
    expect(screen.getByText(why)).toBeTruthy();
    expect(sentIn(calls)).toHaveLength(0);
  });

  it('stays as typed when it is refused', async () => {
    await show({ setSharedLimit: () => ({ refuse: 'LIMIT_OVER_BALANCE' }) });
    await fill('90000');
    await tap('保存限额');
    expect(screen.getByRole('alert').textContent).toContain('最多可以划出');
    expect(box()).toHaveProperty('value', '90000');
  });

  it('is read again when no answer came, and not moved twice', async () => {
    const calls = await show(keeping('silence'));
    await fill('3000');
    await tap('保存限额');
    await tap('保存限额');
    await tap('查看现在的金额');
    expect(calls.map(({ name }) => name)).toEqual(['sharedLimit', 'setSharedLimit', 'sharedLimit']);
    expect(screen.getByText('¥3,000.00')).toBeTruthy();
    await tap('保存限额');
    expect(screen.getByText('和现在的金额一样')).toBeTruthy();
    expect(sentIn(calls)).toHaveLength(1);
  });

  it('is the first amount again, when it is wished for again after another one', async () => {
    let answered = false;
    const [lost, heard] = [keeping('silence'), keeping('answered')];
    const calls = await show({
      sharedLimit: (call) => (answered ? heard : lost).sharedLimit?.(call) ?? 'silence',
      setSharedLimit: (call) => (answered ? heard : lost).setSharedLimit?.(call) ?? 'silence',
    });
    await fill('3000');
    await tap('保存限额');
    await tap('查看现在的金额');
    answered = true;
    for (const amount of ['4000', '3000']) {
      await fill(amount);
      await tap('保存限额');
    }
    expect(new Set(sentIn(calls).map(({ key }) => key)).size).toBe(3);
  });
});
