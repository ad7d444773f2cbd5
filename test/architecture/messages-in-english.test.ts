import { englishSpeaker, englishTexts } from '@gongji/texts';
import { fen, type FamilyDateKind, GRANT_KINDS, plainDate } from '@gongji/domain';
import { creditNotice, yearSwitchNotice } from '../../packages/core/src/texts/account-notices';
import { type BindingAction, bindingNotice, limitNotice, orderNotice } from '../../packages/core/src/texts/binding-notices';
import { complaintAnsweredNotice, complaintReceivedNotice } from '../../packages/core/src/texts/complaint-notices';
import { DATE_TITLE, reminderNotice } from '../../packages/core/src/texts/date-texts';
import { coverNotice, NOTHING_LIMITS, premiumNotice, settlementNotice } from '../../packages/core/src/texts/notices';
import { offlineDayUsedNotice, offlineKeyNotice } from '../../packages/core/src/texts/offline-notices';
import { refundNotices } from '../../packages/core/src/texts/refund-notices';
import { givenBackNotice, patientNotice, voidedNotice } from '../../packages/core/src/texts/settlement-notices';

// The core writes its messages in Chinese sentences; the texts keep the English for each. A sentence that changes on one side only is found here.

const say = englishSpeaker(englishTexts());
const CHINESE = /[\u3400-\u9fff]/;
const told = { holderId: 'h', subjectId: 's' };
const [NAME, OTHER] = ['陈*国', '李*'];
const left = { capFen: fen(100), sharedFen: fen(200) };

const BINDING_ACTIONS: readonly BindingAction[] = [
  'binding-made',
  'binding-proposed',
  'binding-accepted',
  'binding-declined',
  'binding-withdrawn',
  'binding-ended',
  'binding-expired',
  'binding-ran-out',
  'binding-ended-itself',
  'grant-opened',
  'grant-proposed',
  'grant-paused',
  'grant-resumed',
  'grant-closed',
  'grant-came-of-age',
  'terms-changed',
];
const bindings = BINDING_ACTIONS.flatMap((action) =>
  (['owner', 'relative'] as const).flatMap((side) =>
    [true, false].flatMap((mine) =>
      [GRANT_KINDS, GRANT_KINDS.slice(0, 1), GRANT_KINDS.slice(1)].map((kinds) =>
        bindingNotice({ ...told, action, kinds, otherName: NAME, side, mine, acceptBy: new Date('2026-11-26T02:00:00Z') }),
      ),
    ),
  ),
);

const premiums = (['premium-waiting', 'premium-held', 'premium-paid', 'premium-released', 'premium-voided'] as const).flatMap((action) => [
  premiumNotice({ ...told, action, amountFen: fen(40_000), year: 2027, forName: NAME, left }),
  coverNotice({ personId: 'p', subjectId: 's', action, year: 2027, payerName: NAME }),
]);

const payment = { id: 'p', holder_id: 'h', person_id: 'q', year: 2027, amount_fen: fen(40_000) };
const refunds = (['premium-refund-asked', 'premium-refunded', 'premium-refund-refused'] as const).flatMap((action) =>
  refundNotices({ payment, action, payerName: NAME, personName: OTHER }),
);

type Settlement = Parameters<typeof givenBackNotice>[0]['settlement'];
const settlement = {
  id: 's',
  number: '2611230000047118',
  holder_id: 'h',
  at: new Date('2026-11-22T02:00:00Z'),
  total_fen: fen(1_000),
  account_fen: fen(300),
  shared_fen: fen(100),
  fund_fen: fen(500),
  cash_fen: fen(200),
} as unknown as Settlement;
const patients = [
  { settlement, ownBalanceFen: fen(5) },
  { settlement: { ...settlement, shared_fen: fen(0) }, ownBalanceFen: null },
  { settlement: { ...settlement, account_fen: fen(0), shared_fen: fen(0) }, ownBalanceFen: null },
];
const settlements = [
  ...patients.flatMap((news) => [patientNotice(news), voidedNotice(news)]),
  ...([{ kind: 'freed', leftFen: fen(9) }, { kind: 'month-over' }, { kind: 'ended' }, { kind: 'no-cap' }] as const).map((cap) =>
    givenBackNotice({ settlement, holderId: 'h', amountFen: fen(1), forName: NAME, balanceFen: fen(2), cap, sharedLeftFen: fen(8) }),
  ),
  settlementNotice({ ...told, number: '2611230000047118', amountFen: fen(1), forName: null, remainingFen: fen(2), left }),
  settlementNotice({ ...told, number: '2611230000047118', amountFen: fen(1), forName: NAME, remainingFen: fen(2), left }),
];

const reminders = (Object.keys(DATE_TITLE) as FamilyDateKind[]).flatMap((kind) =>
  (['2026-11-28', '2026-11-29', '2026-12-28'] as const).map((on) =>
    reminderNotice({
      holderId: 'h',
      date: { kind, on: plainDate(on), subjectId: 's', personId: 'p', year: 2027 } as unknown as Parameters<
        typeof reminderNotice
      >[0]['date'],
      name: NAME,
      today: plainDate('2026-11-28'),
    }),
  ),
);

const others = [
  creditNotice({ holderId: 'h', month: '2026-11' as Parameters<typeof creditNotice>[0]['month'], amountFen: fen(100), pot: 'currentYear' }),
  yearSwitchNotice({ holderId: 'h', year: 2027, amountFen: fen(100) }),
  limitNotice({ ...told, ownerName: null }),
  limitNotice({ ...told, ownerName: NAME }),
  orderNotice({ ...told, personName: null }),
  orderNotice({ ...told, personName: NAME }),
  complaintReceivedNotice({ ...told, number: '202611280001', answerBy: plainDate('2026-12-04') }),
  complaintAnsweredNotice({ ...told, number: '202611280001' }),
  offlineKeyNotice({ ...told, shower: NAME }),
  offlineDayUsedNotice({ ...told, most: 5 }),
];

describe('the messages of the inbox', () => {
  const said = [...bindings, ...premiums, ...refunds, ...settlements, ...reminders, ...others].flatMap(({ title, text }) => [title, text]);

  it('are each said in English, with no Chinese left but names', () => {
    const english = [...new Set(said)].map((text) => say(text).split(NAME).join('').split(OTHER).join(''));
    expect(english.filter((text) => CHINESE.test(text))).toEqual([]);
  });

  it('say in English what tells two relatives apart who are masked alike', () => {
    const texts = ['李*（子女）', '李*（尾号 2X）'].flatMap((name) => [
      settlementNotice({
        ...told,
        number: '2611230000047118',
        amountFen: fen(1_250),
        forName: name,
        remainingFen: fen(2),
        left: NOTHING_LIMITS,
      }).text,
      coverNotice({ personId: 'p', subjectId: 's', action: 'premium-paid', year: 2027, payerName: name }).text,
    ]);
    expect(texts.map(say)).toEqual([
      'A bill of 李* (child) was paid from your personal account: ¥12.50. Balance: ¥0.02. Settlement number 2611 2300 0004 7118.',
      '李* (child) has paid your resident insurance premium for 2027 from their personal account.',
      'A bill of 李* (ending in 2X) was paid from your personal account: ¥12.50. Balance: ¥0.02. Settlement number 2611 2300 0004 7118.',
      '李* (ending in 2X) has paid your resident insurance premium for 2027 from their personal account.',
    ]);
  });

  it('keep their values', () => {
    expect(
      say(settlementNotice({ ...told, number: '2611230000047118', amountFen: fen(1_250), forName: NAME, remainingFen: fen(2), left }).text),
    ).toBe(
      'A bill of 陈*国 was paid from your personal account: ¥12.50. Balance: ¥0.02. ¥1.00 is left of this month’s limit. ¥2.00 is left of the limit shared by all relatives. Settlement number 2611 2300 0004 7118.',
    );
    expect(say(creditNotice({ holderId: 'h', month: '2026-11' as never, amountFen: fen(100), pot: 'carriedOver' }).text)).toBe(
      'The money for Nov 2026, ¥1.00, was paid into: Earlier years’ account.',
    );
  });
});
