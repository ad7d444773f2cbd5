import { describe, expect, it } from '@jest/globals';
import type { AccessLog } from '@gongji/contract';
import { act, fireEvent, screen } from '@testing-library/react';
import { me } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { byDay } from './access-log-days';
import { AccessLogList } from './access-log-list';

const look = (lookId: string, at: string, changes: Partial<AccessLog['looks'][number]> = {}): AccessLog['looks'][number] => ({
  lookId,
  at,
  who: '陈*国',
  whoKind: 'person',
  what: '看了您的姓名（已遮盖）',
  why: '您和TA之间有亲情账户绑定。',
  ...changes,
});
const looks = [
  look('9', '2026-11-22T10:05:00.000+08:00'),
  look('8', '2026-11-22T09:00:00.000+08:00', { who: '莲花医院', whoKind: 'institution', what: '扫了您的医保码' }),
  look('7', '2026-11-22T00:01:00.000+08:00', { what: '查了您的应缴' }),
  look('6', '2026-11-21T23:59:00.000+08:00'),
];

describe('who looked at my data', () => {
  it('groups by day, and in a day by who', () => {
    expect(byDay(looks).map(({ day, lookers }) => [day, lookers.map(({ who, looks: all }) => `${who} ${all.length}`)])).toEqual([
      ['2026年11月22日', ['陈*国 2', '莲花医院 1']],
      ['2026年11月21日', ['陈*国 1']],
    ]);
  });

  it('says who, what, when and why it was allowed, and turns to older pages', async () => {
    await showTo(me(), <AccessLogList />, {
      accessLog: ({ query }) =>
        query.includes('cursor')
          ? { answer: { looks: looks.slice(3), nextCursor: null } }
          : { answer: { looks: looks.slice(0, 3), nextCursor: '7' } },
    });
    for (const text of ['陈*国（个人）', '莲花医院（医药机构）', '09:00 扫了您的医保码', '00:01 查了您的应缴'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getAllByText('为什么可以：您和TA之间有亲情账户绑定。')).toHaveLength(3);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '更早的记录' })));
    expect(screen.getByText('2026年11月21日')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更早的记录' })).toBeNull();
  });

  it('says that nobody has looked, and that nobody answers', async () => {
    await showTo(me(), <AccessLogList />, { accessLog: () => ({ answer: { looks: [], nextCursor: null } }) });
    expect(screen.getByText('还没有人看过')).toBeTruthy();
  });
});
