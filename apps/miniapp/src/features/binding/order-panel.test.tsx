import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Behaviours, Call } from '../../../test/support/fake-bff';
import { deductionOrder, me, rule, sponsor, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { OrderPanel } from './order-panel';

const show = (behaviours: Behaviours = {}, who = me()) =>
  showTo(who, <OrderPanel />, { deductionOrder: () => ({ answer: deductionOrder() }), ...behaviours });
/** Without my own, which is not to be moved. */
const names = () =>
  screen
    .getAllByText(/^陈\*./)
    .map(({ textContent }) => textContent)
    .slice(1);
const [first, second] = deductionOrder().sponsors;
if (first === undefined || second === undefined) throw new Error('the fixture has two sponsors');
const turned = deductionOrder({ sponsors: [second, first] });

/** A BFF that keeps the order it was given, whether or not its answer arrives. */
const keeping = (reply: 'answered' | 'silence'): Behaviours => {
  let kept = deductionOrder();
  return {
    deductionOrder: () => ({ answer: kept }),
    setDeductionOrder: ({ body }: Call) => {
      const { bindingIds } = body as { readonly bindingIds: readonly string[] };
      kept = { ...kept, sponsors: bindingIds.flatMap((id) => kept.sponsors.filter((each) => each.bindingId === id)) };
      return reply === 'silence' ? 'silence' : { answer: kept };
    },
  };
};

describe('the order of the payers', () => {
  it('is mine first, and the rest moves by buttons until it is saved', async () => {
    const calls = await show(keeping('answered'));
    expect(screen.getByText('您本人的个人账户，总是最先扣')).toBeTruthy();
    await tap('下移：陈*国');
    expect(names()).toEqual(['陈*芳', '陈*国']);
    await tap('保存顺序');
    expect(calls.find(({ name }) => name === 'setDeductionOrder')?.body).toEqual({ bindingIds: [uuid(11), uuid(10)] });
    expect(screen.getByText('顺序已保存')).toBeTruthy();
    expect(names()).toEqual(['陈*芳', '陈*国']);
  });

  it('is called saved where it cannot be read again', async () => {
    const { setDeductionOrder, deductionOrder: read } = keeping('answered');
    let gone = false;
    await show({
      deductionOrder: (call) => (gone || read === undefined ? 'silence' : read(call)),
      setDeductionOrder: (call) => {
        gone = true;
        return setDeductionOrder?.(call) ?? 'silence';
      },
    });
    await tap('下移：陈*国');
    await tap('保存顺序');
    expect(screen.getByText('顺序已保存')).toBeTruthy();
    expect(names()).toEqual(['陈*芳', '陈*国']);
  });

  it('is not sent while it is as it was', async () => {
    const calls = await show(keeping('answered'));
    await tap('下移：陈*国');
    await tap('上移：陈*国');
    await tap('保存顺序');
    await tap('上移：陈*国');
    expect(calls.map(({ name }) => name)).toEqual(['deductionOrder']);
  });

  it('says that there is no account of mine to take from first', async () => {
    await show({}, me({ hasAccount: false, scheme: 'resident' }));
    expect(screen.getByText('您没有个人账户，直接扣家人的账户。')).toBeTruthy();
    expect(screen.queryByText('您本人的个人账户，总是最先扣')).toBeNull();
  });

  it('does not call a rule what nobody published', async () => {
    const assumed = rule({ kind: 'deductionOrder', text: '按绑定的先后扣。', assumed: true, confidence: 'ASSUMED' });
    await show({ deductionOrder: () => ({ answer: deductionOrder({ mine: false, rule: assumed }) }) });
    expect(screen.getByText(/^没有查到公开规定/)).toBeTruthy();
    expect(screen.queryByText(/由规定确定/)).toBeNull();
  });

  it('is shown with its rule, and without buttons, where it is not mine', async () => {
    await show({ deductionOrder: () => ({ answer: deductionOrder({ mine: false }) }) });
    expect(screen.getByText(/由规定确定/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /移/ })).toBeNull();
    expect(screen.queryByRole('button', { name: '保存顺序' })).toBeNull();
    expect(screen.getByRole('button', { name: /^查看依据/ })).toBeTruthy();
  });

  it('keeps what was arranged when somebody has joined meanwhile, and takes them in', async () => {
    let joined = false;
    await show({
      deductionOrder: () => ({
        answer: deductionOrder(joined ? { sponsors: [first, second, sponsor(12, '陈*明')] } : {}),
      }),
      setDeductionOrder: () => {
        joined = true;
        return { refuse: 'ORDER_INCOMPLETE' };
      },
    });
    await tap('下移：陈*国');
    await tap('保存顺序');
    expect(screen.getByRole('alert').textContent).toContain('共济人有变化，顺序没有保存。');
    expect(names()).toEqual(['陈*芳', '陈*国', '陈*明']);
  });

  it('is read again when no answer came', async () => {
    const calls = await show(keeping('silence'));
    await tap('下移：陈*国');
    await tap('保存顺序');
    expect(screen.getByText('处理中，请勿重复办理')).toBeTruthy();
    await tap('查看现在的顺序');
    expect(calls.map(({ name }) => name)).toEqual(['deductionOrder', 'setDeductionOrder', 'deductionOrder']);
    expect(names()).toEqual(['陈*芳', '陈*国']);
    await tap('保存顺序');
    expect(calls).toHaveLength(3);
  });

  it('says whose account cannot be used now', async () => {
    await show({ deductionOrder: () => ({ answer: { ...turned, sponsors: [first, { ...second, usable: false }] } }) });
    expect(screen.getAllByText('现在不能用')).toHaveLength(1);
  });

  it('says so where nobody pays for me', async () => {
    await show({ deductionOrder: () => ({ answer: deductionOrder({ sponsors: [] }) }) });
    expect(screen.getByText('还没有家人帮您付')).toBeTruthy();
  });
});
