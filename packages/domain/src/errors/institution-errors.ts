import type { CatalogueRow } from './catalogue-row';

/** What an institution's own program did wrong, beside the four texts of the specification. */
export const INSTITUTION_ERRORS = {
  ENVELOPE_NOT_AGREED: {
    kind: 'invalid',
    text: '报文的封装方式和本机构登记的不一样。',
    nextStep: '登记为国密的机构只收发国密报文，其他机构只收发明文报文。',
  },
  TRANSACTION_NOT_YOURS: {
    kind: 'forbidden',
    text: '{infno} 是{kind}的交易，本机构不能用。',
    nextStep: '医院用 2206、2207、2208，药店用 2101、2102、2103。',
  },
  MESSAGE_TIME_STALE: {
    kind: 'conflict',
    text: '报文编号里的时间不在前后 30 分钟之内，没有办理。',
    nextStep: '请校准时钟，用新的报文编号再发；以前结算过的报文再发，仍会得到原来的结果。',
  },
  MESSAGE_REPLAYED: { kind: 'conflict', text: '这个报文编号已经用过。', nextStep: '请用新的报文编号再发。' },
  CREDENTIAL_NOT_ACCEPTED: {
    kind: 'conflict',
    text: '本服务只认扫过的医保码，不能用身份证或社会保障卡查人。',
    nextStep: '请用 6101 扫医保码，再用 01 和得到的令牌查询。',
  },
  PATIENT_UNKNOWN: { kind: 'not-found', text: '人员编号无效，或者这次扫码已过有效时间。', nextStep: '请重新扫描医保码。' },
  REVERSAL_NOT_ALLOWED: { kind: 'conflict', text: '只能冲正 2102 和 2207。', nextStep: '其他交易不动钱，不用冲正。' },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
