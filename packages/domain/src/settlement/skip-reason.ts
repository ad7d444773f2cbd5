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
  'over-sponsor-count': '一次结算可用的共济人数已满',
  'nothing-left-to-pay': '前面的账户已经够付',
} as const satisfies Readonly<Record<string, string>>;

export type SkipReason = keyof typeof SKIP_TEXT;

/** What to do about it, and who can. */
export const SKIP_NEXT_STEP: Readonly<Record<SkipReason, string>> = {
  'not-active': '请共济人打开开关；需要使用人确认的，请使用人登录同意。',
  paused: '由暂停的一方恢复。',
  ended: '需要时请共济人重新打开。',
  'not-started': '到开始日期就能用；共济人也可以改日期。',
  'past-end': '请共济人延长结束日期，或重新打开。',
  'use-not-ticked': '请共济人在授权里勾选这项用途。',
  'sponsor-not-insured': '请共济人联系单位或参保地经办窗口恢复参保。',
  'no-account': '居民医保没有个人账户；共济人参加职工医保后再用。',
  'outside-province': '家庭共济只办理省内；跨省请使用国家医保服务平台的医保钱包。',
  'month-cap-used': '下月自动恢复；急用请共济人调高每月限额。',
  'shared-limit-used': '请共济人调高全体亲属共用的限额。',
  'nothing-shareable': '可等下次个人账户划入，或用其他方式付。',
  'own-balance-empty': '会接着用共济人的账户。',
  'own-not-chosen': '需要时请在结算时选择使用本人账户。',
  'over-sponsor-count': '其余部分请用其他方式付。',
  'nothing-left-to-pay': '不需要办理。',
};
