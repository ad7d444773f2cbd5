import type { Answer } from '@gongji/contract';
import type { Made } from './made';
import { type Hand, type Replies, screen, type Screen } from './screen';

/** The code as it was given once; what became of it; and how the phone shows people without network. */
const showing =
  (events: Partial<Answer<'codeEvents'>> = {}) =>
  ({ code }: Made): Replies => ({
    showCode: { answer: code },
    codeEvents: { answer: { codeId: code.codeId, state: 'shown', scannedAt: null, institution: null, settlement: null, ...events } },
    // The rule allows it, and nobody is given a key: that would be another device in the list.
    giveOfflineKey: 'silent',
  });

const HOSPITAL = '深圳市莲花医院（演示）';

const settlement = ({ code, people: { son } }: Made): Answer<'codeEvents'>['settlement'] =>
  ({
    settlementId: code.codeId,
    number: '2611300000047119',
    at: '2026-11-30T10:00:00+08:00',
    voidedAt: null,
    institution: HOSPITAL,
    person: '陈*国',
    totalFen: 12_860,
    fundFen: 6430,
    accountFen: 6430,
    cashFen: 0,
    legs: [{ payerId: son.personId, payer: '陈*国', own: true, amountFen: 6430, skippedText: null }],
  }) as unknown as Answer<'codeEvents'>['settlement'];

const maskedAlike = ({ bindings }: Answer<'bindings'>): Answer<'bindings'> => ({
  bindings: bindings.map((binding) => ({ ...binding, other: { ...binding.other, maskedName: '王*', mark: binding.relationText } })),
});

const expire = async (hand: Hand): Promise<void> => {
  await hand.sees('还剩');
  hand.meets({ showCode: 'silent', codeEvents: 'silent' });
  await hand.later(40);
};

/** Log-in, and the four tabs that open first. */
export const TAB_SCREENS = {
  'log-in': screen({
    as: 'nobody',
    reads: ['people'],
    empty: { never: 'the demo always has its people, and live mode asks for none' },
    ok: { sees: /^陈建国\s/ },
    error: { sees: '暂时连不上服务', replies: { people: 'silent' } },
    more: {
      consent: { sees: '同意并登录', replies: { logIn: { refuse: 'PRIVACY_CONSENT_REQUIRED' } }, act: ({ tap }) => tap(/^陈建国 /) },
      declined: {
        sees: '回去再看看',
        replies: { logIn: { refuse: 'PRIVACY_CONSENT_REQUIRED' } },
        act: async ({ tap }) => {
          await tap(/^陈建国 /);
          await tap('不同意');
        },
      },
      refused: {
        sees: '现在办理的人太多。',
        replies: { logIn: { refuse: 'SERVICE_BUSY' } },
        act: ({ tap }) => tap(/^陈建国 /),
      },
    },
  }),
  'insurance-code': screen({
    reads: ['showCode'],
    loading: { sees: '正在取医保码…', replies: { showCode: 'held' } },
    empty: { never: 'everybody who is logged in has a code of their own' },
    ok: { sees: '还剩', replies: showing() },
    error: { sees: '现在办理的人太多。', replies: { showCode: { refuse: 'SERVICE_BUSY' } } },
    more: {
      zoomed: { sees: '关闭大图', replies: showing(), act: ({ tap }) => tap('放大') },
      relative: { sees: /^我确认现在是为/, replies: showing(), act: ({ tap }) => tap('陈*兰的医保码', 'radio') },
      scanned: {
        sees: HOSPITAL,
        replies: (made) => showing({ state: 'scanned', scannedAt: made.code.issuedAt, institution: HOSPITAL })(made),
      },
      settled: {
        sees: '结算完成',
        replies: (made) =>
          showing({ state: 'settled', scannedAt: made.code.issuedAt, institution: HOSPITAL, settlement: settlement(made) })(made),
      },
      expired: { sees: '已过期', replies: showing(), act: expire },
      offline: {
        sees: '离线医保码',
        replies: (made) => ({ ...showing()(made), giveOfflineKey: { answer: offlineKey(made) } }),
        act: async (hand) => {
          await hand.sees('还剩');
          await hand.tab.waitForFunction(() =>
            Object.entries(localStorage).some(([key, kept]) => key.endsWith('offline-keys') && kept.includes('secret')),
          );
          await expire(hand);
        },
      },
    },
  }),
  relatives: screen({
    reads: ['bindings'],
    empty: { sees: '还没有绑定家人', replies: { bindings: { answer: { bindings: [] } } } },
    ok: { sees: /^陈\*兰/ },
    more: {
      pausing: { sees: /^确认暂停/, act: ({ tap }) => tap('用我的个人账户帮TA付', 'switch') },
      refused: {
        sees: '现在办理的人太多。',
        replies: { pauseGrant: { refuse: 'SERVICE_BUSY' } },
        act: async ({ tap }) => {
          await tap('用我的个人账户帮TA付', 'switch');
          await tap(/^确认暂停/);
        },
      },
      unknown: {
        sees: /处理中/,
        // Once the binding has been read again, it says what became of it.
        act: async ({ tap, meets }) => {
          await tap('用我的个人账户帮TA付', 'switch');
          meets({ pauseGrant: 'silent', bindings: 'held' });
          await tap(/^确认暂停/);
        },
      },
      invited: { as: 'wife', sees: '等您确认' },
      waiting: { as: 'husband', sees: /^林\*/ },
    },
  }),
  premium: screen({
    as: 'sister',
    reads: ['bindings', 'levy'],
    empty: { sees: '还没有可以代缴的家人', replies: { bindings: { answer: { bindings: [] } } } },
    ok: { sees: '集中缴费期' },
    more: {
      paid: { as: 'son', sees: '付款人' },
      silent: { sees: '这一项暂时没有读到。', replies: { levy: 'silent' } },
      alike: { sees: '王*（父母）', replies: { bindings: maskedAlike } },
      levyRefused: { sees: '现在办理的人太多。', replies: { levy: { refuse: 'SERVICE_BUSY' } } },
      several: {
        sees: /^一起核对/,
        act: async ({ tab }) => {
          await tab.getByRole('checkbox').nth(1).waitFor();
          for (const box of await tab.getByRole('checkbox').all()) await box.tap();
        },
      },
    },
  }),
  mine: screen({
    reads: ['account'],
    empty: { as: 'mother', sees: '没有个人账户' },
    ok: { sees: '个人账户余额' },
    more: { why: { sees: '收起', act: ({ tap }) => tap('查看为什么：可用于家人共济') } },
  }),
} as const satisfies Readonly<Record<string, Screen>>;

const offlineKey = ({ code, people: { son } }: Made): Answer<'giveOfflineKey'> =>
  ({
    offlineKeyId: code.codeId,
    person: code.person,
    own: code.person.personId === son.personId,
    handle: '12345678901234',
    secret: 'A'.repeat(43),
    stepSeconds: 30,
    givenAt: '2026-11-30T10:00:00+08:00',
    mostPerDay: 3,
    mostFenPerDay: 50_000,
    rule: {
      kind: 'offlineCode',
      regionCode: '440300',
      regionName: '深圳市',
      text: '没有网络时可以出示离线医保码，每人每天最多 3 次，个人账户合计最多付 ¥500.00。',
      from: '2026-01-01',
      to: null,
      sourceTitle: '假定',
      sourceAddress: 'https://example.com/',
      sourceDate: '2022-09-13',
      confidence: 'ASSUMED',
      assumed: true,
      note: null,
    },
  }) as unknown as Answer<'giveOfflineKey'>;
