import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { fen } from '@gongji/domain';
import type { Behaviours } from '../../../test/support/fake-bff';
import { applied, levy, me, payment, quote, quoted, refusalOf, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { PremiumCheckPanel } from './premium-check-panel';

const mother = levy().person;
const daughter = { ...mother, personId: uuid(3), maskedName: '陈*雨', age: 12 };
const brother = { ...mother, personId: uuid(4), maskedName: '陈*军', age: 40 };
const PAY_BOTH = '从我的个人账户支付 2\u00a0人共 ¥800.00';

const quotes = [
  quote({ quoteId: uuid(20), levy: levy({ person: mother }), shareableAfterFen: fen(720_000) }),
  quote({ quoteId: uuid(21), levy: levy({ person: daughter }), shareableAfterFen: fen(680_000) }),
];
const refusedBrother = {
  person: brother,
  levy: levy({ person: brother, state: 'paid', payer: '赵*敏' }),
  quote: null,
  refusal: refusalOf('PREMIUM_ALREADY_PAID'),
};
const madeFor = (person: typeof mother, n: number, changes: Parameters<typeof payment>[0] = {}) =>
  payment({ paymentId: uuid(n), person, ...changes });

const onHistory = jest.fn();
beforeEach(() => void onHistory.mockClear());
const show = async (behaviours: Behaviours = {}, onOpen = jest.fn()) => {
  const ids = [mother, daughter, brother].map(({ personId }) => personId);
  const panel = (
    <PremiumCheckPanel
      personIds={ids}
      year={2027}
      onResult={jest.fn()}
      onPaid={jest.fn()}
      onOpen={onOpen}
      onChange={jest.fn()}
      onHistory={onHistory}
    />
  );
  return showTo(me(), panel, {
    quotePremiums: () => ({ answer: quoted(quotes, [refusedBrother]) }),
    premiumPayment: ({ path }) => ({ answer: path.includes(uuid(31)) ? madeFor(daughter, 31) : madeFor(mother, 30) }),
    ...behaviours,
  });
};
/** Asked once a launch. */
const payBoth = async () => {
  const box = screen.queryByRole('checkbox', { name: /^我确认要为/ });
  if (box !== null) await act(async () => fireEvent.click(box));
  await tap(PAY_BOTH);
};
const words = () => document.body.textContent ?? '';

describe('several relatives on one check page', () => {
  it('shows each one, the sum, each payer’s share once, and who cannot be paid and why', async () => {
    await show();
    for (const fact of [
      '陈*兰',
      '陈*雨',
      '2 人合计',
      '¥800.00',
      '¥6,800.00',
      '1 人现在不能代缴',
      '居民医保费已经缴过',
      '赵*敏',
      '不在这次支付里',
    ])
      expect(words()).toContain(fact);
    expect(screen.getByRole('button', { name: PAY_BOTH })).toBeTruthy();
  });

  it('says once, in a line each, what 待遇 and 入库 mean', async () => {
    await show();
    expect(screen.getAllByText(/^待遇：/)).toHaveLength(1);
    expect(screen.getAllByText(/^入库：/)).toHaveLength(1);
  });

  it('says step by step why the benefit begins on that day, with the notice’s example', async () => {
    await show();
    const [why] = screen.getAllByRole('button', { name: '为什么是 2027年1月1日？' });
    await act(async () => fireEvent.click(why as HTMLElement));
    expect(words()).toContain('1. 2026年11月22日缴费');
    expect(words()).toContain('没有连续参保，在集中缴费期内缴费：等待 3 个月，2026年4月1日至2026年12月31日享受待遇');
  });

  it('sends those who can be paid in one request', async () => {
    const calls = await show({ applyPremiums: () => ({ answer: applied([madeFor(mother, 30), madeFor(daughter, 31)]) }) });
    await payBoth();
    const sent = calls.filter(({ name }) => name === 'applyPremiums').map(({ body }) => body);
    expect(sent).toEqual([{ quoteIds: [uuid(20), uuid(21)] }]);
  });
});

describe('one outcome a person', () => {
  it('is shown on the page, with number, state and what comes next', async () => {
    const onOpen = jest.fn();
    await show({ applyPremiums: () => ({ answer: applied([madeFor(mother, 30), madeFor(daughter, 31)]) }) }, onOpen);
    await payBoth();
    for (const fact of ['2 人都已提交', '¥800.00', 'GJ 2026 1122 0000 0000 0030', '已申请，待清缴', '预计 2026年11月30日'])
      expect(words()).toContain(fact);
    await tap('查看这笔代缴：陈*雨');
    expect(onOpen).toHaveBeenCalledWith(uuid(31));
  });

  it('shows no green tick while the tax office has not answered for everybody', async () => {
    const silent = madeFor(daughter, 31, { state: 'unknown', stateText: '税务部门还没有答复' });
    await show({ applyPremiums: () => ({ answer: applied([madeFor(mother, 30), silent]) }), premiumPayment: () => ({ answer: silent }) });
    await payBoth();
    expect(words()).toContain('2 人都已提交');
    expect(document.querySelector('.result')?.className).not.toContain('tone--ok');
  });

  it('says of one that was refused that nothing was taken, and leaves the other done', async () => {
    await show({ applyPremiums: () => ({ answer: applied([madeFor(mother, 30), refusalOf('PREMIUM_NOT_ENOUGH_BALANCE')]) }) });
    await payBoth();
    for (const fact of ['1 人已提交，1 人没有提交', '没有扣款。', '代码 E013', '¥400.00']) expect(words()).toContain(fact);
  });

  it('says so when nothing was submitted at all', async () => {
    const no = refusalOf('PREMIUM_QUOTE_EXPIRED');
    await show({ applyPremiums: () => ({ answer: applied([no, no]) }) });
    await payBoth();
    expect(words()).toContain('2 人都没有提交');
    expect(words()).toContain('这一次没有扣款，也没有冻结。');
    // What stands in the way may be one's own payment from another phone.
    await tap('查看我的代缴记录');
    expect(onHistory).toHaveBeenCalledTimes(1);
  });
});

describe('a lost answer for several', () => {
  it('is found by looking, and nothing is said of what was not found', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00+08:00') });
    const calls = await show({
      applyPremiums: () => 'silence',
      premiumPayments: () => ({
        answer: { payments: [madeFor(mother, 30), payment({ paymentId: uuid(39), person: daughter, state: 'voided' })], paidForMe: [] },
      }),
    });
    await payBoth();
    expect(screen.getByRole('alert').textContent).toContain('处理中，请勿重复支付');
    await act(async () => jest.advanceTimersByTimeAsync(3_100));
    expect(words()).toContain('还没有查到这一笔。');
    // Nobody said that it was not submitted.
    expect(words()).toContain('1 人已提交，1 人还没有查到');
    expect(words()).not.toContain('没有提交');
    expect(words()).not.toContain('没有扣款，也没有冻结。');
    expect(calls.filter(({ name }) => name === 'applyPremiums')).toHaveLength(1);
    jest.useRealTimers();
  });

  it('after the app was killed is told by the new quote, which offers nothing to pay', async () => {
    const both = [mother, daughter].map((person) => ({
      person,
      levy: levy({ person, state: 'applied', payer: '陈*国', ownPaymentId: uuid(30) }),
      quote: null,
      refusal: refusalOf('PREMIUM_ALREADY_APPLIED'),
    }));
    await show({ quotePremiums: () => ({ answer: quoted([], both) }) });
    expect(words()).toContain('已有代缴申请，还没有办完');
    expect(screen.queryByRole('button', { name: /支付/ })).toBeNull();
    await tap('查看我的代缴记录');
    expect(onHistory).toHaveBeenCalledTimes(1);
  });
});
