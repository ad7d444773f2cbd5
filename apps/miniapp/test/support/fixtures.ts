import type {
  AccountView,
  BindingView,
  CheckResult,
  DeductionOrder,
  Explanation,
  GrantView,
  Me,
  PaymentView,
  PersonCard,
  PolicyView,
  QuoteView,
  RuleReference,
  SettlementView,
  SharedLimit,
  ShownCode,
  UnbindPreview,
  LevyView,
} from '@gongji/contract';
import { fen, plainDate } from '@gongji/domain';

// Answers as the BFF gives them. fake-bff.ts checks each against the contract before a screen sees it.

export const uuid = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
export const NOW = '2026-11-22T10:00:00.000+08:00';

export const guilan: PersonCard = {
  personId: uuid(2),
  maskedName: '陈*兰',
  maskedCertificate: '4414************03',
  regionCode: '441400',
  regionName: '梅州市',
  scheme: 'resident',
  age: 68,
};

export const me = (changes: Partial<Me> = {}): Me => ({
  personId: uuid(1),
  maskedName: '陈*国',
  maskedCertificate: '4403************01',
  regionCode: '440300',
  regionName: '深圳市',
  scheme: 'employee',
  age: 41,
  name: '陈建国',
  hasAccount: true,
  insuranceState: 'normal',
  demo: true,
  now: NOW,
  ...changes,
});

export const rule = (changes: Partial<RuleReference> = {}): RuleReference => ({
  kind: 'maxRelatives',
  regionCode: '440000',
  regionName: '广东省',
  text: '最多绑定 7 位亲属',
  from: plainDate('2024-12-01'),
  to: null,
  sourceTitle: '关于进一步健全职工医保个人账户家庭共济机制的通知',
  sourceAddress: 'https://hsa.gd.gov.cn/',
  sourceDate: '2024-11-20',
  confidence: 'V-A',
  assumed: false,
  note: null,
  ...changes,
});

export const policyView = (changes: Partial<PolicyView> = {}): PolicyView => ({
  regionCode: '440300',
  regionName: '深圳市',
  on: plainDate('2026-11-22'),
  version: 'gd-2026',
  rules: [rule()],
  unknown: [],
  asks: {
    relations: ['spouse', 'parent', 'child'],
    uses: ['care', 'drug', 'device', 'premium'],
    requiredLimits: [],
    endDateRequired: false,
    placeRequired: false,
  },
  ...changes,
});

export const showCodeGrant = (changes: Partial<GrantView> = {}): GrantView => ({
  kind: 'show-code',
  state: 'active',
  stateText: '已开启',
  reason: 'accepted',
  reasonText: '本人同意',
  uses: [],
  capPerPaymentFen: null,
  capPerMonthFen: null,
  startsOn: plainDate('2026-11-22'),
  endsOn: null,
  place: null,
  may: ['pause', 'close', 'change'],
  ...changes,
});

export const shareFundsGrant = (changes: Partial<GrantView> = {}): GrantView => ({
  ...showCodeGrant(),
  kind: 'share-funds',
  reason: 'sponsor-pledged',
  reasonText: '由共济人承诺开通',
  uses: ['care', 'premium'],
  capPerPaymentFen: fen(50_000),
  capPerMonthFen: fen(200_000),
  ...changes,
});

export const binding = (changes: Partial<BindingView> = {}): BindingView => ({
  bindingId: uuid(10),
  myRole: 'owner',
  other: guilan,
  relation: 'parent',
  relationText: '父母',
  state: 'active',
  stateText: '已生效',
  grants: [showCodeGrant(), shareFundsGrant()],
  sharedLimitFen: null,
  createdAt: NOW,
  acceptBy: null,
  awaitsMe: false,
  needsFaceCheck: false,
  invitationToken: null,
  mayOpen: [],
  history: [{ at: NOW, by: '陈*国', kind: 'share-funds', text: '由共济人承诺开通' }],
  rules: [rule()],
  ...changes,
});

export const checkResult = (changes: Partial<CheckResult> = {}): CheckResult => ({
  title: '双方的参保状态',
  result: 'ok',
  code: null,
  text: '双方都正常参保。',
  nextStep: null,
  rule: null,
  ...changes,
});

export const explanation = (changes: Partial<Explanation> = {}): Explanation => ({
  about: 'care',
  question: '看病能用我的个人账户付吗？',
  usable: true,
  checks: [checkResult()],
  ...changes,
});

export const sponsor = (digit: number, maskedName: string): DeductionOrder['sponsors'][number] => ({
  bindingId: uuid(digit),
  sponsor: { ...guilan, personId: uuid(digit + 100), maskedName, scheme: 'employee' },
  place: null,
  usable: true,
});

export const deductionOrder = (changes: Partial<DeductionOrder> = {}): DeductionOrder => ({
  sponsors: [sponsor(10, '陈*国'), sponsor(11, '陈*芳')],
  mine: true,
  rule: rule({ kind: 'deductionOrder', text: '先扣本人账户，再按使用人排的顺序扣各共济人。' }),
  ...changes,
});

export const sharedLimit = (changes: Partial<SharedLimit> = {}): SharedLimit => ({
  kind: 'limit',
  limitFen: fen(200_000),
  spentFen: fen(50_000),
  leftFen: fen(150_000),
  mostFen: null,
  required: true,
  text: '所有亲属一共最多用这么多。',
  rules: [rule({ kind: 'requiredLimits', text: '共济人要设置全体亲属共用的限额。' })],
  ...changes,
});

export const account: AccountView = {
  pots: [
    { pot: 'currentYear', balanceFen: fen(180_000), frozenFen: fen(0) },
    { pot: 'carriedOver', balanceFen: fen(620_000), frozenFen: fen(40_000) },
  ],
  balanceFen: fen(800_000),
  frozenFen: fen(40_000),
  availableFen: fen(760_000),
  shareableFen: fen(760_000),
  shareableRule: rule({ kind: 'shareable', text: '个人账户余额全部可以共济' }),
  shareableText: '可用余额全部可以共济。',
};

export const leg = { payerId: uuid(1), payer: '陈建国', own: true, amountFen: fen(40_000), skippedText: null };

export const levy = (changes: Partial<LevyView> = {}): LevyView => ({
  person: guilan,
  year: 2027,
  regionCode: '441400',
  regionName: '梅州市',
  categoryText: '成年居民',
  amountFen: fen(40_000),
  state: 'due',
  payer: null,
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
  { text: '冻结 ¥400.00', at: null, expectedOn: null, done: false },
  { text: '税务部门清缴', at: null, expectedOn: plainDate('2026-11-30'), done: false },
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
  clearingText: '本月最后三个工作日统一清缴。',
  voidableUntil: plainDate('2026-11-25'),
  whatHappens: steps,
  shareableAfterFen: fen(720_000),
  rules: [rule()],
  ...changes,
});

export const payment = (changes: Partial<PaymentView> = {}): PaymentView => ({
  paymentId: uuid(30),
  state: 'applied',
  stateText: '已申请，待清缴',
  person: guilan,
  year: 2027,
  regionName: '梅州市',
  amountFen: fen(40_000),
  legs: [leg],
  appliedAt: NOW,
  nextCheckOn: plainDate('2026-11-30'),
  voidable: true,
  voidableUntil: plainDate('2026-11-25'),
  timeline: [{ text: '已提交申请，冻结 ¥400.00', at: NOW, expectedOn: null, done: true }, ...steps.slice(1)],
  benefitStartsOn: plainDate('2027-01-01'),
  failureText: null,
  receipt: null,
  ...changes,
});

export const unbindPreview = (changes: Partial<UnbindPreview> = {}): UnbindPreview => ({
  bindingId: uuid(10),
  allowed: true,
  refusedCode: null,
  refusedText: null,
  nextStep: null,
  rule: null,
  openPaymentIds: [],
  endsOn: plainDate('2026-11-22'),
  effects: ['不再能出示陈*兰的医保码。', '您的个人账户不再为陈*兰付费。', '以前的记录和凭证仍然可以查看。'],
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

export const settlement: SettlementView = {
  settlementId: uuid(50),
  at: NOW,
  institution: '示范社区医院（演示）',
  person: '陈*国',
  totalFen: fen(12_000),
  fundFen: fen(7_000),
  accountFen: fen(5_000),
  cashFen: fen(0),
  legs: [{ ...leg, amountFen: fen(5_000) }],
};
