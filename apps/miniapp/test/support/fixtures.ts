import type {
  AccountView,
  AppliedList,
  LevyView,
  OfflineKey,
  PaymentView,
  QuotedList,
  QuoteView,
  ReceiptCheck,
  ReceiptView,
  RefundPreview,
  SettlementView,
  ShownCode,
} from '@gongji/contract';
import { addFen, type ErrorCode, errorNextStep, errorText, fen, plainDate } from '@gongji/domain';
import { guilan, me, NOW, ownCard, rule, uuid } from './people-fixtures';

// Answers as the BFF gives them. fake-bff.ts checks each against the contract before a screen sees it.

export * from './binding-fixtures';
export * from './people-fixtures';

export const account: AccountView = {
  pots: [
    { pot: 'currentYear', balanceFen: fen(180_000), frozenFen: fen(0) },
    { pot: 'carriedOver', balanceFen: fen(620_000), frozenFen: fen(40_000) },
  ],
  balanceFen: fen(800_000),
  frozenFen: fen(40_000),
  availableFen: fen(760_000),
  shareableFen: fen(760_000),
  shareableSteps: [
    { text: '个人账户余额', amountFen: fen(800_000) },
    { text: '正在冻结', amountFen: fen(-40_000) },
  ],
  shareableRule: rule({ kind: 'shareable', text: '个人账户余额全部可以共济' }),
  shareableText: '可用余额全部可以共济。',
};

export const leg = { payerId: uuid(1), payer: '陈*国', own: false, amountFen: fen(40_000), skippedText: null };

export const levy = (changes: Partial<LevyView> = {}): LevyView => ({
  person: guilan,
  year: 2027,
  regionCode: '441400',
  regionName: '梅州市',
  categoryText: '成年居民',
  amountFen: fen(40_000),
  state: 'due',
  payer: null,
  ownPaymentId: null,
  amountAssumed: true,
  windowOpensOn: plainDate('2026-09-01'),
  windowClosesOn: plainDate('2026-12-31'),
  rules: [
    rule({
      kind: 'premiumAmounts',
      text: '2027 年度每人 400 元',
      assumed: true,
      confidence: 'ASSUMED',
      note: '2027 年标准未公布，沿用 2026 年',
    }),
  ],
  refusedCode: null,
  refusedText: null,
  nextStep: null,
  ...changes,
});

const steps = [
  { text: '冻结 ¥400.00', at: null, expectedOn: null, fixed: false, done: false },
  { text: '税务部门清缴', at: null, expectedOn: plainDate('2026-11-30'), fixed: false, done: false },
];

export const quote = (changes: Partial<QuoteView> = {}): QuoteView => ({
  quoteId: uuid(20),
  expiresAt: '2026-11-22T10:10:00.000+08:00',
  policyVersion: 'gd-2026',
  levy: levy(),
  legs: [leg],
  benefitStartsOn: plainDate('2027-01-01'),
  waitingMonths: 0,
  waitingText: '连续参保，没有等待期。',
  waitingSteps: ['2026年11月22日缴费，在集中缴费期（到2026年12月31日）以内。', '连续参保：不用等待。'],
  clearingText: '本月最后三个工作日统一清缴。',
  voidableUntil: plainDate('2026-11-25'),
  whatHappens: steps,
  shareableAfterFen: fen(720_000),
  capPerPaymentFen: null,
  monthLeftAfterFen: null,
  rules: [rule()],
  ...changes,
});

export const payment = (changes: Partial<PaymentView> = {}): PaymentView => ({
  paymentId: uuid(30),
  number: 'GJ20261122000000000030',
  state: 'applied',
  stateText: '已申请，待清缴',
  person: guilan,
  year: 2027,
  regionName: '梅州市',
  amountFen: fen(40_000),
  legs: [leg],
  appliedAt: NOW,
  nextCheckOn: plainDate('2026-11-30'),
  nextCheckAt: null,
  voidable: true,
  voiding: false,
  voidableUntil: plainDate('2026-11-25'),
  timeline: [{ text: '已提交申请，冻结 ¥400.00', at: NOW, expectedOn: null, fixed: true, done: true }, ...steps.slice(1)],
  benefitStartsOn: plainDate('2027-01-01'),
  failureText: null,
  refundable: false,
  refund: null,
  receipt: null,
  ...changes,
});

export const RECEIPT_CODE = { number: `GJ20261122${'0'.repeat(12)}`, hash: '0123456789abcdef'.repeat(4) };

export const receipt = (changes: Partial<ReceiptView> = {}): ReceiptView => ({
  paymentId: uuid(30),
  standing: 'posted',
  standingText: '已缴费，已入库',
  ourNumber: RECEIPT_CODE.number,
  taxNumber: '4414002026112200000017',
  hash: RECEIPT_CODE.hash,
  personName: '陈*兰',
  personMark: null,
  personCertificate: '441*************27',
  payerName: '陈*国',
  year: 2027,
  regionName: '梅州市',
  categoryText: '成年居民',
  amountFen: fen(40_000),
  amountInCapitals: '肆佰元整',
  legs: [
    { payer: '陈*国', pot: 'carriedOver', amountFen: fen(30_000) },
    { payer: '陈*国', pot: 'currentYear', amountFen: fen(10_000) },
  ],
  appliedAt: NOW,
  paidAt: '2026-11-26T10:00:00.000+08:00',
  postedAt: '2026-11-28T10:00:00.000+08:00',
  benefitStartsOn: plainDate('2027-01-01'),
  refund: null,
  madeAt: '2026-11-29T10:00:00.000+08:00',
  ...changes,
});

export const receiptCheck = (changes: Partial<ReceiptCheck> = {}): ReceiptCheck => ({
  standing: 'posted',
  standingText: '已缴费，已入库',
  checkedAt: NOW,
  demo: true,
  receipt: {
    ourNumber: RECEIPT_CODE.number,
    taxNumber: '4414002026112200000017',
    personInitial: '陈**',
    year: 2027,
    regionName: '梅州市',
    amountFen: fen(40_000),
    amountInCapitals: '肆佰元整',
    paidAt: '2026-11-26T10:00:00.000+08:00',
    postedAt: null,
  },
  ...changes,
});

export const shownCode = (changes: Partial<ShownCode> = {}): ShownCode => ({
  codeId: uuid(40),
  payload: '1234567890123456789012345678901234567890',
  person: me(),
  own: true,
  issuedAt: NOW,
  expiresAt: '2026-11-22T10:00:30.000+08:00',
  ttlSeconds: 30,
  ...changes,
});

export const offlineKey = (changes: Partial<OfflineKey> = {}): OfflineKey => ({
  offlineKeyId: uuid(60),
  person: ownCard(),
  own: true,
  handle: '10000000000007',
  secret: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  stepSeconds: 30,
  givenAt: NOW,
  mostPerDay: 3,
  mostFenPerDay: fen(30_000),
  rule: rule({ kind: 'offlineCode', text: '没有网络时可以出示离线医保码。', assumed: true, confidence: 'ASSUMED' }),
  ...changes,
});

export const settlement: SettlementView = {
  settlementId: uuid(50),
  number: '2611220000047119',
  at: NOW,
  voidedAt: null,
  institution: '示范社区医院（演示）',
  person: '陈*国',
  totalFen: fen(12_000),
  fundFen: fen(7_000),
  accountFen: fen(5_000),
  cashFen: fen(0),
  legs: [{ ...leg, payer: '陈建国', own: true, amountFen: fen(5_000) }],
};

export const refusalOf = (code: ErrorCode) => ({ code, text: errorText(code, { year: 2027 }), nextStep: errorNextStep(code) });
type Refusal = ReturnType<typeof refusalOf>;

export const quoted = (quotes: readonly QuoteView[], refused: readonly QuotedList['items'][number][] = []): QuotedList => ({
  items: [...quotes.map((each) => ({ person: each.levy.person, levy: each.levy, quote: each, refusal: null })), ...refused],
  totalFen: addFen(fen(0), ...quotes.map((each) => each.levy.amountFen)),
});
export const quotedRefusal = (code: ErrorCode, of: LevyView): QuotedList =>
  quoted([], [{ person: of.person, levy: of, quote: null, refusal: refusalOf(code) }]);

/** One outcome a person: the payment, or why there is none. */
export const applied = (outcomes: readonly (PaymentView | Refusal)[]): AppliedList => ({
  items: outcomes.map((outcome, index) => ({
    quoteId: uuid(20 + index),
    person: 'paymentId' in outcome ? outcome.person : guilan,
    payment: 'paymentId' in outcome ? outcome : null,
    refusal: 'paymentId' in outcome ? null : outcome,
  })),
});

export const refundPreview = (changes: Partial<RefundPreview> = {}): RefundPreview => ({
  paymentId: uuid(30),
  amountFen: fen(40_000),
  reasons: [
    { reason: 'duplicate', text: '重复缴费', refusal: null, effect: '另一笔缴费还在的，陈*兰 2027 年度仍为已缴费。' },
    { reason: 'died', text: '参保人去世', refusal: refusalOf('PREMIUM_REFUND_REASON_NOT_SHOWN'), effect: '不用再缴。' },
    {
      reason: 'moved-to-employee',
      text: '已参加职工医保',
      refusal: refusalOf('PREMIUM_REFUND_REASON_NOT_SHOWN'),
      effect: '看病用职工医保。',
    },
  ],
  refusal: null,
  legs: [{ text: '陈*国的历年账户', amountFen: fen(40_000) }],
  byWhenText: '没有查到公开的办理时限。',
  limitTexts: ['全体亲属共用的额度恢复 ¥400.00。'],
  effects: ['提交后不能撤回。'],
  rule: rule({ kind: 'premiumRefund', text: '参保年度开始前可以申请退费。', assumed: true, confidence: 'ASSUMED' }),
  ...changes,
});
