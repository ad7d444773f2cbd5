import type { Sentence } from './sentence';

const SHOW_OWNER: Sentence = ['“出示TA的医保码”', '“Show their insurance code”'];
const SHOW_RELATIVE: Sentence = ['“由TA出示您的医保码”', '“They show your insurance code”'];
const FUNDS_OWNER: Sentence = ['“用您的个人账户帮TA付”', '“Pay for them from your personal account”'];
const FUNDS_RELATIVE: Sentence = ['“用TA的个人账户帮您付”', '“They pay for you from their personal account”'];
const bothOf = ([zh, en]: Sentence, [zhToo, enToo]: Sentence): readonly Sentence[] => [
  [`${zh}和${zhToo}`, `${en} and ${enToo}`],
  [`${zhToo}和${zh}`, `${enToo} and ${en}`],
];

/** The inbox, of bindings: what both sides are told. */
export const BINDING_MESSAGES: readonly Sentence[] = [
  SHOW_OWNER,
  SHOW_RELATIVE,
  FUNDS_OWNER,
  FUNDS_RELATIVE,
  ...bothOf(SHOW_OWNER, FUNDS_OWNER),
  ...bothOf(SHOW_RELATIVE, FUNDS_RELATIVE),
  ['亲情账户已绑定', 'Family account bound'],
  ['亲情账户等待确认', 'Family account waiting for confirmation'],
  ['亲情账户已确认', 'Family account confirmed'],
  ['亲情账户未确认', 'Family account not confirmed'],
  ['亲情账户邀请已撤回', 'Family account invitation withdrawn'],
  ['亲情账户已解绑', 'Family account unbound'],
  ['亲情账户邀请已过期', 'Family account invitation expired'],
  ['亲情账户已到期', 'Family account past its end date'],
  ['亲情账户已自动结束', 'Family account ended by itself'],
  ['亲情账户开关已打开', 'Family account switch turned on'],
  ['亲情账户已暂停', 'Family account paused'],
  ['亲情账户已恢复', 'Family account resumed'],
  ['亲情账户开关已关闭', 'Family account switch turned off'],
  ['亲情账户等待本人确认', 'Family account waiting for the person’s own confirmation'],
  ['亲情账户设置有变化', 'Family account terms changed'],
  ['您与{other}的亲情账户绑定已办好。', 'The family account binding with {other} is done.'],
  [
    '{other}与您的亲情账户绑定已办好。如果不是您的近亲属，请解绑并投诉。',
    '{other} has bound a family account with you. If this is no close relative of yours, please unbind and complain.',
  ],
  [
    '已向{other}发出绑定邀请，请TA在 {until} 前登录确认。',
    'An invitation to bind was sent to {other}, who has to log in and confirm before {until}.',
  ],
  [
    '{other}邀请您绑定亲情账户，请在 {until} 前查看并确认；不认识TA请选择不同意。',
    '{other} invites you to bind a family account. Please look at it and confirm before {until}; if you do not know them, choose not to agree.',
  ],
  ['{other}已同意绑定。', '{other} has agreed to the binding.'],
  ['您已同意与{other}绑定。', 'You have agreed to the binding with {other}.'],
  ['{other}没有同意绑定中需要TA确认的部分。', '{other} did not agree to what they had to confirm.'],
  ['您没有同意{other}的邀请。', 'You did not agree to the invitation of {other}.'],
  ['您已撤回给{other}的邀请，原来的链接不能再用。', 'You withdrew the invitation to {other}; its link no longer works.'],
  ['{other}已撤回邀请，您不需要办理。', '{other} withdrew the invitation; there is nothing for you to do.'],
  [
    '您已与{other}解绑亲情账户，从现在起不会再有扣款。',
    'You unbound the family account with {other}; nothing is taken any more from now on.',
  ],
  [
    '{other}解绑了与您的亲情账户，从现在起不会再有扣款。',
    '{other} unbound the family account with you; nothing is taken any more from now on.',
  ],
  [
    '您已与{other}解绑亲情账户，TA不能再出示您的医保码，也不再帮您付。',
    'You unbound the family account with {other}, who can no longer show your insurance code and no longer pays for you.',
  ],
  [
    '{other}解绑了与您的亲情账户，不能再出示您的医保码，也不再帮您付。',
    '{other} unbound the family account with you, can no longer show your insurance code and no longer pays for you.',
  ],
  ['{other}没有在期限内确认{what}，邀请已失效。', '{other} did not confirm {what} in time; the invitation is void.'],
  [
    '{other}请您确认{what}，已过期限，邀请已失效。',
    '{other} asked you to confirm {what}; the time for it is over and the invitation is void.',
  ],
  [
    '您与{other}的{what}已到结束日期，已经结束；还要用的，可以重新办理。',
    'With {other}, {what} has reached its end date and ended; to go on, set it up again.',
  ],
  [
    '您与{other}的{what}已到结束日期，已经结束；还要用的，可以请TA重新办理。',
    'With {other}, {what} has reached its end date and ended; to go on, ask them to set it up again.',
  ],
  [
    '参保登记有变化，您与{other}的{what}已按规定自动结束。原因可以在变更记录里查看。',
    'The insurance register changed: with {other}, {what} ended by itself as the rules say. Why is in the record of changes.',
  ],
  ['您打开了与{other}的{what}。', 'You switched on {what} with {other}.'],
  ['{other}打开了与您的{what}。', '{other} switched on {what} with you.'],
  [
    '已请{other}确认{what}，请TA在 {until} 前登录确认。',
    '{other} was asked to confirm {what}, and has to log in and confirm before {until}.',
  ],
  [
    '{other}请您确认{what}，请在 {until} 前查看；不同意可以直接拒绝。',
    '{other} asks you to confirm {what}. Please look at it before {until}; you can simply decline.',
  ],
  ['您暂停了与{other}的{what}，恢复之前不能使用。', 'You paused {what} with {other}; it cannot be used until it is resumed.'],
  ['{other}暂停了与您的{what}，恢复之前不能使用。', '{other} paused {what} with you; it cannot be used until it is resumed.'],
  ['您恢复了与{other}的{what}。', 'You resumed {what} with {other}.'],
  ['{other}恢复了与您的{what}。', '{other} resumed {what} with you.'],
  ['您关闭了与{other}的{what}，立即生效。', 'You switched off {what} with {other}, with immediate effect.'],
  ['{other}关闭了与您的{what}，立即生效。', '{other} switched off {what} with you, with immediate effect.'],
  [
    '{other}已到由本人同意的年龄，{what}要TA本人确认后才能继续使用。',
    '{other} has reached the age of consent: {what} can go on only once they confirm it themselves.',
  ],
  [
    '您已到由本人同意的年龄，与{other}的{what}要您本人确认后才能继续，请在 30 天内办理。',
    'You have reached the age of consent: with {other}, {what} can go on only once you confirm it. Please do so within 30 days.',
  ],
  [
    '您修改了与{other}的{what}的限额、期限或用途，可以在亲情账户里查看。',
    'You changed the limits, dates or uses of {what} with {other}; they are under “Family”.',
  ],
  [
    '{other}修改了与您的{what}的限额、期限或用途，可以在亲情账户里查看。',
    '{other} changed the limits, dates or uses of {what} with you; they are under “Family”.',
  ],
  ['全体亲属共用限额有变化', 'The limit shared by all relatives changed'],
  ['您修改了全体亲属共用限额，立即生效。', 'You changed the limit shared by all relatives, with immediate effect.'],
  [
    '{owner}修改了全体亲属共用限额，可能影响还能用多少。',
    '{owner} changed the limit shared by all relatives; it may change how much is left to use.',
  ],
  ['扣款顺序有变化', 'The deduction order changed'],
  [
    '您调整了家人账户的扣款顺序，从下一次扣款起生效。',
    'You changed the order in which relatives’ accounts pay, from the next deduction on.',
  ],
  [
    '{person}调整了家人账户的扣款顺序，您的账户可能先扣或后扣。',
    '{person} changed the order in which relatives’ accounts pay; yours may pay earlier or later.',
  ],
  ['改了结束日期', 'End date changed'],
  ['改了用途、限额、日期或顺位', 'Uses, limits, dates or place changed'],
];
