/** One field of the request that the edge could not read. `path` is dotted: `relative.name`. */
export interface FieldFault {
  readonly path: string;
  readonly text: string;
}

/** What people call a part of a request. Their English is in packages/texts/src/served/fields.ts, and `test/http/bad-input.test.ts` finds one without. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  about: '关于哪一笔',
  agreesTo: '同意打开的开关',
  amountFen: '金额',
  bindingId: '绑定的编号',
  bindingIds: '扣款顺序',
  capPerMonthFen: '每月限额',
  capPerPaymentFen: '每笔限额',
  certificateKind: '证件种类',
  certificateNumber: '证件号码',
  code: '登录凭证',
  codeId: '医保码的编号',
  complaintId: '投诉的编号',
  consentVersion: '告知书的版本',
  cursor: '从哪里接着看',
  device: '手机',
  'device.name': '手机的名称',
  deviceId: '手机的编号',
  deviceName: '手机的名称',
  endsOn: '最后一天',
  errorCode: '错误编号',
  faceCheckId: '刷脸的编号',
  forPerson: '为谁',
  guardianStatement: '监护人承诺',
  hash: '校验码',
  have: '已有的文字',
  id: '编号',
  'Idempotency-Key': '防重复编号',
  isOn: '开或关',
  kind: '种类',
  kinds: '种类',
  limit: '一次看几条',
  limitFen: '限额',
  month: '月份',
  months: '几个月',
  name: '姓名',
  number: '编号',
  on: '日期',
  paymentId: '代缴的编号',
  personId: '家人',
  personIds: '家人',
  phone: '联系电话',
  place: '顺位',
  pot: '当年或历年',
  purpose: '办什么',
  quoteId: '报价的编号',
  quoteIds: '报价的编号',
  reason: '原因',
  reference: '办理编号',
  region: '地区',
  regionCode: '地区',
  relation: '亲属关系',
  relative: '亲属',
  sessionId: '登录的编号',
  settlementId: '结算的编号',
  shareFunds: '用我的个人账户帮TA付',
  sharedLimitFen: '全体亲属共用限额',
  showCode: '出示TA的医保码',
  signature: '签名',
  startsOn: '第一天',
  text: '要说的话',
  token: '邀请链接',
  upTo: '看到哪一条',
  use: '用途',
  uses: '用途',
  which: '哪些登录',
  words: '要输入的字',
  year: '年度',
};

/** The request as a whole: what is wrong with it needs no name in front. */
const WHOLE: readonly string[] = ['body', 'query', 'path', 'request', 'Content-Type'];

/** One fault as a sentence: by the field's name in words; by its path where nobody has words for it, as in what institutions' programs send. */
export function faultSentence({ path, text }: FieldFault): string {
  if (WHOLE.includes(path)) return text;
  const words = fieldWords(path);
  return words === undefined ? `${path} ${text}` : `“${words}”这一项：${text}`;
}

/** By its own name, or by that of what it lies in where it has none: `relative.name`, `personIds.0`. */
export function fieldWords(path: string): string | undefined {
  const named = path.split('.').filter((part) => !/^\d+$/.test(part));
  const [own, two] = [named.slice(-1).join('.'), named.slice(-2).join('.')];
  return FIELD_WORDS[two] ?? FIELD_WORDS[own];
}
