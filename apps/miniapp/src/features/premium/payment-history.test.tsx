import { describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { PaymentList, PaymentView } from '@gongji/contract';
import { guilan, me, NOW, payment, RECEIPT_CODE, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { PaymentHistory } from './payment-history';

const [onOpen, onReceipt, onPay] = [jest.fn(), jest.fn(), jest.fn()];
const show = (payments: readonly PaymentView[], paidForMe: PaymentList['paidForMe'] = []) =>
  showTo(me(), <PaymentHistory onOpen={onOpen} onReceipt={onReceipt} onPay={onPay} />, {
    premiumPayments: () => ({ answer: { payments: [...payments], paidForMe } }),
  });
const choose = (group: string, name: string) =>
  act(async () =>
    fireEvent.click(
      screen
        .getAllByRole('radio')
        .filter((each) => each.closest(`[aria-label="${group}"]`) && each.textContent?.includes(name))[0] as Element,
    ),
  );

const other = { ...guilan, personId: uuid(3), maskedName: '陈*雨', maskedCertificate: '440*************35' };
const twin = { ...guilan, personId: uuid(4), mark: '尾号 48' };
const receiptOf = { ourNumber: RECEIPT_CODE.number, taxNumber: 'T1', paidAt: '2026-11-26T10:00:00.000+08:00', hash: RECEIPT_CODE.hash };
const PAYMENTS = [
  payment({ paymentId: uuid(31), year: 2027 }),
  payment({ paymentId: uuid(32), year: 2026, state: 'posted', stateText: '已入库', receipt: receiptOf }),
  payment({ paymentId: uuid(33), year: 2026, person: other }),
  payment({ paymentId: uuid(34), year: 2025, person: twin }),
];
const shownYears = () => screen.queryAllByText(/^\d{4} 年度$/, { selector: '.section__title' }).map((each) => each.textContent);

describe('the records of payments', () => {
  it('stand by year, the newest first', async () => {
    await show(PAYMENTS);
    expect(shownYears()).toEqual(['2027 年度', '2026 年度', '2025 年度']);
  });

  it('are found by person and by year together', async () => {
    await show(PAYMENTS);
    await choose('参保人', '陈*雨');
    expect(shownYears()).toEqual(['2026 年度']);
    await choose('参保年度', '2027');
    expect(screen.getByText('没有这样的记录')).toBeTruthy();
    await tap('查看全部记录');
    expect(shownYears()).toHaveLength(3);
  });

  it('tell apart two people who are masked alike', async () => {
    await show(PAYMENTS);
    expect(screen.getByText('陈*兰（尾号 48）', { selector: '.person__name' })).toBeTruthy();
    await choose('参保人', '尾号 48');
    expect(shownYears()).toEqual(['2025 年度']);
  });

  it('say what 入库 means where something has come that far, and only there', async () => {
    await show(PAYMENTS);
    expect(screen.getAllByText(/^入库：/)).toHaveLength(1);
    cleanup();
    await show([payment()]);
    expect(screen.queryAllByText(/^入库：/)).toEqual([]);
  });

  it('ask nothing where there is nothing to choose between', async () => {
    await show(PAYMENTS.slice(0, 1));
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });

  it('lead to the receipt of what is paid, and of nothing else', async () => {
    await show(PAYMENTS);
    await tap('查看和保存凭证，陈*兰 2026 年度');
    expect(onReceipt).toHaveBeenCalledWith(uuid(32));
    expect(onOpen).not.toHaveBeenCalled();
    expect(screen.queryAllByRole('button', { name: /^查看和保存凭证/ })).toHaveLength(1);
  });

  it('have a next step where there are none', async () => {
    await show([]);
    expect(screen.getByText(/^您付的每一笔.*别人付的，记录和凭证在付款人那里/)).toBeTruthy();
    await tap('查看家人的应缴');
    expect(onPay).toHaveBeenCalledTimes(1);
  });

  it('show what a relative has paid for the reader, with the way to the receipt, and nothing to open', async () => {
    const paid = { year: 2027, regionName: '梅州市', payer: '陈*国', state: 'paid', stateText: '已缴费', appliedAt: NOW } as const;
    await show([], [paid]);
    expect(screen.getByText('家人帮我缴的')).toBeTruthy();
    for (const fact of ['2027 年度居民医保费', '陈*国', '已缴费']) expect(screen.getAllByText(fact).length).toBeGreaterThan(0);
    expect(screen.getByText(/需要凭证请找付款人/)).toBeTruthy();
    expect(screen.queryByText('还没有代缴记录')).toBeNull();
    expect(screen.queryAllByRole('button', { name: /查看|2027/ })).toEqual([]);
  });
});
