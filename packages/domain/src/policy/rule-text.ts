import { FUND_USE_TEXT } from '../binding/grant';
import { RELATION_TEXT, type Relation } from '../binding/relation';
import { dayText } from '../dates';
import { fenText } from '../money';
import type { PersonGroup } from '../person/person';
import type { CounterLimitsRule, InstitutionKind } from './counter-limits-rule';
import type { PremiumRefundRule, RefundReason } from './refund-rule';
import type {
  AnyRule,
  ClearingWay,
  LimitKind,
  Paper,
  Pot,
  PremiumWindow,
  Rule,
  RuleKind,
  RuleValues,
  SelfEndingEvent,
  ShareableRule,
  ShareFundsConsent,
} from './rules';

export const POT_TEXT: Readonly<Record<Pot, string>> = { currentYear: '当年账户', carriedOver: '历年账户' };

export const GROUP_TEXT: Readonly<Record<PersonGroup, string>> = {
  newborn: '新生儿',
  'fixed-amount-aided': '医疗救助定额资助对象',
  'extreme-poverty': '特困人员',
  orphan: '孤儿',
  'low-income': '低保等低收入人口',
};

export const CLEARING_TEXT: Readonly<Record<ClearingWay, string>> = {
  'at-once': '申请成功即完成缴费',
  'month-end-working-days': '每月最后三个工作日由医保经办机构统一清缴，清缴前可以作废',
  'tax-batch': '税务部门批量扣款后才知道结果，具体日期没有公布',
  'month-end-sweep': '月末统一从账户划扣',
};

export const REFUND_REASON_TEXT: Readonly<Record<RefundReason, string>> = {
  duplicate: '重复缴费',
  died: '参保人去世',
  'moved-to-employee': '已参加职工医保',
};

/** One plain sentence for the screen that answers "why this limit?". */
export function ruleText(rule: AnyRule): string {
  return sentenceOf(rule);
}

const sentenceOf = <K extends RuleKind>(rule: Rule<K>): string => SENTENCES[rule.kind](rule.value);

const list = (parts: readonly string[]): string => parts.join('、');

const SENTENCES: { readonly [K in RuleKind]: (value: RuleValues[K]) => string } = {
  relations: (value) => `可以绑定的近亲属：${list(value.map((relation) => RELATION_TEXT[relation]))}。`,
  maxRelatives: (value) => `一个人的个人账户最多同时给 ${value} 位亲属使用。`,
  maxRelativesEver: (value) => `一个人的个人账户累计最多给 ${value} 位不同的亲属使用，同一人重新绑定不重复计算。`,
  relationCaps: (value) =>
    `同一关系的人数上限：${list(Object.entries(value).map(([relation, most]) => `${RELATION_TEXT[relation as Relation]} ${most} 人`))}。`,
  maxSponsorsPerUser: (value) => `每人最多由 ${value} 位亲属共济。`,
  rolesExclusive: (value) => (value ? '共济人与使用人不能兼任。' : '一个人可以既是共济人又是使用人。'),
  maxShown: (value) => `一个人最多可以出示 ${value} 位亲属的医保码。`,
  maxShowers: (value) => `一个人的医保码最多由 ${value} 位亲属代为出示。`,
  maxBindingsPerMonth: (value) => `每个自然月最多办理 ${value} 次“出示TA的医保码”的绑定。`,
  showCodeConsentFromAge: (value) => `年满 ${value} 周岁的亲属要本人同意才能由您出示医保码；未满的由监护人承诺。`,
  shareFundsConsent: (value) => CONSENT_TEXT[value],
  papers: (value) => `办理前请准备：${list(value.map((paper) => PAPER_TEXT[paper]))}。`,
  grantEndDate: (value) => (value === 'required' ? '家庭共济要填写结束日期。' : '家庭共济的结束日期可以不填。'),
  minMonthsBeforeEnd: (value) => `家庭共济绑定满 ${value} 个月后才能解绑。`,
  whoMayEnd: (value) => (value === 'either' ? '双方都可以解绑。' : '家庭共济只能由共济人解绑。'),
  selfEnding: (value) => `以下情况家庭共济自动结束：${list(value.map((event) => SELF_ENDING_TEXT[event]))}。`,
  shareScope: () => '家庭共济只办理省内，双方要在同一个省参保。',
  shareable: (value) => shareableText(value),
  requiredLimits: (value) => `共济人要设置${list(value.map((limit) => LIMIT_TEXT[limit]))}。`,
  uses: (value) => `个人账户可以帮家人付：${list(value.map((use) => FUND_USE_TEXT[use]))}。`,
  deductionOrder: (value) => ORDER_TEXT[value],
  maxSponsorsPerSettlement: (value) => `一次结算最多由 ${value} 位共济人的账户支付。`,
  counterLimits: (value) => counterText(value),
  potOrder: (value) => `同一个人的账户先扣${value.map((pot) => POT_TEXT[pot]).join('，再扣')}。`,
  codeTtlSeconds: (value) => `医保码每 ${value} 秒刷新一次，过期不能使用。`,
  offlineCode: ({ mostPerDay, mostFenPerDay }) =>
    `没有网络时可以出示离线医保码，每人每天最多 ${mostPerDay} 次，个人账户合计最多付 ${fenText(mostFenPerDay)}。`,
  premiumWindow: (value) => windowText(value),
  premiumAmounts: ({ year, categories }) =>
    `${year} 年度居民医保个人缴费：${list(categories.map(({ text, amountFen }) => `${text} ${fenText(amountFen)}`))}。应缴金额以税务部门为准。`,
  premiumClearing: ({ way }) => `个账代缴：${CLEARING_TEXT[way]}。`,
  premiumExcludedGroups: (value) => `不能用个人账户代缴：${list(value.map((group) => GROUP_TEXT[group]))}。`,
  premiumOnlyInWindow: (value) => (value ? '个账代缴只在集中缴费期内办理。' : '集中缴费期以外也可以办理个账代缴。'),
  premiumBalanceOverFen: (value) => `个人账户余额超过 ${fenText(value)} 才能代缴居民医保费。`,
  premiumRefund: (value) => refundText(value),
  waitingPeriod: ({ fixedMonths, monthsPerFurtherLapsedYear, exemptGroups, newbornDays }) =>
    `未在集中缴费期内参保或未连续参保的，待遇等待期 ${fixedMonths} 个月，每多断保 1 年再加 ${monthsPerFurtherLapsedYear} 个月；${list(
      exemptGroups.map((group) => GROUP_TEXT[group]),
    )}除外。多断保的月份可以补缴抵减，每补缴 1 年少 1 个月。${newbornDays === undefined ? '' : `新生儿出生 ${newbornDays} 天以内缴费的从出生起算，更晚的从缴费下个月起算。`}`,
};

const ORDER_TEXT: Readonly<Record<RuleValues['deductionOrder'], string>> = {
  'as-bound': '先扣本人账户，再按绑定的先后扣各共济人。',
  'set-at-binding': '先扣本人账户，再按绑定时填写的顺位扣各共济人。',
  'set-by-user': '先扣本人账户，再按使用人排的顺序扣各共济人。',
  'single-sponsor': '先扣本人账户，再扣唯一的共济人。',
};

export const CONSENT_TEXT: Readonly<Record<ShareFundsConsent, string>> = {
  'sponsor-only': '家庭共济由共济人承诺即可，不需要使用人确认。',
  'relative-accepts': '家庭共济需要使用人本人确认。',
  'spouse-accepts': '配偶使用家庭共济要本人登录确认，其他亲属由共济人承诺即可。',
  'face-check': '家庭共济要使用人本人刷脸确认；未满 16 周岁的由共济人承诺即可。',
  'accepts-or-premium-only': '家庭共济需要使用人本人确认；没有确认的只能作为临时成员，由共济人代缴居民医保费。',
};

export const PAPER_TEXT: Readonly<Record<Paper, string>> = {
  'owner-id': '您的身份证件',
  'relative-id': '亲属的身份证件',
  'household-register': '户口本上双方的页',
  commitment: '承诺书（在本程序内签署）',
  'informed-consent': '知情同意书（在本程序内签署）',
  'electronic-signature': '手写电子签名',
  'owner-face-check': '您本人刷脸',
  'relative-face-check': '亲属本人刷脸',
};

export const SELF_ENDING_TEXT: Readonly<Record<SelfEndingEvent, string>> = {
  'owner-insurance-paused': '共济人参保暂停',
  'owner-insurance-ended': '共济人参保终止',
  'owner-moved': '共济人转到其他统筹区',
  'relative-insurance-paused': '使用人参保暂停',
  'relative-insurance-ended': '使用人参保终止',
  'relative-moved': '使用人转到其他统筹区',
};

export const LIMIT_TEXT: Readonly<Record<LimitKind, string>> = {
  shared: '全体亲属共用限额（官方叫“消费可用限额”）',
  'per-payment': '每位亲属的单次限额',
  'per-month': '每位亲属的每月限额',
};

/** Also said beside the balance, so that the difference is explained where it is seen. */
export function shareableText(rule: ShareableRule): string {
  if (rule.kind === 'above-floor') return `个人账户余额超过 ${fenText(rule.floorFen)} 的部分可以共济。`;
  if (rule.kind === 'quota') return '只有共济人划出的共济额度可以给亲属用；划出期间共济人自己不能用，没用完的随时可以收回。';
  if (rule.kind === 'pool')
    return `只有划入家庭共济账户的钱可以给亲属用；只能划余额超过 ${fenText(rule.floorFen)} 的部分，每月最多 ${rule.movesPerMonth} 次。`;
  return rule.kind === 'all' ? '个人账户余额都可以共济。' : '只有历年账户的余额可以共济，当年划入的不可以。';
}

export const INSTITUTION_KIND_TEXT: Readonly<Record<InstitutionKind, string>> = { hospital: '定点医院', pharmacy: '定点药店' };

const counterText = ({ mostPerHour, mostPerDay, mostFenPerDay, institutionKinds }: CounterLimitsRule): string =>
  `在收费窗口用家人的账户：同一人 1 小时内最多 ${mostPerHour} 次、每天最多 ${mostPerDay} 次，每天合计最多 ${fenText(mostFenPerDay)}，可以用的机构是${list(
    institutionKinds.map((kind) => INSTITUTION_KIND_TEXT[kind]),
  )}。本人的账户不受这些限制。`;

function refundText(rule: PremiumRefundRule): string {
  if (rule.channel === 'tax-office') return '扣款后的退费由税务部门办理，这里不能申请。';
  const when = rule.onlyBeforeYear ? '参保年度开始前，' : '';
  return `${when}付款人可以在这里申请退费，情形：${list(rule.reasons.map((reason) => REFUND_REASON_TEXT[reason]))}；由税务部门决定。`;
}

function windowText({ year, opensOn, closesOn }: PremiumWindow): string {
  const start = opensOn === null ? '开始日期没有查到' : `${dayText(opensOn)}开始`;
  const end = closesOn === null ? '截止日期没有查到' : `${dayText(closesOn)}截止`;
  return `${year} 年度集中缴费期：${start}，${end}。`;
}
