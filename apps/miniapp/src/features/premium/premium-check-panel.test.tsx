import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { levy, me, payment, quote, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { PremiumCheckPanel } from './premium-check-panel';

const PAY = '从我的个人账户支付 ¥400.00';
const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));

const show = async (behaviours: Behaviours = {}) => {
  const onPaid = jest.fn();
  const calls = await showTo(me(), <PremiumCheckPanel personId={uuid(2)} year={2027} onPaid={onPaid} onChange={jest.fn()} />, {
    quotePremium: () => ({ answer: quote() }),
    applyPremium: () => ({ answer: payment() }),
    ...behaviours,
  });
  return { onPaid, calls, namesOf: () => calls.map(({ name }) => name) };
};

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00+08:00') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('before paying', () => {
  it('shows whose account pays what, when the benefit starts, until when it can be taken back, and what is assumed', async () => {
    await show();
    const page = document.body.textContent ?? '';
    for (const fact of [
      '陈建国（本人）',
      '¥400.00',
      '2027年1月1日',
      '2026年11月25日',
      '付后可共济余额',
      '暂按 2026 年标准，以税务部门为准',
    ]) {
      expect(page).toContain(fact);
    }
  });

  it('says at once that somebody else has paid', async () => {
    await show({ quotePremium: () => ({ refuse: 'PREMIUM_ALREADY_PAID' }) });
    expect(screen.getByRole('alert').textContent).toContain('居民医保费已经缴过');
    expect(screen.queryByRole('button', { name: PAY })).toBeNull();
  });

  it('takes the button away when the quote is over', async () => {
    let expiresAt = quote().expiresAt;
    await show({ quotePremium: () => ({ answer: quote({ expiresAt }) }) });
    await pass(601_000);
    expect(screen.getByRole('alert').textContent).toContain('报价已过期');
    expect(screen.queryByRole('button', { name: PAY })).toBeNull();
    expiresAt = '2026-11-22T10:30:00+08:00';
    await tap('重新查看金额');
    expect(screen.getByRole('button', { name: PAY })).toBeTruthy();
  });
});

describe('paying', () => {
  it('goes on to the payment', async () => {
    const { onPaid } = await show();
    await tap(PAY);
    expect(onPaid).toHaveBeenCalledWith(payment());
  });

  it('pays once however often the button is tapped', async () => {
    const { namesOf } = await show();
    const button = screen.getByRole('button', { name: PAY });
    await act(async () => {
      for (let count = 0; count < 20; count += 1) fireEvent.click(button);
    });
    expect(namesOf().filter((name) => name === 'applyPremium')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: PAY })).toBeNull();
  });

  it('says that nothing was taken when it is refused, and asks for a new quote', async () => {
    const { namesOf } = await show({ applyPremium: () => ({ refuse: 'PREMIUM_QUOTE_CHANGED' }) });
    await tap(PAY);
    expect(screen.getByRole('alert').textContent).toContain('没有扣款');
    await tap('重新查看金额');
    expect(namesOf()).toEqual(['quotePremium', 'applyPremium', 'quotePremium']);
  });
});

describe('a lost answer after paying', () => {
  it('is never called failed, and the payment is found by looking', async () => {
    let known = false;
    const { onPaid, namesOf } = await show({
      applyPremium: () => 'silence',
      premiumPayments: () => ({ answer: { payments: known ? [payment()] : [] } }),
    });
    await tap(PAY);
    expect(screen.getByRole('alert').textContent).toContain('处理中，请勿重复支付');
    expect(screen.getByRole('alert').textContent).toMatch(/参考编号 [0-9a-f-]{36}/);
    await pass(3_100);
    expect(onPaid).not.toHaveBeenCalled();
    known = true;
    await pass(3_100);
    expect(onPaid).toHaveBeenCalledWith(payment());
    expect(namesOf().filter((name) => name === 'applyPremium')).toHaveLength(1);
  });

  it('takes no earlier, voided payment for this one', async () => {
    const { onPaid } = await show({
      applyPremium: () => 'silence',
      premiumPayments: () => ({
        answer: { payments: [payment({ state: 'voided' }), payment({ person: { ...levy().person, personId: uuid(77) } })] },
      }),
    });
    await tap(PAY);
    await pass(3_100);
    expect(onPaid).not.toHaveBeenCalled();
  });

  it('offers to send again only after looking in vain, and under the same key', async () => {
    const { calls } = await show({ applyPremium: () => 'silence', premiumPayments: () => ({ answer: { payments: [] } }) });
    await tap(PAY);
    expect(screen.queryByRole('button', { name: /再次提交/ })).toBeNull();
    await pass(31_000);
    await tap('用同一编号再次提交（不会重复扣款）');
    const keys = calls.filter(({ name }) => name === 'applyPremium').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});
