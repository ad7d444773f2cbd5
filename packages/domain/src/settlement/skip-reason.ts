/** Why a payer pays nothing although bound: each answers "bound, but not usable". */
export const SKIP_TEXT = {
  'not-active': '家庭共济还没有生效',
  paused: '家庭共济已暂停',
  ended: '家庭共济已结束',
  'not-started': '家庭共济还没到开始日期',
  'past-end': '家庭共济已过结束日期',
  'use-not-ticked': '没有勾选这项用途',
  'sponsor-not-insured': '共济人的职工医保不是正常状态，账户已封存',
  'no-account': '共济人没有个人账户',
  'outside-province': '双方不在同一个省参保',
  'month-cap-used': '本月限额已用完',
  'shared-limit-used': '全体亲属共用的限额已用完',
  'nothing-shareable': '可共济余额为 0',
  'own-balance-empty': '本人账户没有余额',
  'own-not-chosen': '没有选择使用本人账户',
  'nothing-left-to-pay': '前面的账户已经够付',
} as const satisfies Readonly<Record<string, string>>;

export type SkipReason = keyof typeof SKIP_TEXT;
