import type { CatalogueRow } from './catalogue-row';

/** Showing a code, scanning it and settling. */
export const COUNTER_ERRORS = {
  // Insurance code
  CODE_NOT_ALLOWED: { kind: 'not-found', text: '您不能出示这个人的医保码。', nextStep: '请先绑定并打开“出示TA的医保码”。' },
  CODE_SHOWING_PAUSED: {
    kind: 'conflict',
    text: '“出示TA的医保码”已暂停。',
    nextStep: '现在请TA本人出示医保码，或带TA的社会保障卡或身份证到窗口；以后由暂停的一方恢复。',
  },
  CODE_SHOWING_OUT_OF_DATE: {
    kind: 'conflict',
    text: '“出示TA的医保码”不在起止日期内。',
    nextStep: '现在请TA本人出示医保码，或带TA的社会保障卡或身份证到窗口；起止日期在这位家人的页面。',
  },
  CODE_INVALID: { kind: 'conflict', text: '医保码无效、已用过或已过期。', nextStep: '请对方刷新医保码后重新扫描。' },
  CODE_OWNER_NOT_INSURED: {
    kind: 'conflict',
    text: '目前不是正常参保状态，医保码暂不能使用。',
    nextStep: '请到参保地经办窗口办理；就医可先自费，保留票据。',
  },
  // Codes without network
  OFFLINE_CODE_NOT_OFFERED: {
    kind: 'conflict',
    text: '{region}没有开放离线医保码。',
    nextStep: '请在有网络的地方出示医保码；没有网络可以带社会保障卡或身份证到窗口。',
  },
  DEVICE_NOT_FOUND: { kind: 'not-found', text: '没有找到这台设备，或已经移除。', nextStep: '请刷新设备列表后查看。' },
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
  SETTLEMENT_VOIDED: {
    kind: 'conflict',
    text: '这笔结算已经撤销，各账户付的钱已退回。',
    nextStep: '不用再撤销；还要结算请重新扫描医保码，用新的报文编号。',
  },
  SETTLEMENT_ANNULLED: {
    kind: 'conflict',
    text: '这笔结算的报文在到达之前已被冲正，没有扣款。',
    nextStep: '还要结算请重新扫描医保码，用新的报文编号。',
  },
  SETTLEMENT_NOT_FOUND: { kind: 'not-found', text: '没有找到这笔结算。', nextStep: '请核对结算编号。' },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
