import type { PaymentView } from '@gongji/contract';
import { describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { me, payment, refundPreview, refusalOf, uuid } from '../../../test/support/fixtures';
import { later } from '../../../test/support/later';
import { showTo, tap } from '../../../test/support/signed-in';
import { RefundPanel } from './refund-panel';

const ASK = '申请退费 ¥400.00';
const show = async (behaviours: Behaviours = {}) => {
  const onPayment = jest.fn();
  const calls = await showTo(me(), <RefundPanel paymentId={uuid(30)} onPayment={onPayment} />, {
    premiumPayment: () => ({ answer: payment({ state: 'paid' }) }),
    previewRefund: () => ({ answer: refundPreview() }),
    refundPremium: () => ({ answer: payment({ state: 'refunding' }) }),
    ...behaviours,
  });
  return { onPayment, asked: () => calls.filter(({ name }) => name === 'refundPremium') };
};

describe('before a refund is asked for', () => {
  it('says where the money goes, by when, whether the limit comes back, what it means, and that the rule is provisional', async () => {
    await show();
    const page = document.body.textContent ?? '';
    for (const fact of ['陈*国的历年账户', '没有查到公开的办理时限', '额度恢复 ¥400.00', '提交后不能撤回', '暂定'])
      expect(page).toContain(fact);
  });

  it('says whose premium of which year it is, before anything else', async () => {
    await show();
    expect(document.body.textContent).toMatch(/陈\*兰2027 年度居民医保费.*为什么退费.*钱退到哪里/);
  });

  it('asks for no reason of its own: the button waits until one is chosen, and what the register does not show cannot be', async () => {
    const { asked } = await show();
    await tap(ASK);
    expect(screen.getByRole('alert').textContent).toContain('请先选择一个情形');
    await tap(/^参保人去世/, 'radio');
    await tap(ASK);
    expect(asked()).toHaveLength(0);
  });

  it('says what it means for the cover once it is known why', async () => {
    await show();
    expect(document.body.textContent).not.toContain('仍为已缴费');
    await tap(/^重复缴费/, 'radio');
    expect(screen.getByText('退费之后').parentElement?.textContent).toMatch(
      /退费之后另一笔缴费还在的，陈\*兰 2027 年度仍为已缴费。提交后不能撤回。/,
    );
  });

  it('offers nothing where it cannot be asked for, and says where it can', async () => {
    await show({ previewRefund: () => ({ answer: refundPreview({ refusal: refusalOf('PREMIUM_REFUND_ELSEWHERE') }) }) });
    expect(screen.getByRole('alert').textContent).toContain('税务部门');
    expect(screen.queryByRole('button', { name: ASK })).toBeNull();
  });
});

describe('asking for a refund', () => {
  it('goes once, with the reason, and then shows the payment', async () => {
    const { asked, onPayment } = await show();
    await tap(/^重复缴费/, 'radio');
    const button = screen.getByRole('button', { name: ASK });
    await act(async () => {
      for (let count = 0; count < 20; count += 1) fireEvent.click(button);
    });
    expect(asked().map(({ body }) => body)).toEqual([{ reason: 'duplicate' }]);
    expect(onPayment).toHaveBeenCalledTimes(1);
  });

  it('leads nowhere any more once its page is gone', async () => {
    const { answer, come } = later<{ readonly answer: PaymentView }>();
    const { onPayment } = await show({ refundPremium: () => answer });
    await tap(/^重复缴费/, 'radio');
    await tap(ASK);
    cleanup();
    await act(async () => come({ answer: payment({ state: 'refunding' }) }));
    expect(onPayment).not.toHaveBeenCalled();
  });

  it('is refused in words', async () => {
    await show({ refundPremium: () => ({ refuse: 'PREMIUM_REFUND_UNDER_WAY' }) });
    await tap(/^重复缴费/, 'radio');
    await tap(ASK);
    expect(screen.getByRole('alert').textContent).toContain('已经在退费');
  });

  it('reads the payment when no answer came, and asks no second time', async () => {
    const { asked, onPayment } = await show({ refundPremium: () => 'silence' });
    await tap(/^重复缴费/, 'radio');
    await tap(ASK);
    expect(screen.getByRole('alert').textContent).toContain('不要重复申请');
    expect(screen.queryByRole('button', { name: ASK })).toBeNull();
    await tap('查看这笔代缴');
    expect([asked().length, onPayment.mock.calls.length]).toEqual([1, 1]);
  });
});
