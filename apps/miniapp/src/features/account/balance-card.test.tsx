import { describe, expect, it } from '@jest/globals';
import { fen } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { account, guilan, me } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { BalanceCard } from './balance-card';

const line = (name: string) => screen.getByText(name).parentElement?.textContent;

describe('the balance', () => {
  it('shows the pots, what is frozen, and what the family may use', async () => {
    await showTo(me(), <BalanceCard />, { account: () => ({ answer: account }) });
    expect(screen.getByText('¥8,000.00')).toBeTruthy();
    expect(line('当年账户')).toBe('当年账户¥1,800.00');
    expect(line('历年账户')).toBe('历年账户¥6,200.00其中冻结 ¥400.00');
    expect(line('冻结')).toBe('冻结¥400.00');
    expect(line('可用')).toBe('可用¥7,600.00');
    expect(screen.getByText(/^每年 1 月 1 日，.*这里按自然年处理/)).toBeTruthy();
    expect(line('可用于家人共济')).toBe('可用于家人共济¥7,600.00');
    expect(screen.getByText('可用余额全部可以共济。')).toBeTruthy();
  });

  it('says how the shareable amount comes about, step by step, when asked why', async () => {
    await showTo(me(), <BalanceCard />, { account: () => ({ answer: account }) });
    expect(screen.queryByText('正在冻结')).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '查看为什么：可用于家人共济' })));
    expect(line('正在冻结')).toBe('正在冻结−¥400.00');
    expect(screen.getAllByText('可用于家人共济').map((each) => each.parentElement?.textContent)).toEqual(
      Array(2).fill('可用于家人共济¥7,600.00'),
    );
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '收起为什么：可用于家人共济' })));
    expect(screen.queryByText('正在冻结')).toBeNull();
  });

  it('opens the dated rule behind the shareable amount, with its source', async () => {
    await showTo(me(), <BalanceCard />, { account: () => ({ answer: account }) });
    expect(screen.queryByText('个人账户余额全部可以共济')).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '查看为什么：可用于家人共济' })));
    expect(screen.getByText('个人账户余额全部可以共济')).toBeTruthy();
    expect(screen.getByText('广东省 · 2024年12月1日起')).toBeTruthy();
    expect(screen.getByText(/^来源：关于进一步健全/)).toBeTruthy();
    expect(screen.getByText('官方文件')).toBeTruthy();
  });

  it('offers no rule where none is known', async () => {
    await showTo(me(), <BalanceCard />, {
      account: () => ({ answer: { ...account, shareableRule: null, shareableFen: fen(0), shareableSteps: [] } }),
    });
    expect(line('可用于家人共济')).toBe('可用于家人共济¥0.00');
    expect(screen.queryByRole('button', { name: /为什么/ })).toBeNull();
  });

  it('is a sentence and no zero for residents, who have no account', async () => {
    const calls = await showTo(me({ ...guilan, scheme: 'resident', name: '陈桂兰', hasAccount: false }), <BalanceCard />, {});
    expect(screen.getByText(/^居民医保没有个人账户/)).toBeTruthy();
    expect(screen.queryByText(/¥/)).toBeNull();
    expect(calls).toHaveLength(0);
  });

  it('says so when nobody answers, and shows no amount', async () => {
    await showTo(me(), <BalanceCard />, { account: () => 'silence' });
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    expect(screen.queryByText(/¥/)).toBeNull();
  });
});
