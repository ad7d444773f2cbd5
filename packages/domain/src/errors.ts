/** Seven kinds; the edge maps each to one status. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable' | 'bug';

/** Fill the `{…}` places of a catalogue text. */
export type Facts = Readonly<Record<string, string | number>>;

interface CatalogueRow {
  readonly kind: ErrorKind;
  /** What happened and why. `{name}` is filled from the refusal's facts. */
  readonly text: string;
  /** What to do now, and who can mend it. */
  readonly nextStep: string;
}

/** Every refusal this system can give. Wording: what happened, why; then the next step with who can help. Shown as it stands. */
export const ERRORS = {
  // The request itself
  REQUEST_INVALID: { kind: 'invalid', text: '提交的内容有误：{field}', nextStep: '请按提示改正后再提交，已填写的内容会保留。' },
  REQUEST_TOO_LARGE: { kind: 'invalid', text: '提交的内容太长。', nextStep: '请缩短后再提交。' },
  IDEMPOTENCY_KEY_MISSING: { kind: 'invalid', text: '请求缺少防重复编号。', nextStep: '请更新小程序后再试。' },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'invalid',
    text: '这个防重复编号已用于另一项内容不同的办理。',
    nextStep: '请返回上一页重新进入后再办理；之前的办理不受影响。',
  },
  ROUTE_UNKNOWN: { kind: 'not-found', text: '没有这个页面或接口。', nextStep: '请返回首页。' },
  RATE_LIMITED: { kind: 'unavailable', text: '操作太频繁。', nextStep: '请等 {seconds} 秒再试。' },
  // Who is asking
  SESSION_MISSING: { kind: 'unauthenticated', text: '您还没有登录。', nextStep: '请重新打开小程序登录。' },
  SESSION_EXPIRED: { kind: 'unauthenticated', text: '登录已过期。', nextStep: '请重新登录，已填写的内容会保留。' },
  LOGIN_CODE_INVALID: { kind: 'unauthenticated', text: '微信登录凭证无效或已用过。', nextStep: '请重新打开小程序登录。' },
  PERSON_NOT_ENROLLED: {
    kind: 'forbidden',
    text: '没有找到您的参保登记。',
    nextStep: '请先在参保地医保经办窗口或国家医保服务平台完成参保登记。',
  },
  OUTSIDE_UNAVAILABLE: { kind: 'unavailable', text: '{party}暂时没有回应。', nextStep: '没有做任何改动，请稍后再试；急用请到窗口办理。' },
  SERVICE_BUSY: { kind: 'unavailable', text: '现在办理的人太多。', nextStep: '没有做任何改动，请等 {seconds} 秒再试。' },
  SERVICE_NOT_READY: { kind: 'unavailable', text: '服务正在启动或停止。', nextStep: '请稍后再试。' },
  UNEXPECTED: { kind: 'bug', text: '系统出错了。', nextStep: '请先查看办理记录，不要重复办理；如需帮助，请提供页面上的编号。' },
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
  BINDING_DUPLICATE: { kind: 'conflict', text: '您已绑定这位亲属，或正在等对方确认。', nextStep: '请在亲情账户列表里查看这位亲属。' },
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
  BINDING_TOO_MANY_RELATIVES: { kind: 'conflict', text: '您绑定的亲属已达到上限 {limit} 人。', nextStep: '解绑一位后可再绑定。' },
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
    text: '最多可以出示 {limit} 位亲属的医保码。',
    nextStep: '请先关闭一位亲属的“出示TA的医保码”。',
  },
  BINDING_TOO_MANY_SHOWERS: { kind: 'conflict', text: '这位亲属的医保码已由 {limit} 人代为出示。', nextStep: '需要其中一人先关闭出示。' },
  BINDING_TOO_MANY_THIS_MONTH: { kind: 'conflict', text: '本月绑定次数已达 {limit} 次。', nextStep: '请下月 1 日后再办理；急用请到窗口。' },
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
  BINDING_LIMIT_REQUIRED: { kind: 'invalid', text: '{region}要求先设置消费可用限额。', nextStep: '请填写全体亲属共用的限额。' },
  BINDING_GUARDIAN_STATEMENT_REQUIRED: {
    kind: 'invalid',
    text: '这位亲属未满 {age} 周岁，需要监护人承诺。',
    nextStep: '请阅读并签署监护人承诺书。',
  },
  BINDING_CONSENT_OUTDATED: { kind: 'conflict', text: '告知书已更新。', nextStep: '请阅读新版告知书后再签署。' },
  BINDING_STATE_CONFLICT: { kind: 'conflict', text: '这条绑定现在的状态不能这样办理。', nextStep: '请刷新后查看最新状态。' },
  BINDING_GRANT_OPEN: { kind: 'conflict', text: '这个开关已经打开，或正在等对方确认。', nextStep: '请刷新后查看最新状态。' },
  BINDING_PAUSED_BY_OTHER: { kind: 'conflict', text: '这是对方暂停的，只能由对方恢复。', nextStep: '请联系对方恢复。' },
  BINDING_TERMS_NEED_CONSENT: {
    kind: 'conflict',
    text: '这样改要对方同意。',
    nextStep: '请先关闭这个开关，再按新的内容打开，由对方确认。',
  },
  BINDING_FACE_CHECK_REQUIRED: {
    kind: 'conflict',
    text: '要本人刷脸通过后才能同意。',
    nextStep: '请本人再刷一次；刷不了脸可以带身份证到参保地经办窗口办理。',
  },
  BINDING_END_TOO_EARLY: {
    kind: 'conflict',
    text: '{region}规定家庭共济绑定满 {months} 个月才能解绑，最早 {date}。',
    nextStep: '在那之前可以先暂停，暂停期间不会扣款。',
  },
  INVITATION_INVALID: {
    kind: 'not-found',
    text: '邀请链接无效，或不是发给您的。',
    nextStep: '请用被邀请人本人的微信打开；仍不行请对方重新发送。',
  },
  BINDING_INVITATION_EXPIRED: { kind: 'conflict', text: '邀请已过期。', nextStep: '请对方重新发起绑定。' },
  BINDING_END_NOT_ALLOWED: {
    kind: 'forbidden',
    text: '{region}规定家庭共济只能由共济人暂停或解绑。',
    nextStep: '请联系共济人；您可以随时关闭由对方出示您的医保码。',
  },
  BINDING_HAS_OPEN_PAYMENT: {
    kind: 'conflict',
    text: '有一笔居民医保代缴还没有办完，现在不能解绑。',
    nextStep: '请先作废这笔代缴申请，或等清缴完成后再解绑。',
  },
  // Deduction order and the limit for all relatives
  ORDER_FIXED: { kind: 'conflict', text: '{region}的扣款顺序不能自己调整。', nextStep: '现在的顺序和依据可以在“扣款顺序”里查看。' },
  ORDER_INCOMPLETE: { kind: 'conflict', text: '共济人有变化，顺序没有保存。', nextStep: '请刷新后重新排列。' },
  LIMIT_BELOW_SPENT: { kind: 'conflict', text: '限额不能低于亲属已经用掉的 {spent}。', nextStep: '请填写更高的限额，或暂停家庭共济。' },
  LIMIT_OVER_BALANCE: { kind: 'conflict', text: '最多可以划出 {most}。', nextStep: '请填写更小的金额。' },
  LIMIT_NOT_LOWER: { kind: 'conflict', text: '已经划入家庭共济账户的钱不能划回。', nextStep: '可以暂停家庭共济，暂停期间不会扣款。' },
  LIMIT_MOVES_USED: { kind: 'conflict', text: '{region}规定每月最多划拨 {limit} 次，本月已用完。', nextStep: '请下月 1 日后再划拨。' },
  // Insurance code
  CODE_NOT_ALLOWED: { kind: 'not-found', text: '您不能出示这个人的医保码。', nextStep: '请先绑定并打开“出示TA的医保码”。' },
  CODE_INVALID: { kind: 'conflict', text: '医保码无效、已用过或已过期。', nextStep: '请对方刷新医保码后重新扫描。' },
  CODE_OWNER_NOT_INSURED: {
    kind: 'conflict',
    text: '目前不是正常参保状态，医保码暂不能使用。',
    nextStep: '请到参保地经办窗口办理；就医可先自费，保留票据。',
  },
  // Institutions and settlement
  INSTITUTION_UNKNOWN: { kind: 'unauthenticated', text: '非法用户', nextStep: '请核对机构的访问密钥。' },
  INSTITUTION_SIGNATURE_WRONG: { kind: 'unauthenticated', text: '签名不一致', nextStep: '请核对签名算法和密钥。' },
  INSTITUTION_TIMESTAMP_STALE: { kind: 'unauthenticated', text: '签名时间戳超时', nextStep: '请校准时钟；有效时间为 30 分钟。' },
  INSTITUTION_HEADER_MISSING: { kind: 'unauthenticated', text: '缺少服务网关的请求头', nextStep: '请带齐五个 _api_ 请求头。' },
  TRANSACTION_UNKNOWN: { kind: 'not-found', text: '不支持这个交易编号。', nextStep: '请核对接口文档。' },
  SETTLEMENT_TOKEN_INVALID: { kind: 'conflict', text: '就诊凭证令牌无效或已用过。', nextStep: '请重新扫描医保码。' },
  SETTLEMENT_SPLIT_CHANGED: { kind: 'conflict', text: '分摊结果与预结算不一致。', nextStep: '请重新预结算，并请本人确认现金部分。' },
  SETTLEMENT_CASH_NOT_AGREED: {
    kind: 'conflict',
    text: '个人账户不够付，还差 {cash}，本人没有同意现金支付。',
    nextStep: '请本人确认现金支付后再结算。',
  },
  SETTLEMENT_AMOUNT_INVALID: { kind: 'invalid', text: '费用金额不正确。', nextStep: '请核对总费用和统筹支付金额。' },
  SETTLEMENT_NOT_ANSWERED: {
    kind: 'conflict',
    text: '上一次结算还没有结果，现在不能改费用。',
    nextStep: '请先再问一次结果；问多少次都不会重复结算。',
  },
  SETTLEMENT_NOT_FOUND: { kind: 'not-found', text: '没有找到这笔结算。', nextStep: '请核对结算编号。' },
  // Account
  ACCOUNT_NOT_FOUND: { kind: 'not-found', text: '没有个人账户。', nextStep: '居民医保没有个人账户；职工医保参保后自动开立。' },
  // Regions
  POLICY_NOT_FOUND: { kind: 'not-found', text: '未查到这个地区的公开规定。', nextStep: '请咨询参保地医保经办窗口。' },
  // Premium
  PREMIUM_PERSON_NOT_BOUND: {
    kind: 'not-found',
    text: '您没有为这个人开通代缴。',
    nextStep: '请先绑定，并打开“用我的个人账户帮TA付”中的居民医保费。',
  },
  PREMIUM_GRANT_NOT_USABLE: {
    kind: 'conflict',
    text: '家庭共济没有生效，或没有包含居民医保费。',
    nextStep: '请在亲情账户里查看这位亲属的开关和起止日期。',
  },
  PREMIUM_NOT_DUE: { kind: 'not-found', text: '税务部门没有查到这个年度的应缴记录。', nextStep: '请先在参保地办理居民医保参保登记。' },
  PREMIUM_ALREADY_PAID: {
    kind: 'conflict',
    text: '这个人 {year} 年度的居民医保费已经缴过。',
    nextStep: '请不要重复缴费；可在代缴记录或税务渠道查看凭证。',
  },
  PREMIUM_ALREADY_APPLIED: {
    kind: 'conflict',
    text: '这个人 {year} 年度已有代缴申请，正在等待清缴。',
    nextStep: '请不要重复申请；需要更换付款人，请原申请人先作废。',
  },
  PREMIUM_NOTHING_TO_PAY: { kind: 'conflict', text: '这个人 {year} 年度应缴 0 元，不需要缴费。', nextStep: '无需办理。' },
  PREMIUM_WINDOW_NOT_OPEN: { kind: 'conflict', text: '{region} {year} 年度的集中缴费期从 {start} 开始。', nextStep: '请到时再来。' },
  PREMIUM_WINDOW_CLOSED: {
    kind: 'conflict',
    text: '{region} {year} 年度的集中缴费期已在 {end} 结束。',
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
  PREMIUM_OVER_CAP: { kind: 'conflict', text: '超过您为这位亲属设置的限额 {cap}。', nextStep: '可在亲情账户里调整限额后再试。' },
  PREMIUM_OVER_SHARED_LIMIT: {
    kind: 'conflict',
    text: '超过全体亲属共用的消费可用限额，剩余 {left}。',
    nextStep: '可在亲情账户里调整限额后再试。',
  },
  PREMIUM_SPONSOR_NOT_INSURED: {
    kind: 'conflict',
    text: '您的职工医保目前不是正常参保状态，不能代缴。',
    nextStep: '请恢复参保后再办理，或用其他渠道缴费。',
  },
  PREMIUM_QUOTE_EXPIRED: { kind: 'conflict', text: '报价已过期。', nextStep: '请重新查看应缴金额后再付。' },
  PREMIUM_QUOTE_CHANGED: { kind: 'conflict', text: '应缴金额或扣款账户有变化。', nextStep: '请重新查看后再付，没有扣款。' },
  PREMIUM_PAYMENT_NOT_FOUND: { kind: 'not-found', text: '没有找到这笔代缴。', nextStep: '请返回代缴记录查看。' },
  PREMIUM_NOT_VOIDABLE: { kind: 'conflict', text: '这笔代缴现在不能作废。', nextStep: '已清缴的请到税务部门申请退费。' },
  PREMIUM_LOCKED: {
    kind: 'unavailable',
    text: '税务部门正在处理这笔交易，暂时锁定。',
    nextStep: '请在 {until} 之后查看结果，不要重复支付。',
  },
} as const satisfies Readonly<Record<string, CatalogueRow>>;

export type ErrorCode = keyof typeof ERRORS;

export const kindOf = (code: ErrorCode): ErrorKind => ERRORS[code].kind;

/** The catalogue's sentence with its `{…}` places filled; a missing fact leaves "—", never a hole. */
export const errorText = (code: ErrorCode, facts: Facts = {}): string => filled(ERRORS[code].text, facts);
export const errorNextStep = (code: ErrorCode, facts: Facts = {}): string => filled(ERRORS[code].nextStep, facts);

const filled = (text: string, facts: Facts): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'));

/** A refusal on its way out of a transaction: it rolls back, and the edge explains it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }

  static of(refusal: { readonly code: ErrorCode; readonly facts?: Facts }): AppError {
    return new AppError(refusal.code, refusal.facts);
  }
}
