import type { Leg, PaymentView, PolicyView, PrivacyText, RuleReference } from '@gongji/contract';
import { fen, type PlainDate } from '@gongji/domain';
import type { Reading } from '@/shared/bff/use-read';
import type { Place } from '@/shared/places/places';

// Made up, like all people here. Nothing of it is asked of a service.

export const ME = '00000000-0000-4000-8000-000000000001';
export const HER = '00000000-0000-4000-8000-000000000002';
const REQUEST = '00000000-0000-4000-8000-0000499602d2';

const day = (text: string) => text as PlainDate;

export const REFUSAL = {
  code: 'PREMIUM_ALREADY_PAID',
  text: '这位亲属 2027 年度的居民医保费已经缴过。',
  nextStep: '请不要重复缴费；凭证在付款人的代缴记录里，或到税务渠道查看。',
  requestId: REQUEST,
  fields: [],
};
export const REFERENCE = REQUEST;

const rule = (over: Partial<RuleReference>): RuleReference => ({
  kind: 'sample',
  regionCode: '440000',
  regionName: '广东省',
  text: '家庭共济只在省内办理。',
  from: day('2024-12-01'),
  to: null,
  sourceTitle: '样例文件',
  sourceAddress: 'https://example.org/',
  sourceDate: '2024-11-20',
  confidence: 'V-A',
  assumed: false,
  note: null,
  ...over,
});
export const RULE = rule({});
export const ASSUMED = rule({
  kind: 'assumed',
  text: '每天最多用 3 次。',
  confidence: 'ASSUMED',
  assumed: true,
  note: '没有查到公开规定。',
});

export const LEGS: readonly Leg[] = [
  { payerId: ME, payer: '陈*国', own: false, amountFen: fen(30_000), skippedText: null },
  { payerId: HER, payer: '陈*兰', own: true, amountFen: fen(0), skippedText: '没有个人账户' },
];

export const STEPS: PaymentView['timeline'] = [
  { text: '提交申请，这笔钱先冻结', at: '2026-11-23T10:00:00+08:00', expectedOn: null, fixed: true, done: true },
  { text: '税务部门没有答复，等待查询结果', at: '2026-11-23T10:01:00+08:00', expectedOn: null, fixed: true, done: false },
  { text: '税务部门扣款', at: null, expectedOn: day('2026-11-30'), fixed: false, done: false },
  { text: '缴费入库', at: null, expectedOn: null, fixed: false, done: false },
];

export const UNKNOWN: PolicyView['unknown'] = [{ kind: 'sample', title: '代缴的次数', text: '没有查到公开规定，这里不限次数。' }];

export const PRIVACY: PrivacyText = {
  version: '样例',
  from: day('2026-11-01'),
  title: '个人信息说明',
  lead: '只保存办理需要的内容。',
  items: [{ what: '参保地', purpose: '按当地规则办理', until: '解绑之后五年' }],
  others: ['参保地医保经办机构'],
  rights: ['查看谁看过我的信息'],
  withdrawal: { ends: [], stays: [] },
};

const place = (regionCode: string, regionName: string): Place => ({ regionCode, regionName }) as Place;
export const PLACES: readonly Place[] = [place('440000', '广东省'), place('440300', '深圳市'), place('441400', '梅州市')];

const nothing = () => undefined;
type Sample = Reading<string>;
export const LOADING: Sample = { phase: 'loading', refusal: null, reload: nothing };
export const OFFLINE: Sample = { phase: 'failed', refusal: null, reload: nothing };
export const REFUSED: Sample = { phase: 'failed', refusal: REFUSAL, reload: nothing };
export const READ: Sample = { phase: 'ok', answer: '读到的内容', refusal: null, reload: nothing };
/** Twelve minutes old when the page opens. */
export const stale = (now: number): Sample => ({
  phase: 'failed',
  answer: '上次读到的内容',
  readAt: now - 12 * 60_000,
  refusal: null,
  reload: nothing,
});
