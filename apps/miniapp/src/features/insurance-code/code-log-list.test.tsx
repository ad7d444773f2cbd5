import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { me, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { byDay, type Display, shownText, whoText } from './code-log-days';
import { CodeLogList } from './code-log-list';

const display = (digit: number, shownAt: string, changes: Partial<Display> = {}): Display => ({
  codeId: uuid(digit),
  shownAt,
  lastShownAt: shownAt,
  times: 1,
  shownBy: '陈*国',
  person: '陈*兰',
  scannedAt: null,
  institution: null,
  settlementId: null,
  ...changes,
});
const scanned = { scannedAt: '2026-11-22T10:00:12.000+08:00', institution: '示范社区医院（演示）' };
const many = display(3, '2026-11-22T10:00:30.000+08:00', { lastShownAt: '2026-11-22T10:12:00.000+08:00', times: 24 });
const first = [many, display(2, '2026-11-22T10:00:00.000+08:00', scanned), display(1, '2026-11-21T16:30:00.000Z')];
const older = display(0, '2026-11-20T09:00:00.000+08:00', { shownBy: '陈*芳' });

describe('the record of shown codes', () => {
  it('stands day by day in Shanghai time', () => {
    expect(byDay([...first, older])).toEqual([
      { day: '2026年11月22日', displays: first },
      { day: '2026年11月20日', displays: [older] },
    ]);
  });

  it('says when a page that stayed open began to show, also on the day before', () => {
    expect(shownText(display(4, '2026-11-21T23:50:00.000+08:00', { lastShownAt: '2026-11-22T00:10:00.000+08:00', times: 40 }))).toBe(
      '2026年11月21日 23:50 到 00:10 连续出示，共 40 个码',
    );
  });

  it.each([
    ['本人', '本人', '我出示了自己的医保码'],
    ['本人', '陈*兰', '我出示了 陈*兰 的医保码'],
    ['陈*国', '本人', '陈*国 出示了我的医保码'],
  ])('of %s and %s reads as people speak', (shownBy, person, text) => {
    expect(whoText(display(5, '2026-11-22T10:00:00.000+08:00', { shownBy, person }))).toBe(text);
  });

  it('says who, when, and where it was scanned, and turns to older pages', async () => {
    await showTo(me(), <CodeLogList />, {
      codeLog: ({ query }) =>
        query.includes('cursor')
          ? { answer: { displays: [older], nextCursor: null } }
          : { answer: { displays: first, nextCursor: uuid(1) } },
    });
    for (const text of ['10:00 示范社区医院（演示）扫描', '10:00 到 10:12 连续出示，共 24 个码', '00:30 出示']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '更早的记录' })));
    expect(screen.getByText('陈*芳 出示了 陈*兰 的医保码')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更早的记录' })).toBeNull();
  });

  it('leads to what was settled, where something was', async () => {
    const settled = display(6, '2026-11-22T10:00:00.000+08:00', { ...scanned, settlementId: uuid(61) });
    await showTo(me(), <CodeLogList />, { codeLog: () => ({ answer: { displays: [settled, ...first], nextCursor: null } }) });
    fireEvent.click(screen.getByRole('button', { name: /的医保码.*扫描.*看这笔结算$/ }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/pages/account/settlement/index?settlementId=${uuid(61)}` });
  });

  it('says what will stand here', async () => {
    await showTo(me(), <CodeLogList />, { codeLog: () => ({ answer: { displays: [], nextCursor: null } }) });
    expect(screen.getByText('还没有出示记录')).toBeTruthy();
  });
});
