import { describe, expect, it } from '@jest/globals';
import type { AccountEntry } from '@gongji/contract';
import { fen } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { me } from '../../../test/support/fixtures';
import type { Behaviours } from '../../../test/support/fake-bff';
import { showTo } from '../../../test/support/signed-in';
import { EntryList } from './entry-list';

const entry = (entryId: string, changes: Partial<AccountEntry> = {}): AccountEntry => ({
  entryId,
  at: '2026-10-31T16:30:00.000Z',
  kind: 'settlement',
  pot: 'carriedOver',
  amountFen: fen(-5_050),
  frozenFen: fen(0),
  balanceAfterFen: fen(614_950),
  frozenAfterFen: fen(0),
  forPerson: null,
  counterparty: '示范社区医院（演示）',
  reference: 'r',
  ...changes,
});
const hold = entry('e9', {
  kind: 'premium-hold',
  amountFen: fen(0),
  frozenFen: fen(40_000),
  frozenAfterFen: fen(40_000),
  forPerson: '陈*兰',
  counterparty: '税务部门',
});
const older = entry('e1', { at: '2026-10-31T15:30:00.000Z', kind: 'credit', amountFen: fen(36_000), counterparty: '' });

const show = (accountEntries: Behaviours['accountEntries']) =>
  showTo(me(), <EntryList />, accountEntries === undefined ? {} : { accountEntries });
const tapOlder = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '更早的明细' })));

describe('the entries of the account', () => {
  it('say for whom, with whom, how much, and the balance after it', async () => {
    await show(() => ({ answer: { entries: [hold, entry('e8')], nextCursor: null } }));
    expect(screen.getByText('为 陈*兰 · 税务部门')).toBeTruthy();
    expect(screen.getByText('历年账户余额 ¥6,149.50，其中冻结 ¥400.00')).toBeTruthy();
    expect(screen.getByText('本人 · 示范社区医院（演示）')).toBeTruthy();
    expect(screen.getByText('−¥50.50')).toBeTruthy();
  });

  it('say in words what was frozen and released, and never show a hold as zero', async () => {
    const paid = entry('e8', { kind: 'premium-paid', amountFen: fen(-40_000), frozenFen: fen(-40_000) });
    await show(() => ({ answer: { entries: [hold, paid], nextCursor: null } }));
    expect(screen.getByText('冻结 ¥400.00')).toBeTruthy();
    expect(screen.getByText('解除冻结 ¥400.00')).toBeTruthy();
    expect(screen.queryByText('¥0.00')).toBeNull();
  });

  it('stand by month of Shanghai, and older pages go on below', async () => {
    const calls = await show(({ query }) =>
      query.includes('cursor')
        ? { answer: { entries: [older], nextCursor: null } }
        : { answer: { entries: [entry('e8')], nextCursor: 'e8' } },
    );
    await tapOlder();
    expect(calls.map(({ query }) => query)).toEqual(['limit=20', 'limit=20&cursor=e8']);
    expect(screen.getByText('2026年11月')).toBeTruthy();
    expect(screen.getByText('2026年10月')).toBeTruthy();
    expect(screen.getByText('+¥360.00')).toBeTruthy();
    expect(screen.getByText('本人')).toBeTruthy();
    expect(screen.getByText('共 2 笔，没有更早的了')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更早的明细' })).toBeNull();
  });

  it('keep what is there when an older page fails, and ask for the same page again', async () => {
    let tries = 0;
    const calls = await show(({ query }) => {
      if (!query.includes('cursor')) return { answer: { entries: [entry('e8')], nextCursor: 'e8' } };
      tries += 1;
      if (tries === 1) return 'silence';
      return tries === 2 ? { refuse: 'RATE_LIMITED' } : { answer: { entries: [older], nextCursor: null } };
    });
    await tapOlder();
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    await tapOlder();
    expect(screen.getByRole('alert').textContent).toContain('RATE_LIMITED');
    expect(screen.getByText('−¥50.50')).toBeTruthy();
    await tapOlder();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('+¥360.00')).toBeTruthy();
    expect(calls.map(({ query }) => query).slice(1)).toEqual(Array(3).fill('limit=20&cursor=e8'));
  });

  it('say that there are none', async () => {
    await show(() => ({ answer: { entries: [], nextCursor: null } }));
    expect(screen.getByText('还没有明细')).toBeTruthy();
  });

  it('say why they cannot be shown, and are asked for again', async () => {
    const calls = await show(() => ({ refuse: 'ACCOUNT_NOT_FOUND' }));
    expect(screen.getByRole('alert').textContent).toContain('没有个人账户');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新加载' })));
    expect(calls).toHaveLength(2);
  });
});
