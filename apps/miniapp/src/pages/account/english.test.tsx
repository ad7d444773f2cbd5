import { describe, expect, it } from '@jest/globals';
import type {
  AccountDeletion,
  AccountEntry,
  AccountSums,
  AccountTrend,
  AccessLog,
  ComplaintList,
  ComplaintView,
  DeductionPreview,
  DeviceList,
  SessionList,
} from '@gongji/contract';
import { DELETION_EFFECTS, DELETION_WORDS, fen, LOOKS, type Month, plainDate } from '@gongji/domain';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { BalanceCard } from '@/features/account/balance-card';
import { CounterHelp } from '@/features/account/counter-help';
import { DemoRow } from '@/features/account/demo-row';
import { IdentityCard } from '@/features/account/identity-card';
import { LogOutButton } from '@/features/account/log-out-button';
import { MineRows } from '@/features/account/mine-rows';
import { ComplaintDetail } from '@/features/complaints/complaint-detail';
import { logIn } from '@/shared/session/session';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import { Screen } from '@/shared/ui/screen';
import { fakeBff } from '../../../test/support/fake-bff';
import { account, binding, NOW, uuid } from '../../../test/support/fixtures';
import { logsIn, tap } from '../../../test/support/signed-in';
import AccessLogPage from './access-log';
import AccountEntriesPage from './account-entries';
import AccountTrendPage from './account-trend';
import ComplaintsPage from './complaints';
import DeductionPreviewPage from './deduction-preview';
import DeleteAccountPage from './delete-account';
import DevicesPage from './devices';
import PrivacyPage from './privacy';
import PrivacyExportPage from './privacy-export';
import WriteComplaintPage from './write-complaint';

const looks: AccessLog = {
  looks: [{ lookId: '9', at: NOW, who: '陈*国', whoKind: 'person', ...LOOKS.levy }],
  nextCursor: null,
};
const amounts = (month: string, balance: number) => ({ month: month as Month, inFen: fen(0), outFen: fen(0), balanceFen: fen(balance) });
const trend: AccountTrend = { months: [amounts('2026-11', 792_000), amounts('2026-12', 810_000)] };
const hold: AccountEntry = {
  entryId: 'e9',
  at: NOW,
  kind: 'premium-hold',
  pot: 'carriedOver',
  amountFen: fen(0),
  frozenFen: fen(40_000),
  balanceAfterFen: fen(614_950),
  frozenAfterFen: fen(40_000),
  forPerson: '陈*兰',
  counterparty: '税务部门',
  number: null,
  settlementId: null,
};
const sum = { inFen: fen(0), outFen: fen(0), frozenFen: fen(40_000), count: 1 };
const sums: AccountSums = {
  total: sum,
  years: [{ ...sum, year: 2026, months: [{ ...sum, month: 11 }] }],
  choices: { years: [{ year: 2026, months: [11] }], kinds: ['premium-hold'], people: [] },
};
const preview: DeductionPreview = { legs: [], coveredFen: fen(0), cashFen: fen(5_000), orderRule: null };
const deletion: AccountDeletion = {
  allowed: true,
  blocks: [],
  balanceFen: fen(800_000),
  deletes: [...DELETION_EFFECTS.deletes],
  keeps: [...DELETION_EFFECTS.keeps],
  words: DELETION_WORDS,
};
const keys = [{ offlineKeyId: uuid(60), person: '陈*兰', own: false, givenAt: NOW }];
const devices: DeviceList = { devices: [{ deviceId: 'other-phone-02', name: 'iPhone', lastSeenAt: NOW, offlineKeys: keys }] };
const sessions: SessionList = {
  sessions: [{ sessionId: uuid(72), current: false, deviceId: null, deviceName: '', openedAt: NOW, lastUsedAt: NOW }],
};
const line: ComplaintList['complaints'][number] = {
  complaintId: uuid(70),
  number: '261123482157',
  numberText: '261123 482157',
  kind: 'debit',
  kindText: '扣款有疑问',
  state: 'received',
  stateText: '已收到，等待答复',
  writtenAt: NOW,
  answerBy: plainDate('2026-11-30'),
  provisional: true,
  overdue: true,
  mayClose: true,
};
const complaint: ComplaintView = {
  ...line,
  text: '这笔扣款不是我的。',
  about: null,
  reference: null,
  phone: null,
  answers: [],
  closedAt: null,
  promiseText: '收到后 5 个工作日内答复',
  promiseNote: '暂定',
};

async function show(page: ReactElement, answers: Readonly<Record<string, unknown>>): Promise<void> {
  const behaviours = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => ({ answer })]));
  fakeBff({ logIn: () => logsIn(), ...behaviours });
  await act(async () => logIn('demo-chen-jianguo'));
  await act(async () => void render(page));
}

const nowhere = () => undefined;
const mine = (
  <Screen title="Title">
    <IdentityCard />
    <BalanceCard />
    <MineRows onOpen={nowhere} />
    <CounterHelp onHelp={nowhere} />
    <LogOutButton />
    <DemoRow onOpen={nowhere} />
  </Screen>
);
const detail = (
  <Screen title="Title">
    <ComplaintDetail complaintId={uuid(70)} justWritten />
  </Screen>
);
const PAGES: readonly [name: string, said: string, page: ReactElement, answers: Readonly<Record<string, unknown>>][] = [
  ['no entries', 'No entries yet', <AccountEntriesPage key="a" />, { accountEntries: { entries: [], nextCursor: null } }],
  [
    'entries',
    'In ¥0.00, out ¥0.00, still held ¥400.00',
    <AccountEntriesPage key="b" />,
    { accountEntries: { entries: [hold], nextCursor: null }, accountSums: sums },
  ],
  ['the trend', 'Dec 2026 (so far)', <AccountTrendPage key="c" />, { accountTrend: trend }],
  ['trying a deduction', 'Whose bill', <DeductionPreviewPage key="d" />, { bindings: { bindings: [binding()] } }],
  ['privacy', 'Delete your account', <PrivacyPage key="e" />, {}],
  ['who looked', '22 Nov 2026', <AccessLogPage key="f" />, { accessLog: looks }],
  ['the export', 'Export and download', <PrivacyExportPage key="g" />, {}],
  ['deleting', 'Has to stay', <DeleteAccountPage key="h" />, { accountDeletion: deletion }],
  ['devices', 'Phone without a name', <DevicesPage key="i" />, { devices, sessions }],
  ['complaints', 'Answer by 30 Nov 2026', <ComplaintsPage key="j" />, { complaints: { complaints: [line] } }],
  ['a complaint', 'Please call 12393 and give the number above.', detail, { complaint }],
  [
    'writing a complaint',
    'Send and get a number',
    <WriteComplaintPage key="k" />,
    { bindings: { bindings: [binding()] }, premiumPayments: { payments: [] } },
  ],
];

drawsInEnglish();
const type = (label: RegExp, value: string) => act(async () => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

describe('a phone that speaks English', () => {
  it.each(PAGES)('draws %s without a Chinese word', async (_, said, page, answers) => {
    await show(page, answers);
    expect(screen.getAllByText(said).length).toBeGreaterThan(0);
    expect(chineseOnPage(complaint.text)).toEqual([]);
  });

  it('draws 我的 without a Chinese word', async () => {
    await show(mine, { account: { ...account, shareableText: '个人账户余额都可以共济。' } });
    expect(screen.getByText('Personal information and privacy')).toBeTruthy();
    expect(chineseOnPage(complaint.text)).toEqual([]);
  });

  it('asks for English words to delete the account, and confirms with those that the server knows', async () => {
    const sent: unknown[] = [];
    const answers = { accountDeletion: () => ({ answer: deletion }) };
    fakeBff({
      logIn: () => logsIn(),
      ...answers,
      deleteAccount: ({ body }) => {
        sent.push(body);
        return { answer: {} };
      },
    });
    await act(async () => logIn('demo-chen-jianguo'));
    await act(async () => void render(<DeleteAccountPage />));
    await tap('Delete your account');
    await type(/^Please type “Delete your account”/, 'delete your account');
    await tap('Delete for good');
    expect(sent).toEqual([{ words: DELETION_WORDS }]);
  });

  it('answers a trial in English', async () => {
    await show(<DeductionPreviewPage />, { bindings: { bindings: [] }, previewDeduction: preview });
    await type(/^Amount/, '50');
    await tap('See who would pay');
    expect(screen.getByText('¥50.00 would be paid like this')).toBeTruthy();
    expect(chineseOnPage(complaint.text)).toEqual([]);
  });
});
