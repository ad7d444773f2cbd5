import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AppliedList } from '@gongji/contract';
import { fen, plainDate } from '@gongji/domain';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { applied, levy, me, payment, quote, quoted, quotedRefusal, refusalOf, uuid } from '../../../test/support/fixtures';
import { later } from '../../../test/support/later';
import { showTo, tap } from '../../../test/support/signed-in';
import { hidePage, showPageAgain } from '../../../test/stubs/taro';
import { PaymentPanel } from './payment-panel';
import { PremiumCheckPanel } from './premium-check-panel';

const PAY = '从我的个人账户支付 ¥400.00';
/** Asked once a launch: a person whom no other test has paid for is unknown yet. */
const pay = async () => {
  const box = screen.queryByRole('checkbox', { name: /^我确认要为/ });
  if (box !== null) await act(async () => fireEvent.click(box));
  await tap(PAY);
};
const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));

const show = async (behaviours: Behaviours = {}, people = [levy().person]) => {
  const [onPaid, onHistory] = [jest.fn(), jest.fn()];
  const panel = (
    <PremiumCheckPanel
      personIds={people.map(({ personId }) => personId)}
      year={2027}
      onResult={jest.fn()}
      onPaid={onPaid}
      onOpen={jest.fn()}
      onChange={jest.fn()}
      onHistory={onHistory}
    />
  );
  const calls = await showTo(me(), panel, {
    quotePremiums: () => ({ answer: quoted(people.map((person, index) => quote({ quoteId: uuid(20 + index), levy: levy({ person }) }))) }),
    applyPremiums: () => ({ answer: applied([payment()]) }),
    ...behaviours,
  });
  return { onPaid, onHistory, calls, namesOf: () => calls.map(({ name }) => name) };
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
    for (const fact of ['陈*国（我）', '¥400.00', '2027年1月1日', '2026年11月25日', '付后可共济余额', '没有查到 2027 年标准']) {
      expect(page).toContain(fact);
    }
  });

  it('calls a day expected that others decide, and the last day to void it by its date alone', async () => {
    const whatHappens = [
      { text: '可以作废的最后一天', at: null, expectedOn: plainDate('2026-11-25'), fixed: true, done: false },
      { text: '税务部门扣款', at: null, expectedOn: plainDate('2026-11-30'), fixed: false, done: false },
    ];
    await show({ quotePremiums: () => ({ answer: quoted([quote({ whatHappens })]) }) });
    expect(screen.getByText('可以作废的最后一天').nextSibling?.textContent).toBe('2026年11月25日');
    expect(screen.getByText('税务部门扣款').nextSibling?.textContent).toBe('预计 2026年11月30日');
  });

  it('says at once that somebody else has paid', async () => {
    await show({ quotePremiums: () => ({ answer: quotedRefusal('PREMIUM_ALREADY_PAID', levy({ state: 'paid', payer: '赵*敏' })) }) });
    expect(screen.getByRole('alert').textContent).toContain('居民医保费已经缴过');
    expect(document.body.textContent).toContain('赵*敏');
    expect(screen.queryByRole('button', { name: PAY })).toBeNull();
  });

  it('takes the button away when the quote is over', async () => {
    let expiresAt = quote().expiresAt;
    await show({ quotePremiums: () => ({ answer: quoted([quote({ expiresAt })]) }) });
    await pass(601_000);
    expect(screen.getByRole('alert').textContent).toContain('报价已过期');
    expect(screen.queryByRole('button', { name: PAY })).toBeNull();
    expiresAt = '2026-11-22T10:30:00+08:00';
    await tap('重新查看金额');
    expect(screen.getByRole('button', { name: PAY })).toBeTruthy();
  });
});

describe('whom it is for', () => {
  it('is said above everything in their colour, and has to be confirmed before the first act for them of a launch, once', async () => {
    const stranger = { ...levy().person, personId: uuid(91), maskedName: '陈*雨', mark: null };
    const { namesOf } = await show({}, [stranger]);
    expect(document.body.textContent).toContain('正在代 陈*雨 办理');
    await tap(PAY);
    expect(screen.getByRole('alert').textContent).toContain('我确认要为陈*雨缴费，没有选错人');
    expect(namesOf()).not.toContain('applyPremiums');
    await pay();
    expect(namesOf()).toContain('applyPremiums');
    await show({}, [stranger]);
    expect(screen.queryByRole('checkbox', { name: /^我确认要为/ })).toBeNull();
  });

  it('goes with the limits set for them, and what is left of the month’s after it', async () => {
    await show({ quotePremiums: () => ({ answer: quoted([quote({ capPerPaymentFen: fen(50_000), monthLeftAfterFen: fen(20_000) })]) }) });
    expect(screen.getByText('单次限额').parentElement?.textContent).toContain('¥500.00');
    expect(screen.getByText('付后本月限额还剩').parentElement?.textContent).toContain('¥200.00');
  });

  it('is told calmly where it is oneself who has paid already, with the way to that payment', async () => {
    const { onHistory } = await show({
      quotePremiums: () => ({
        answer: quotedRefusal('PREMIUM_ALREADY_APPLIED', levy({ state: 'applied', payer: '陈*国', ownPaymentId: uuid(30) })),
      }),
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.body.textContent).toContain('请不要重复缴费；进度和凭证在您的代缴记录里。');
    await tap('查看我的代缴记录');
    expect(onHistory).toHaveBeenCalled();
  });
});

describe('paying', () => {
  it('goes on to the payment', async () => {
    const { onPaid } = await show();
    await pay();
    expect(onPaid).toHaveBeenCalledWith(payment().paymentId);
  });

  it('pays once however often the button is tapped', async () => {
    const { namesOf } = await show();
    const [button, box] = [screen.getByRole('button', { name: PAY }), screen.queryByRole('checkbox', { name: /^我确认要为/ })];
    if (box !== null) await act(async () => fireEvent.click(box));
    await act(async () => {
      for (let count = 0; count < 20; count += 1) fireEvent.click(button);
    });
    expect(namesOf().filter((name) => name === 'applyPremiums')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: PAY })).toBeNull();
  });

  it('says that nothing was taken when it is refused, and asks for a new quote', async () => {
    const { namesOf } = await show({ applyPremiums: () => ({ answer: applied([refusalOf('PREMIUM_QUOTE_CHANGED')]) }) });
    await pay();
    expect(screen.getByRole('alert').textContent).toContain('没有扣款');
    await tap('重新查看金额');
    expect(namesOf()).toEqual(['quotePremiums', 'applyPremiums', 'quotePremiums']);
  });
});

describe('the network gone once it is paid', () => {
  const lost: Behaviours = {
    applyPremiums: () => 'silence',
    premiumPayments: () => ({ answer: { payments: [payment()], paidForMe: [] } }),
  };
  it.each<[string, Behaviours]>([
    ['the answer to it', {}],
    ['what looking has found', lost],
  ])('leaves %s on the page of the payment, with its age', async (_, behaviours) => {
    const { onPaid } = await show({ ...behaviours, premiumPayment: () => 'silence' });
    await pay();
    await pass(3_100);
    expect(onPaid).toHaveBeenCalled();
    cleanup();
    const leads = { onReceipt: jest.fn(), onRefund: jest.fn(), leave: '返回代缴', onLeave: jest.fn() };
    await act(async () => void render(<PaymentPanel paymentId={payment().paymentId} {...leads} />));
    expect(screen.getByRole('alert').textContent).toContain('上次更新：');
    expect(screen.getByText(payment().stateText)).toBeTruthy();
  });
});

describe('a late answer', () => {
  const payLate = async () => {
    const { answer, come } = later<{ readonly answer: AppliedList }>();
    const { onPaid } = await show({ applyPremiums: () => answer });
    await pay();
    return { onPaid, arrive: () => act(async () => come({ answer: applied([payment()]) })) };
  };

  it('leaves alone whatever page is in front, once this one is gone', async () => {
    const { onPaid, arrive } = await payLate();
    cleanup();
    await arrive();
    expect(onPaid).not.toHaveBeenCalled();
  });

  it('waits until whoever has gone on from here is back', async () => {
    const { onPaid, arrive } = await payLate();
    await act(async () => hidePage());
    await arrive();
    expect(onPaid).not.toHaveBeenCalled();
    await act(async () => showPageAgain());
    await act(async () => showPageAgain());
    expect(onPaid).toHaveBeenCalledTimes(1);
  });
});

describe('a lost answer after paying', () => {
  it('is looked for only on the page in front', async () => {
    const { namesOf } = await show({
      applyPremiums: () => 'silence',
      premiumPayments: () => ({ answer: { payments: [], paidForMe: [] } }),
    });
    await pay();
    await act(async () => hidePage());
    await pass(31_000);
    expect(namesOf()).not.toContain('premiumPayments');
    await act(async () => showPageAgain());
    await pass(3_100);
    expect(namesOf()).toContain('premiumPayments');
  });

  it('is never called failed, and the payment is found by looking', async () => {
    let known = false;
    const { onPaid, namesOf } = await show({
      applyPremiums: () => 'silence',
      premiumPayments: () => ({ answer: { payments: known ? [payment()] : [], paidForMe: [] } }),
    });
    await pay();
    expect(screen.getByRole('alert').textContent).toContain('处理中，请勿重复支付');
    expect(screen.getByRole('alert').textContent).toMatch(/为\S+代缴 2027 年度居民医保费，共 ¥\d+\.00。/);
    expect(screen.getByRole('alert').textContent).toMatch(/编号 \d{4} \d{4} \d{4}/);
    await pass(3_100);
    expect(onPaid).not.toHaveBeenCalled();
    known = true;
    await pass(3_100);
    expect(onPaid).toHaveBeenCalledWith(payment().paymentId);
    expect(namesOf().filter((name) => name === 'applyPremiums')).toHaveLength(1);
  });

  it('says so where it could not even look', async () => {
    await show({ applyPremiums: () => 'silence', premiumPayments: () => 'silence' });
    await pay();
    await pass(31_000);
    expect(screen.getByRole('alert').textContent).toContain('现在连不上网络，查不了结果');
  });

  it('takes no earlier, voided payment for this one', async () => {
    const { onPaid } = await show({
      applyPremiums: () => 'silence',
      premiumPayments: () => ({
        answer: { payments: [payment({ state: 'voided' }), payment({ person: { ...levy().person, personId: uuid(77) } })], paidForMe: [] },
      }),
    });
    await pay();
    await pass(3_100);
    expect(onPaid).not.toHaveBeenCalled();
  });

  it('offers to send again only after looking in vain, and under the same key', async () => {
    const { calls, onHistory } = await show({
      applyPremiums: () => 'silence',
      premiumPayments: () => ({ answer: { payments: [], paidForMe: [] } }),
    });
    await pay();
    expect(screen.queryByRole('button', { name: /再次提交/ })).toBeNull();
    await pass(31_000);
    await tap('查看我的代缴记录');
    expect(onHistory).toHaveBeenCalledTimes(1);
    await tap('用同一编号再次提交（不会重复扣款）');
    const keys = calls.filter(({ name }) => name === 'applyPremiums').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});
