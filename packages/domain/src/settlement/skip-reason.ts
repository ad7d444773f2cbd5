/** Why a payer pays nothing although bound: each answers "bound, but not usable". */
export const SKIP_TEXT = {
  'not-active': '家庭共济还没有生效',
  paused: '家庭共济已暂停',
  ended: '家庭共济已结束',
  ending: '参保有变动，家庭共济即将结束',
  'not-started': '家庭共济还没到开始日期',
  'past-end': '家庭共济已过结束日期',
  'use-not-ticked': '没有勾选这项用途',
  'sponsor-not-insured': '共济人的职工医保不是正常状态，账户已封存',
  'no-account': '共济人没有个人账户',
  'outside-province': '双方不在同一个省参保',
  'month-cap-used': '本月限额已用完',
  'shared-limit-used': '全体亲属共用限额已用完',
  'institution-not-allowed': '这类机构不能用家人的账户',
  'settled-too-often': '用家人账户结算的次数已到上限',
  'day-limit-used': '家人今天能帮忙付的金额已用完',
  'nothing-shareable': '可共济余额为 0',
  'own-balance-empty': '本人账户没有余额',
  'own-not-chosen': '没有选择使用本人账户',
  'over-sponsor-count': '一次结算可用的共济人数已满',
  'nothing-left-to-pay': '前面的账户已经够付',
} as const satisfies Readonly<Record<string, string>>;

export type SkipReason = keyof typeof SKIP_TEXT;

interface Sided {
  readonly owner: string;
  readonly relative: string;
}
const toBoth = (text: string): Sided => ({ owner: text, relative: text });

/** What to do about it, and who can: said to the sponsor and to the relative. */
export const SKIP_NEXT_STEP: Readonly<Record<SkipReason, Sided>> = {
  'not-active': {
    owner: '等TA同意的，请TA登录答复；没有打开的，需要时可以打开。',
    relative: '等您同意的，请在邀请里答复；没有打开的，需要时请TA打开。',
  },
  paused: toBoth('由暂停的一方恢复。'),
  ended: { owner: '需要时可以重新打开。', relative: '需要时请TA重新打开。' },
  ending: toBoth('办理中的代缴办完后自动结束；现在可以用本人账户或现金支付。'),
  'not-started': { owner: '到开始日期就能用；也可以在“修改”里改日期。', relative: '到开始日期就能用；也可以请TA改日期。' },
  'past-end': { owner: '可以在“修改”里延长结束日期，或重新打开。', relative: '请TA延长结束日期，或重新打开。' },
  'use-not-ticked': { owner: '需要时可以在“修改”里勾选。', relative: '需要时请TA勾选。' },
  'sponsor-not-insured': {
    owner: '请联系您的单位或参保地经办窗口恢复参保。',
    relative: '请TA联系单位或参保地经办窗口恢复参保。',
  },
  'no-account': {
    owner: '居民医保没有个人账户；您参加职工医保后再用。',
    relative: '居民医保没有个人账户；TA参加职工医保后再用。',
  },
  'outside-province': toBoth('家庭共济只办理省内；跨省请使用国家医保服务平台的医保钱包。'),
  'month-cap-used': { owner: '下月自动恢复；急用可以在“修改”里调高每月限额。', relative: '下月自动恢复；急用请TA调高每月限额。' },
  'shared-limit-used': { owner: '可以调高全体亲属共用限额。', relative: '请TA调高全体亲属共用限额。' },
  'institution-not-allowed': toBoth('可以换一家能用的定点机构，或用本人账户、现金支付。这是暂定的限制，没有查到公开规定。'),
  'settled-too-often': toBoth('过一小时或明天再用；现在可以用本人账户或现金支付。次数上限是暂定的，没有查到公开规定。'),
  'day-limit-used': toBoth('明天自动恢复；现在可以用本人账户或现金支付。金额上限是暂定的，没有查到公开规定。'),
  'nothing-shareable': toBoth('可等下次个人账户划入，或用其他方式付。'),
  'own-balance-empty': { owner: '会接着用您的账户。', relative: '会接着用TA的账户。' },
  'own-not-chosen': toBoth('需要时请在结算时选择使用本人账户。'),
  'over-sponsor-count': toBoth('其余部分请用其他方式付。'),
  'nothing-left-to-pay': toBoth('不需要办理。'),
};

export const skipNextStep = (reason: SkipReason, readerIsOwner: boolean): string =>
  SKIP_NEXT_STEP[reason][readerIsOwner ? 'owner' : 'relative'];
