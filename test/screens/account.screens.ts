import type { Answer } from '@gongji/contract';
import { AUTUMN, DEVICE, TODAY } from './made';
import { type Replies, screen, type Screen } from './screen';

/** Each page looked at is another log-in of the same few people: how many there were before this page, and which came last, differs from run to run. */
const twoPhones = ({ sessions: [any] }: Answer<'sessions'>): Answer<'sessions'> => {
  if (any === undefined) throw new Error('nobody is logged in');
  const here = { ...any, current: true, deviceId: DEVICE, openedAt: AUTUMN, lastUsedAt: TODAY };
  const elsewhere = { ...here, sessionId: ELSEWHERE, current: false, deviceId: 'device-0003', lastUsedAt: AUTUMN };
  return { sessions: [here, elsewhere] };
};
const ELSEWHERE = '01a20000-0000-7000-8000-000000000003';
const PHONES: Replies = { sessions: twoPhones };

/** The real one is drawn anew in each run. */
const SETTLEMENT_NUMBER = '2611230000047115';

/** What lies behind the tab of oneself. */
export const ACCOUNT_SCREENS = {
  'account-entries': screen({
    reads: ['accountEntries', 'accountSums'],
    empty: { sees: '还没有明细', replies: { accountEntries: { answer: { entries: [], nextCursor: null } } } },
    ok: { sees: /没有更早的了/ },
    more: { filter: { sees: '筛选明细', act: ({ tap }) => tap('筛选') } },
  }),
  settlement: screen({
    query: ({ settlementId }) => ({ settlementId }),
    reads: ['settlement'],
    empty: { never: 'it is about one settlement' },
    ok: { sees: '总费用', replies: { settlement: (real) => ({ ...real, number: SETTLEMENT_NUMBER }) } },
    more: {
      'share only': {
        sees: '从您的个人账户付了',
        replies: {
          settlement: (real) => ({ ...real, number: SETTLEMENT_NUMBER, own: false, totals: null, person: '陈*兰' }),
        },
      },
      voided: {
        sees: '已撤销，退回各人账户',
        replies: { settlement: (real) => ({ ...real, number: SETTLEMENT_NUMBER, voidedAt: '2026-11-24T09:30:00+08:00' }) },
      },
    },
  }),
  'account-trend': screen({
    reads: ['accountTrend'],
    empty: { sees: '还没有走势', replies: { accountTrend: { answer: { months: [] } } } },
    ok: { sees: '月底余额' },
  }),
  'deduction-preview': screen({
    reads: ['bindings'],
    empty: { sees: '试算会扣谁', replies: { bindings: { answer: { bindings: [] } } } },
    ok: {
      sees: /合计|现金|个人账户/,
      act: async ({ fill, tap }) => {
        await fill('金额（元）', '120');
        await tap('试算会扣谁');
      },
    },
    more: {
      invalid: { sees: /需要改正/, act: ({ tap }) => tap('试算会扣谁') },
    },
  }),
  messages: screen({
    reads: ['messages'],
    empty: { sees: '还没有消息', replies: { messages: { answer: { messages: [], nextCursor: null } } } },
    ok: { sees: /代缴/ },
  }),
  policy: screen({
    reads: ['policy'],
    empty: { sees: '没有查到规则', replies: { policy: (real) => ({ ...real, rules: [], unknown: [] }) } },
    ok: { sees: '规则版本' },
    more: { places: { sees: '换到哪个地区', act: ({ tap }) => tap(/^换地区/) } },
  }),
  'code-log': screen({
    reads: ['codeLog'],
    empty: { sees: '还没有出示记录', replies: { codeLog: { answer: { displays: [], nextCursor: null } } } },
    ok: { sees: /扫/ },
  }),
  devices: screen({
    reads: ['devices', 'sessions'],
    empty: { sees: '还没有设备', replies: { devices: { answer: { devices: [] } }, sessions: (real) => ({ ...real, sessions: [] }) } },
    ok: { sees: '移除这台设备', replies: PHONES },
    more: {
      asked: { sees: '保留这台设备', replies: PHONES, act: ({ tab }) => tab.getByRole('button', { name: /^移除/ }).first().tap() },
      unknown: {
        sees: '再次提交并查看结果',
        replies: { ...PHONES, removeDevice: 'silent' },
        act: async ({ tab }) => {
          await tab.getByRole('button', { name: /^移除/ }).first().tap();
          await tab.getByRole('dialog').getByRole('button', { name: /^移除/ }).tap();
        },
      },
    },
  }),
} as const satisfies Readonly<Record<string, Screen>>;
