import {
  BINDING_STATE_TEXT,
  CERTIFICATE_KIND_TEXT,
  CLEARING_TEXT,
  COMPLAINT_KIND_TEXT,
  COMPLAINT_STATE_TEXT,
  ENTRY_KIND_TEXT,
  FUND_USE_TEXT,
  GRANT_KIND_TEXT,
  GRANT_STATE_TEXT,
  GRANT_STEPS,
  GROUP_TEXT,
  type LookKind,
  POT_TEXT,
  PREMIUM_STATE_TEXT,
  PREMIUM_STEPS,
  REFUND_REASON_TEXT,
  REFUND_REFUSALS,
  RELATION_TEXT,
  refundRefusedReason,
  SCHEME_TEXT,
  SUBSCRIBE_TEMPLATES,
} from '@gongji/domain';
import type { Tables } from '../store/tables';
import { ACTION_TEXT, REQUEST_TEXT } from '../texts/audit-texts';

type Row = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, string>>;
/** What a code says to whoever it is about. */
type Said = Words | ((row: Row) => Words);

const textsOf = <T>(rows: Readonly<Record<string, T>>, textOf: (row: T) => string): Words =>
  Object.fromEntries(Object.entries(rows).map(([code, row]) => [code, textOf(row)]));

const GRANT_REASON_TEXT: Words = textsOf(GRANT_STEPS, ({ text }) => text);
const PREMIUM_REASON_TEXT: Words = textsOf(PREMIUM_STEPS, ({ text }) => text);
const PREMIUM_AUDIT_TEXT: Words = { ...REFUND_REASON_TEXT, ...PREMIUM_REASON_TEXT };
const GRANT_AUDIT_TEXT: Words = { ...GRANT_KIND_TEXT, ...GRANT_REASON_TEXT };
/** Neither side is "you": the rows are of those who looked as well as of those looked at. */
const SEEN_TEXT: Readonly<Record<LookKind, string>> = {
  card: '姓名和证件号码（已遮盖）、年龄、参保地和绑定情况',
  conditions: '绑定能不能用、为什么',
  named: '填写姓名和证件号码，查能不能绑定',
  levy: '居民医保应缴金额和待遇情况',
  premium: '代缴居民医保费的记录',
  cover: '居民医保费缴没缴（没有金额和账户）',
  receipt: '缴费凭证（姓名和证件号码已遮盖）',
  'receipt-verified': '查验缴费凭证：姓氏、年度和金额',
  calendar: '缴费期限、到期日和满 16 周岁的日子',
  deduction: '试算扣款：账户会付多少',
  'code-shown': '代为出示医保码',
  'code-result': '代为出示的医保码的扫码和结算结果',
  'settlement-share': '一笔结算的机构、时间和付的金额',
  'offline-key': '在手机上开通离线医保码',
  scanned: '扫医保码：姓名和证件号码（完整）',
  identity: '参保登记和个人账户可用余额',
  benefit: '能不能享受医保待遇',
  split: '试算一次费用由谁付、付多少',
  'sponsor-split': '试算或结算家人费用：账户会付多少（姓名已遮盖）',
};
const NONE = { none: '没有' };
const GRANT = { kind: GRANT_KIND_TEXT, reason: GRANT_REASON_TEXT };

/** The words for the codes that are kept, by table and column. A test holds it against every code that the database lets in. */
export const KEPT_WORDS: { readonly [T in keyof Tables]?: { readonly [C in keyof Tables[T]]?: Said } } = {
  persons: {
    certificate_kind: CERTIFICATE_KIND_TEXT,
    scheme: SCHEME_TEXT,
    insurance_state: { normal: '正常参保', paused: '暂停参保', ended: '终止参保', none: '没有参保' },
    groups: GROUP_TEXT,
  },
  privacy_consents: { step: { given: '同意', withdrawn: '撤回' } },
  bindings: {
    relation: RELATION_TEXT,
    state: BINDING_STATE_TEXT,
  },
  grants: {
    ...GRANT,
    state: GRANT_STATE_TEXT,
    agreed_by: { sponsor: '共济人', guardian: '监护人', relative: '亲属本人' },
    uses: FUND_USE_TEXT,
  },
  grant_changes: { ...GRANT, from_state: { ...NONE, ...GRANT_STATE_TEXT }, to_state: GRANT_STATE_TEXT },
  looks: {
    looker_kind: { person: '个人', institution: '医药机构', anybody: '拿着凭证的人' },
    what: SEEN_TEXT,
  },
  audit_lines: {
    actor_kind: { person: '个人', institution: '医药机构', job: '系统' },
    action: ACTION_TEXT,
    // Both sorts have an "accepted", each its own.
    reason: ({ action }) => (String(action).startsWith('premium-') ? PREMIUM_AUDIT_TEXT : GRANT_AUDIT_TEXT),
  },
  requests: { kind: REQUEST_TEXT },
  accounts: { pot: POT_TEXT },
  transfers: {
    kind: { posted: '入账', pending: '冻结', 'post-pending': '冻结后扣款', 'void-pending': '解除冻结' },
    reason: ENTRY_KIND_TEXT,
  },
  settlements: {
    use: FUND_USE_TEXT,
    account_use: { none: '不用个人账户', own: '只用本人账户', 'own-and-shared': '先用本人账户，再用家人账户' },
  },
  premium_payments: { state: PREMIUM_STATE_TEXT, reason: PREMIUM_REASON_TEXT, clearing_way: CLEARING_TEXT },
  premium_changes: { from_state: PREMIUM_STATE_TEXT, to_state: PREMIUM_STATE_TEXT, reason: PREMIUM_REASON_TEXT },
  premium_refunds: {
    reason: REFUND_REASON_TEXT,
    state: { asked: '等税务部门答复', refunded: '已退费', refused: '没有通过' },
    refusal: Object.fromEntries(REFUND_REFUSALS.map((refusal) => [refusal, PREMIUM_STEPS[refundRefusedReason(refusal)].text])),
  },
  complaints: { kind: COMPLAINT_KIND_TEXT, state: COMPLAINT_STATE_TEXT },
  reminders: {
    kind: {
      'window-opens': '缴费开始',
      'window-closes': '缴费截止',
      'grant-ends': '亲情账户到期',
      'of-age': '到本人同意的年龄',
      'voidable-until': '最后可作废',
      'asked-again': '再查结果',
      'accept-by': '邀请到期',
    },
  },
  subscriptions: { kind: textsOf(SUBSCRIBE_TEMPLATES, ({ titleText }) => titleText) },
};

/** Every word that a code has in some row. */
export const everyKeptWord = (): readonly string[] =>
  Object.values(KEPT_WORDS)
    .flatMap((columns) => Object.values(columns as Readonly<Record<string, Said>>))
    .flatMap((said) => (typeof said === 'function' ? [said({ action: 'premium-' }), said({})] : [said]))
    .flatMap((words) => Object.values(words));

/** The words that a code of this row has; a value without any is no code, and is its own word. */
export function wordsFor(table: keyof Tables, column: string, row: Row): Words | undefined {
  const said = (KEPT_WORDS[table] as Readonly<Record<string, Said>> | undefined)?.[column];
  return typeof said === 'function' ? said(row) : said;
}
