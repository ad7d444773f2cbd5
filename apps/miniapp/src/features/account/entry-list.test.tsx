import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountEntry, AccountSums, RouteName } from '@gongji/contract';
import { fen } from '@gongji/domain';
import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { guilan, me } from '../../../test/support/fixtures';
import type { Behaviours } from '../../../test/support/fake-bff';
import { showTo, tap } from '../../../test/support/signed-in';
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
  number: null,
  settlementId: null,
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

const sum = (inFen: number, outFen: number, count: number) => ({ inFen: fen(inFen), outFen: fen(outFen), frozenFen: fen(0), count });
const sums: AccountSums = {
  total: { ...sum(36_000, 5_050, 3), frozenFen: fen(40_000) },
  years: [
    {
      ...sum(36_000, 5_050, 3),
      year: 2026,
      months: [
        { ...sum(0, 5_050, 2), frozenFen: fen(40_000), month: 11 },
        { ...sum(36_000, 0, 1), month: 10 },
      ],
    },
  ],
  choices: {
    years: [{ year: 2026, months: [11, 10] }],
    kinds: ['credit', 'settlement', 'premium-hold'],
    people: [{ personId: guilan.personId, name: '陈*兰' }],
  },
};

/** The calls of the list alone. */
async function show(accountEntries: NonNullable<Behaviours['accountEntries']>, more: Behaviours = {}, now = me().now) {
  const calls = await showTo(me({ now }), <EntryList />, { accountEntries, accountSums: () => ({ answer: sums }), ...more });
  return { of: (name: RouteName) => calls.filter((call) => call.name === name).map(({ query }) => query) };
}
const tapOlder = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '更早的明细' })));

describe('the entries of the account', () => {
  it('say for whom, with whom, how much, and the balance after it', async () => {
    await show(() => ({ answer: { entries: [hold, entry('e8')], nextCursor: null } }));
    expect(screen.getByText('为 陈*兰 · 税务部门')).toBeTruthy();
    expect(screen.getByText('历年账户余额 ¥6,149.50，其中冻结 ¥400.00')).toBeTruthy();
    expect(screen.getByText('本人 · 示范社区医院（演示）')).toBeTruthy();
    expect(screen.getByText('−¥50.50')).toBeTruthy();
  });

  it('lead to the whole of a settlement, and nowhere else', async () => {
    await show(() => ({ answer: { entries: [hold, entry('e8', { settlementId: 'settlement-1' })], nextCursor: null } }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /看这笔结算/ })));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/account/settlement/index?settlementId=settlement-1' });
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
    expect(calls.of('accountEntries')).toEqual(['limit=20', 'limit=20&cursor=e8']);
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
    expect(screen.getByRole('alert').textContent).toContain('代码 A006');
    expect(screen.getByText('−¥50.50')).toBeTruthy();
    await tapOlder();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('+¥360.00')).toBeTruthy();
    expect(calls.of('accountEntries').slice(1)).toEqual(Array(3).fill('limit=20&cursor=e8'));
  });

  it('say that there are none', async () => {
    await show(() => ({ answer: { entries: [], nextCursor: null } }));
    expect(screen.getByText('还没有明细')).toBeTruthy();
  });

  it('say why they cannot be shown, and are asked for again', async () => {
    const calls = await show(() => ({ refuse: 'ACCOUNT_NOT_FOUND' }));
    expect(screen.getByRole('alert').textContent).toContain('没有个人账户');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新加载' })));
    expect(calls.of('accountEntries')).toHaveLength(2);
  });
});

const one = () => ({ answer: { entries: [entry('e8')], nextCursor: null } });

describe('the sums of the entries', () => {
  it('stand above the list and above each month, with what is frozen still', async () => {
    await show(() => ({ answer: { entries: [entry('e8'), older], nextCursor: null } }));
    expect(screen.getByText('全部明细').parentElement?.textContent).toMatch(
      /收入¥360\.00支出¥50\.50笔数3另有 ¥400\.00 还在冻结，没有算进支出/,
    );
    expect(screen.getByText('收入 ¥0.00，支出 ¥50.50，还在冻结 ¥400.00')).toBeTruthy();
    expect(screen.getByText('收入 ¥360.00，支出 ¥0.00')).toBeTruthy();
  });

  it('may be missing: the list is there, and they are asked for again', async () => {
    let tries = 0;
    await show(one, { accountSums: () => ((tries += 1) === 1 ? 'silence' : { answer: sums }) });
    expect(screen.getByText('−¥50.50')).toBeTruthy();
    expect(screen.getByRole('button', { name: '筛选' }).getAttribute('aria-disabled')).toBe('true');
    await tap('重新读取合计');
    expect(screen.getByRole('button', { name: '筛选' }).getAttribute('aria-disabled')).toBe('false');
  });
});

describe('the filter', () => {
  it('asks for what was chosen, of the list and of the sums, and names it', async () => {
    const calls = await show(one);
    await tap('筛选');
    for (const choice of ['2026年', '11月', '就医购药', '为 陈*兰', '历年账户']) await tap(choice, 'radio');
    await tap('显示这些明细');
    const asked = ['year=2026', 'month=11', 'kind=settlement', `forPerson=${guilan.personId}`, 'pot=carriedOver'];
    expect(calls.of('accountSums').at(-1)?.split('&').sort()).toEqual([...asked].sort());
    expect(calls.of('accountEntries').at(-1)?.split('&').sort()).toEqual(['limit=20', ...asked].sort());
    expect(screen.getByText('2026年11月 · 就医购药 · 为 陈*兰 · 历年账户')).toBeTruthy();
  });

  it('has months of a chosen year only, and another year forgets them', async () => {
    const calls = await show(one);
    await tap('筛选');
    expect(screen.queryByRole('radio', { name: '11月' })).toBeNull();
    await tap('2026年', 'radio');
    await tap('11月', 'radio');
    await tap('全部年份', 'radio');
    await tap('显示这些明细');
    expect(calls.of('accountSums').at(-1)).toBe('');
  });

  it('changes nothing when it is left without showing', async () => {
    const calls = await show(one);
    await tap('筛选');
    await tap('就医购药', 'radio');
    await tap('不改了');
    expect(calls.of('accountEntries')).toEqual(['limit=20']);
    expect(screen.queryByText('筛选明细')).toBeNull();
  });

  it('that finds nothing says so, and leads back to everything', async () => {
    const calls = await show(({ query }) => (query.includes('kind') ? { answer: { entries: [], nextCursor: null } } : one()));
    await tap('筛选');
    await tap('划入个人账户', 'radio');
    await tap('显示这些明细');
    expect(screen.getByText('没有这样的明细')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^导出/ })).toBeNull();
    await tap('看全部明细');
    expect(screen.getByText('−¥50.50')).toBeTruthy();
    expect(calls.of('accountEntries').at(-1)).toBe('limit=20');
  });

  it('is cleared with one tap', async () => {
    await show(one);
    // Where one kind is asked for, that kind is summed.
    const neither = () => screen.queryByText('期初余额、已撤销和已退费的钱，不算收入和支出。') !== null;
    expect(neither()).toBe(true);
    await tap('筛选');
    await tap('就医购药', 'radio');
    await tap('显示这些明细');
    expect(neither()).toBe(false);
    await tap('清除筛选');
    expect(screen.getByText('全部明细')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
  });
});

describe('the file of entries', () => {
  const saved: string[] = [];
  beforeEach(() => {
    saved.length = 0;
    // jsdom downloads nothing.
    URL.createObjectURL = () => 'blob:x';
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    };
  });
  const save = () => tap('导出表格');

  it('is what the filter takes, under a name that says the day of Shanghai and nothing of the person', async () => {
    const calls = await show(
      one,
      { accountEntriesFile: () => ({ answer: new Uint8Array([0xef, 0xbb, 0xbf, 0x31]) }) },
      '2026-11-23T23:00:00.000Z',
    );
    await tap('筛选');
    await tap('就医购药', 'radio');
    await tap('显示这些明细');
    await save();
    expect(calls.of('accountEntriesFile')).toEqual(['kind=settlement']);
    expect(saved).toEqual(['gongji-entries-2026-11-24.csv']);
    expect(screen.getByText('已经下载')).toBeTruthy();
  });

  it('that was not answered is not saved, and is asked for again', async () => {
    let tries = 0;
    await show(one, { accountEntriesFile: () => ((tries += 1) === 1 ? 'silence' : { refuse: 'ACCOUNT_NOT_FOUND' }) });
    await save();
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    await save();
    expect(screen.getByRole('alert').textContent).toContain('代码 E001');
    expect(saved).toEqual([]);
  });

  it('that the phone could not keep is said to have failed, and can be asked for again', async () => {
    URL.createObjectURL = () => {
      throw new Error('no room');
    };
    const calls = await show(one, { accountEntriesFile: () => ({ answer: new Uint8Array([0x31]) }) });
    await save();
    expect(screen.getByRole('alert').textContent).toContain('没有保存成功');
    await save();
    expect(calls.of('accountEntriesFile')).toHaveLength(2);
  });
});
