import type { CatalogueRow } from './catalogue-row';

/** Accounts, regions and premiums. */
export const PREMIUM_ERRORS = {
  // Account
  ACCOUNT_NOT_FOUND: { kind: 'not-found', text: '没有个人账户。', nextStep: '居民医保没有个人账户；职工医保参保后自动开立。' },
  // Regions
  POLICY_NOT_FOUND: { kind: 'not-found', text: '未查到这个地区的公开规定。', nextStep: '请咨询参保地医保经办窗口。' },
  // Premium
  PREMIUM_PERSON_NOT_BOUND: {
    kind: 'not-found',
    text: '您没有为这位亲属开通代缴。',
    nextStep: '请先绑定，并打开“用我的个人账户帮TA付”中的居民医保费。',
  },
  PREMIUM_GRANT_NOT_USABLE: {
    kind: 'conflict',
    text: '家庭共济没有生效，或没有包含居民医保费。',
    nextStep: '请在亲情账户里查看这位亲属的开关和起止日期。',
  },
  PREMIUM_NOT_DUE: { kind: 'not-found', text: '税务部门没有查到这个年度的应缴记录。', nextStep: '请先在参保地办理居民医保参保登记。' },
  PREMIUM_NOT_RESIDENT: {
    kind: 'conflict',
    text: '这位亲属没有参加居民医保，没有居民医保费要缴。',
    nextStep: '参加职工医保的由单位或本人缴费，不用代缴。',
  },
  PREMIUM_ALREADY_PAID: {
    kind: 'conflict',
    text: '这位亲属 {year} 年度的居民医保费已经缴过。',
    nextStep: '请不要重复缴费；凭证在付款人的代缴记录里，或到税务渠道查看。',
  },
  PREMIUM_ALREADY_APPLIED: {
    kind: 'conflict',
    text: '这位亲属 {year} 年度已有代缴申请，还没有办完。',
    nextStep: '请不要重复申请；需要更换付款人，请原申请人先作废。',
  },
  PREMIUM_NOTHING_TO_PAY: { kind: 'conflict', text: '这位亲属 {year} 年度应缴 0 元，不需要缴费。', nextStep: '无需办理。' },
  PREMIUM_WINDOW_NOT_OPEN: { kind: 'conflict', text: '{region} {year} 年度的集中缴费期从{start}开始。', nextStep: '请到时再来。' },
  PREMIUM_WINDOW_CLOSED: {
    kind: 'conflict',
    text: '{region} {year} 年度的集中缴费期已在{end}结束。',
    nextStep: '请到税务渠道或经办窗口咨询补缴和待遇等待期。',
  },
  PREMIUM_GROUP_EXCLUDED: { kind: 'conflict', text: '{region}规定{group}不能用个人账户代缴。', nextStep: '请通过税务渠道缴费。' },
  PREMIUM_NOT_ENOUGH_BALANCE: {
    kind: 'conflict',
    text: '可用于共济的余额不足，还差 {short}。',
    nextStep: '可等下次个人账户划入后再缴，或用其他渠道缴费。',
  },
  PREMIUM_BALANCE_TOO_LOW: {
    kind: 'conflict',
    text: '{region}规定个人账户余额超过 {floor} 才能代缴。',
    nextStep: '可等下次个人账户划入后再缴，或用其他渠道缴费。',
  },
  PREMIUM_OVER_CAP: {
    kind: 'conflict',
    text: '超过您为这位亲属设置的限额，这次最多还能付 {left}。',
    nextStep: '可在亲情账户里调整限额后再试。',
  },
  PREMIUM_OVER_SHARED_LIMIT: {
    kind: 'conflict',
    text: '超过全体亲属共用限额，剩余 {left}。',
    nextStep: '可在亲情账户里调整限额后再试。',
  },
  PREMIUM_SPONSOR_NOT_INSURED: {
    kind: 'conflict',
    text: '您的职工医保目前不是正常参保状态，不能代缴。',
    nextStep: '请恢复参保后再办理，或用其他渠道缴费。',
  },
  PREMIUM_QUOTE_EXPIRED: { kind: 'conflict', text: '报价已过期。', nextStep: '请重新查看应缴金额后再付，没有扣款。' },
  PREMIUM_QUOTE_CHANGED: { kind: 'conflict', text: '应缴金额或扣款账户有变化。', nextStep: '请重新查看后再付，没有扣款。' },
  PREMIUM_PAYMENT_NOT_FOUND: { kind: 'not-found', text: '没有找到这笔代缴。', nextStep: '请返回代缴记录查看。' },
  PREMIUM_RECEIPT_NOT_READY: {
    kind: 'conflict',
    text: '税务部门还没有确认这笔缴费，没有凭证。',
    nextStep: '请在代缴记录里查看进度，确认缴费后再来取凭证。',
  },
  PREMIUM_NOT_VOIDABLE: { kind: 'conflict', text: '这笔代缴现在不能作废。', nextStep: '已清缴的请到税务部门申请退费。' },
  PREMIUM_NOT_REFUNDABLE: {
    kind: 'conflict',
    text: '这笔代缴现在不能申请退费。',
    nextStep: '还没有扣款的可以作废；已经退费的不用再申请。',
  },
  PREMIUM_REFUND_UNDER_WAY: { kind: 'conflict', text: '这笔代缴已经在退费。', nextStep: '请等税务部门的结果，不用再申请。' },
  PREMIUM_REFUND_ELSEWHERE: {
    kind: 'conflict',
    text: '{region}的居民医保费退费由税务部门办理，这里不能申请。',
    nextStep: '请带缴费凭证到税务部门的渠道或窗口申请退费。',
  },
  PREMIUM_REFUND_TOO_LATE: {
    kind: 'conflict',
    text: '{year} 年度从{start}开始，年度开始后不能在这里申请退费。',
    nextStep: '请带缴费凭证到税务部门咨询。',
  },
  PREMIUM_REFUND_REASON_NOT_ACCEPTED: {
    kind: 'conflict',
    text: '{region}的退费情形里没有“{reason}”。',
    nextStep: '请选择其他情形，或到税务部门咨询。',
  },
  PREMIUM_REFUND_REASON_NOT_SHOWN: {
    kind: 'conflict',
    text: '参保登记里还看不到“{reason}”，不能按这个情形退费。',
    nextStep: '请先到参保地医保经办窗口办理登记，登记更新后再申请。',
  },
  PREMIUM_LOCKED: {
    kind: 'unavailable',
    text: '税务部门正在处理这笔交易，暂时锁定。',
    nextStep: '请在{until}之后查看结果，不要重复支付。',
  },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
