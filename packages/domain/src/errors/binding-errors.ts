import type { CatalogueRow } from './catalogue-row';

/** Who is meant, and what stands in the way of binding them. */
export const BINDING_ERRORS = {
  // Certificates and identity
  CERTIFICATE_INVALID: { kind: 'invalid', text: '证件号码不正确：{reason}', nextStep: '请对照证件原件检查每一位。' },
  NAME_INVALID: { kind: 'invalid', text: '姓名中有不能识别的字符。', nextStep: '请按证件上的写法填写，支持生僻字和间隔号“·”。' },
  IDENTITY_NOT_CONFIRMED: {
    kind: 'conflict',
    text: '姓名、证件号码和参保地对不上。',
    nextStep: '请核对证件原件；仍不行请到参保地医保经办窗口核实。',
  },
  FACE_CHECK_UNKNOWN: { kind: 'not-found', text: '没有这次人脸核验，或者已经超过 10 分钟。', nextStep: '请重新开始人脸核验。' },
  // Binding
  BINDING_NOT_FOUND: { kind: 'not-found', text: '没有找到这条亲情账户绑定。', nextStep: '请返回亲情账户列表查看。' },
  BINDING_RELATION_NOT_ALLOWED: {
    kind: 'conflict',
    text: '{relation}不属于可以绑定的近亲属。',
    nextStep: '按《民法典》第1045条，只能绑定配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。',
  },
  BINDING_SELF: { kind: 'conflict', text: '不能绑定自己。', nextStep: '自己的医保码在“医保码”页直接出示。' },
  BINDING_DUPLICATE: { kind: 'conflict', text: '您已绑定这位亲属，或正在等TA确认。', nextStep: '请在亲情账户列表里查看这位亲属。' },
  BINDING_RELATION_IMPOSSIBLE: {
    kind: 'conflict',
    text: '所选关系与双方的出生日期或已绑定的关系不符。',
    nextStep: '请重新选择关系；关系无误请带户口簿到经办窗口核实。',
  },
  BINDING_NOTHING_GRANTED: {
    kind: 'invalid',
    text: '两个开关都没有打开。',
    nextStep: '请至少打开一个：出示TA的医保码，或用我的个人账户帮TA付。',
  },
  BINDING_NO_USE_CHOSEN: { kind: 'invalid', text: '没有选择个人账户可以付什么。', nextStep: '请至少选一项用途，否则绑定后无法使用。' },
  BINDING_USE_NOT_ALLOWED: {
    kind: 'conflict',
    text: '{region}的规则没有把“{use}”列入共济用途。',
    nextStep: '这一项请用其他方式付，不要勾选。依据可在“地区规则”里查看。',
  },
  BINDING_SPONSOR_HAS_NO_ACCOUNT: {
    kind: 'conflict',
    text: '您没有职工医保个人账户，不能用它帮家人付。',
    nextStep: '可以只打开“出示TA的医保码”；职工医保参保后可再打开。',
  },
  BINDING_SPONSOR_NOT_INSURED: {
    kind: 'conflict',
    text: '您的职工医保目前不是正常参保状态。',
    nextStep: '请联系单位或参保地经办窗口恢复参保后再绑定。',
  },
  BINDING_RELATIVE_NOT_INSURED: { kind: 'conflict', text: '这位亲属目前没有正常参加基本医保。', nextStep: '请先为TA办理参保登记。' },
  BINDING_OUTSIDE_PROVINCE: {
    kind: 'conflict',
    text: '这位亲属的参保地不在{province}，家庭共济目前只办理省内。',
    nextStep: '可以只打开“出示TA的医保码”；跨省共济请使用国家医保服务平台的医保钱包。',
  },
  BINDING_TOO_MANY_RELATIVES: {
    kind: 'conflict',
    text: '{region}规定一个人的账户最多同时给 {limit} 位亲属用，您已达上限。',
    nextStep: '关闭一位亲属的“用我的个人账户帮TA付”后可再打开。',
  },
  BINDING_RELATION_CAP_REACHED: {
    kind: 'conflict',
    text: '{relation}最多绑定 {limit} 人，已满。',
    nextStep: '请核对关系；需要更换请先解绑原来的一位。',
  },
  BINDING_TOO_MANY_SPONSORS: {
    kind: 'conflict',
    text: '{region}规定每人最多由 {limit} 位亲属共济，这位亲属已满。',
    nextStep: '需要原共济人先解绑；可以只打开“出示TA的医保码”。',
  },
  BINDING_ROLE_EXCLUSIVE: {
    kind: 'conflict',
    text: '{region}规定共济人与使用人不能兼任。',
    nextStep: '请先解除另一身份的绑定；可以只打开“出示TA的医保码”。',
  },
  BINDING_TOO_MANY_EVER: {
    kind: 'conflict',
    text: '{region}规定累计最多给 {limit} 位不同的亲属共济，已达上限。',
    nextStep: '以前绑定过的亲属可以重新绑定，不重复计算；其他情况请到窗口咨询。',
  },
  BINDING_TOO_MANY_SHOWN: {
    kind: 'conflict',
    text: '{region}规定一个人最多出示 {limit} 位亲属的医保码，您已达上限。',
    nextStep: '请先关闭一位亲属的“出示TA的医保码”。',
  },
  BINDING_TOO_MANY_SHOWERS: {
    kind: 'conflict',
    text: '{region}规定一个人的医保码最多由 {limit} 人代为出示，这位亲属已满。',
    nextStep: '需要其中一人先关闭出示。',
  },
  BINDING_TOO_MANY_THIS_MONTH: {
    kind: 'conflict',
    text: '{region}规定每月最多绑定 {limit} 次“出示TA的医保码”，您本月已用完。',
    nextStep: '可以先只打开“用我的个人账户帮TA付”；或请下月 1 日后再办理，急用请到窗口。',
  },
  BINDING_DATES_INVALID: { kind: 'invalid', text: '起止日期不正确：不能早于今天，结束必须晚于开始。', nextStep: '请重新选择日期。' },
  BINDING_CAP_INVALID: {
    kind: 'invalid',
    text: '限额要大于 0，且单次限额不能大于每月限额。',
    nextStep: '请重新填写限额，或选择不设限额。',
  },
  BINDING_END_DATE_REQUIRED: { kind: 'invalid', text: '{region}要求填写结束日期。', nextStep: '请选择家庭共济到哪一天结束，以后可以改。' },
  BINDING_PLACE_REQUIRED: {
    kind: 'invalid',
    text: '{region}要求在绑定时填写扣款顺位。',
    nextStep: '请填写您排在第几位：1 表示先扣您的账户。',
  },
  BINDING_CAP_REQUIRED: { kind: 'invalid', text: '{region}要求设置{limit}。', nextStep: '请填写这项限额后再提交。' },
  BINDING_LIMIT_REQUIRED: { kind: 'invalid', text: '{region}要求先填写全体亲属最多能用多少。', nextStep: '请填写这个数额。' },
  BINDING_GUARDIAN_STATEMENT_REQUIRED: {
    kind: 'invalid',
    text: '这位亲属未满 {age} 周岁，需要监护人承诺。',
    nextStep: '请阅读并签署监护人承诺书。',
  },
  BINDING_CONSENT_OUTDATED: { kind: 'conflict', text: '告知书已更新。', nextStep: '请阅读新版告知书后再签署。' },
  BINDING_STATE_CONFLICT: { kind: 'conflict', text: '这条绑定现在的状态不能这样办理。', nextStep: '请刷新后查看最新状态。' },
  BINDING_GRANT_OPEN: { kind: 'conflict', text: '这个开关已经打开，或正在等TA确认。', nextStep: '请刷新后查看最新状态。' },
  BINDING_PAUSED_BY_OTHER: { kind: 'conflict', text: '这是TA暂停的，只能由TA恢复。', nextStep: '请联系TA恢复。' },
  BINDING_TERMS_NEED_CONSENT: {
    kind: 'conflict',
    text: '这样改要TA同意。',
    nextStep: '请先关闭这个开关，再按新的内容打开，由TA确认。',
  },
  BINDING_FACE_CHECK_REQUIRED: {
    kind: 'conflict',
    text: '要本人刷脸通过后才能同意。',
    nextStep: '请本人再刷一次；刷不了脸可以带身份证到参保地经办窗口办理。',
  },
  BINDING_END_TOO_EARLY: {
    kind: 'conflict',
    text: '{region}规定家庭共济绑定满 {months} 个月才能解绑，最早{date}。',
    nextStep: '在那之前可以先暂停，暂停期间不会扣款。',
  },
  INVITATION_INVALID: {
    kind: 'not-found',
    text: '邀请链接无效，或不是发给您的。',
    nextStep: '请用被邀请人本人的微信打开；仍不行请TA重新发送。',
  },
  BINDING_INVITATION_EXPIRED: { kind: 'conflict', text: '邀请已过期。', nextStep: '请TA重新发起绑定。' },
  BINDING_END_NOT_ALLOWED: {
    kind: 'forbidden',
    text: '{region}规定家庭共济只能由共济人暂停或解绑。',
    nextStep: '请联系共济人暂停或解绑。',
  },
  BINDING_HAS_OPEN_PAYMENT: {
    kind: 'conflict',
    text: '有一笔居民医保代缴还没有办完，现在不能解绑。',
    nextStep: '可以由付款人先作废这笔代缴申请，或等清缴完成后再解绑。',
  },
  // Deduction order and the limit for all relatives
  ORDER_FIXED: { kind: 'conflict', text: '{region}的扣款顺序不能自己调整。', nextStep: '现在的顺序和依据可以在“扣款顺序”里查看。' },
  ORDER_INCOMPLETE: { kind: 'conflict', text: '共济人有变化，顺序没有保存。', nextStep: '请刷新后重新排列。' },
  LIMIT_BELOW_SPENT: { kind: 'conflict', text: '限额不能低于亲属已经用掉的 {spent}。', nextStep: '请填写更高的限额，或暂停家庭共济。' },
  LIMIT_OVER_BALANCE: { kind: 'conflict', text: '最多可以划出 {most}。', nextStep: '请填写更小的金额。' },
  LIMIT_NOT_LOWER: { kind: 'conflict', text: '已经划入家庭共济账户的钱不能划回。', nextStep: '可以暂停家庭共济，暂停期间不会扣款。' },
  LIMIT_MOVES_USED: { kind: 'conflict', text: '{region}规定每月最多划拨 {limit} 次，本月已用完。', nextStep: '请下月 1 日后再划拨。' },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
