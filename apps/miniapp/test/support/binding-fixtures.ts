import type { BindingView, CheckResult, DeductionOrder, Explanation, GrantView, SharedLimit, UnbindPreview } from '@gongji/contract';
import { fen, plainDate } from '@gongji/domain';
import { guilan, NOW, rule, uuid } from './people-fixtures';

// A son who pays for his mother, and everything that is said about the two.

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
  rules: [rule({ kind: 'requiredLimits', text: '共济人要设置全体亲属共用限额（官方叫“消费可用限额”）。' })],
  ...changes,
});

export const unbindPreview = (changes: Partial<UnbindPreview> = {}): UnbindPreview => ({
  bindingId: uuid(10),
  allowed: true,
  refusedCode: null,
  refusedText: null,
  nextStep: null,
  rule: null,
  openPayments: [],
  endsOn: plainDate('2026-11-22'),
  effects: ['不再能出示陈*兰的医保码。', '您的个人账户不再为陈*兰付费。', '以前的记录和凭证仍然可以查看。'],
  ...changes,
});
