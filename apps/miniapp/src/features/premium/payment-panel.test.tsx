import type { PaymentView } from '@gongji/contract';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { plainDate, PREMIUM_STATE_TEXT, PREMIUM_STATES } from '@gongji/domain';
import type { Behaviours } from '../../../test/support/fake-bff';
import { me, NOW, payment, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { hidePage } from '../../../test/stubs/taro';
import { PaymentPanel } from './payment-panel';

const panel = () => <PaymentPanel paymentId={uuid(30)} onReceipt={jest.fn()} onRefund={jest.fn()} leave="返回代缴" onLeave={jest.fn()} />;
const show = (behaviours: Behaviours) => showTo(me(), panel(), { premiumPayment: () => ({ answer: payment() }), ...behaviours });

const late = { text: '清缴', at: null, expectedOn: plainDate('2026-11-20'), fixed: false, done: false };

describe('a payment', () => {
  it.each(PREMIUM_STATES)('shows its sum and its state in words: %s', async (state) => {
    await show({ premiumPayment: () => ({ answer: payment({ state, stateText: `状态 ${state}` }) }) });
    expect(screen.getByText(`状态 ${state}`)).toBeTruthy();
    expect(screen.getAllByText('¥400.00').length).toBeGreaterThan(0);
  });

  it.each(['submitting', 'unknown', 'locked'] as const)('warns against paying again, once, while it is %s', async (state) => {
    await show({ premiumPayment: () => ({ answer: payment({ state, stateText: PREMIUM_STATE_TEXT[state] }) }) });
    const words = document.body.textContent ?? '';
    expect(words.match(/请勿重复支付/g)).toHaveLength(1);
    expect(words.match(/处理中/g)?.length ?? 0).toBeLessThan(2);
    expect(screen.getByRole('alert').textContent).toContain('¥400.00 已冻结');
  });

  it('leaves a circle open only before what is still to come, and ticks only what brought it on', async () => {
    const step = { expectedOn: null, fixed: true, done: true };
    const timeline = [
      { ...step, text: '提交申请', at: NOW },
      { ...step, text: '税务部门没有答复', at: NOW, done: false },
      { ...step, text: '税务部门受理', at: NOW },
      { ...step, text: '缴费入库', at: null, done: false },
    ];
    await show({ premiumPayment: () => ({ answer: payment({ timeline }) }) });
    const markOf = (text: string) => screen.getByText(text, { selector: '.timeline__text' }).previousElementSibling?.className;
    expect(markOf('税务部门受理')).toContain('--done');
    expect(markOf('税务部门没有答复')).toContain('--past');
    expect(markOf('缴费入库')).not.toContain('--');
  });

  it('is looked for every few seconds first, then four times a minute, until it is known or ten minutes are over', async () => {
    let reads = 0;
    let answer = payment({ state: 'unknown' });
    jest.useFakeTimers();
    const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
    try {
      await show({ premiumPayment: () => ({ answer: ((reads += 1), answer) }) });
      const first = reads;
      await pass(60_000);
      expect(reads - first).toBe(20);
      await pass(60_000);
      expect(reads - first).toBe(24);
      expect(screen.queryByRole('button', { name: '现在查看结果' })).toBeNull();
      await pass(9 * 60_000);
      expect(reads - first).toBe(60);
      answer = payment({ state: 'applied' });
      await tap('现在查看结果');
      await pass(60_000);
      expect(reads - first).toBe(61);
      expect(screen.queryByRole('button', { name: '现在查看结果' })).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  describe('on a slow network', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());
    /** Drawn every second. */
    const pass = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1_000) await act(() => jest.advanceTimersByTimeAsync(1_000));
    };
    /** The first reading at once, each later one after so long. */
    const showSlow = async (ms: number, answered: () => { readonly answer: PaymentView } | 'silence') => {
      let reads = 0;
      await show({
        premiumPayment: async () => {
          reads += 1;
          if (reads === 1) return { answer: payment({ state: 'submitting' }) };
          await new Promise((done) => setTimeout(done, ms));
          return answered();
        },
      });
      return () => reads;
    };

    it('shows an answer that takes longer than until the next look', async () => {
      await showSlow(4_000, () => ({ answer: payment({ state: 'paid', stateText: '已缴费' }) }));
      await pass(15_000);
      expect(screen.getByText('已缴费')).toBeTruthy();
    });

    it('says that nobody answers once nobody has', async () => {
      await showSlow(20_000, () => 'silence');
      await pass(24_000);
      expect(screen.getByText('暂时连不上服务')).toBeTruthy();
      await pass(10_000);
      expect(screen.getByText('暂时连不上服务')).toBeTruthy();
    });

    it('is not looked for behind another page', async () => {
      const reads = await showSlow(0, () => ({ answer: payment({ state: 'submitting' }) }));
      await act(async () => hidePage());
      await pass(60_000);
      expect(reads()).toBe(1);
    });
  });

  it('says until when it is locked, and that half an hour is assumed where the tax office gives no time', async () => {
    await show({ premiumPayment: () => ({ answer: payment({ state: 'locked', nextCheckAt: '2026-11-23T10:30:00.000+08:00' }) }) });
    expect(screen.getByRole('alert').textContent).toContain('下次查询 2026年11月23日 10:30');
    expect(screen.getByRole('alert').textContent).toContain('暂按 30 分钟');
  });

  it.each([
    [
      'the next question',
      payment({ state: 'unknown', nextCheckAt: '2026-11-22T09:00:00.000+08:00' }),
      /原定 2026年11月22日 09:00 查询，还没有结果/,
    ],
    ['the clearing', payment({ timeline: [late] }), /清缴，原预计 2026年11月20日，还没有完成/],
  ])('says where a day that was named has gone by: %s', async (_what, answer, said) => {
    await show({ premiumPayment: () => ({ answer }) });
    expect(document.body.textContent).toMatch(said);
  });

  it.each([
    ['applied', '钱已冻结，清缴时统一扣款。'],
    ['voided', '没有扣款，冻结的钱已退回原来的个人账户。'],
  ] as const)('says under the sum where the money is: %s', async (state, text) => {
    await show({ premiumPayment: () => ({ answer: payment({ state }) }) });
    expect(screen.getByText(text)).toBeTruthy();
  });

  it.each([
    ['applied', 2],
    ['posted', 2],
    ['voided', 0],
  ] as const)('says in a line each what 入库 and 待遇 mean while both are ahead or there: %s', async (state, lines) => {
    await show({ premiumPayment: () => ({ answer: payment({ state }) }) });
    expect(screen.queryAllByText(/^(入库：税务部门扣的钱进了国库|待遇：从待遇开始那天起)/)).toHaveLength(lines);
  });

  it('says which of the payers is the one who looks', async () => {
    await show({});
    expect(screen.getByText('陈*国（我）')).toBeTruthy();
  });

  it('has a receipt only once the tax office has confirmed it', async () => {
    await show({});
    expect(screen.queryByRole('button', { name: '查看缴费凭证' })).toBeNull();
  });
});

describe('a payment that was looked at before', () => {
  it('shows what it is known as now, and leaves the focus to the title of the page', async () => {
    let now = payment();
    await show({ premiumPayment: () => ({ answer: now }) });
    cleanup();
    now = payment({ state: 'paid', stateText: '已缴费' });
    await act(async () => render(panel()));
    expect(screen.getByText('已缴费')).toBeTruthy();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('taking a payment back', () => {
  it('asks once more with the sum, and then shows the new state', async () => {
    let voided = false;
    await show({
      premiumPayment: () => ({ answer: voided ? payment({ state: 'voided', stateText: '已作废', voidable: false }) : payment() }),
      voidPremium: () => {
        voided = true;
        return { answer: payment({ state: 'voided' }) };
      },
    });
    await tap('作废这笔代缴');
    expect(screen.getByRole('dialog', { name: '作废这笔代缴？' })).toBeTruthy();
    await tap('作废并退回 ¥400.00');
    // What was asked for at the foot of the page is told at its head.
    expect(document.activeElement?.textContent).toBe('已作废');
    expect(screen.queryByRole('button', { name: '作废这笔代缴' })).toBeNull();
  });

  it('shows what was answered where it cannot be read again', async () => {
    let gone = false;
    await show({
      premiumPayment: () => (gone ? 'silence' : { answer: payment() }),
      voidPremium: () => {
        gone = true;
        return { answer: payment({ state: 'voided', stateText: '已作废', voidable: false }) };
      },
    });
    await tap('作废这笔代缴');
    await tap('作废并退回 ¥400.00');
    expect(screen.getByText('已作废')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '作废这笔代缴' })).toBeNull();
  });

  it('is refused in words when it is too late', async () => {
    await show({ voidPremium: () => ({ refuse: 'PREMIUM_NOT_VOIDABLE' }) });
    await tap('作废这笔代缴');
    await tap(/^作废并退回/);
    expect(screen.getByRole('alert').textContent).toContain('已清缴的请到税务部门申请退费。');
  });

  it('reads the state again when no answer came', async () => {
    const calls = await show({ voidPremium: () => 'silence' });
    await tap('作废这笔代缴');
    await tap(/^作废并退回/);
    await tap('查看最新状态');
    expect(calls.map(({ name }) => name)).toEqual(['premiumPayment', 'voidPremium', 'premiumPayment']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that the tax office has not confirmed is explained, with no word of the clearing, and followed until it has', async () => {
    let answer = payment({ stateText: '正在作废', voidable: false, voiding: true });
    jest.useFakeTimers();
    try {
      await show({ premiumPayment: () => ({ answer }) });
      const alert = screen.getByRole('alert').textContent;
      expect(alert).toContain('¥400.00 现在还冻结着，税务部门一确认，马上退回原来的个人账户。您不用再操作');
      expect(alert).toContain('本页会自动更新');
      expect(document.body.textContent).not.toMatch(/清缴时统一扣款|待遇：从待遇开始那天起/);
      answer = payment({ state: 'voided', stateText: '已作废', voidable: false });
      await act(() => jest.advanceTimersByTimeAsync(3_000));
      expect(document.activeElement?.textContent).toBe('已作废');
      expect(screen.queryByRole('alert')).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('is not offered where it is not possible', async () => {
    await show({ premiumPayment: () => ({ answer: payment({ voidable: false }) }) });
    expect(screen.queryByRole('button', { name: '作废这笔代缴' })).toBeNull();
  });
});
