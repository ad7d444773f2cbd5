/** Who looks: another person, an institution, or whoever holds the paper that asks to be checked. */
export type LookerKind = 'person' | 'institution' | 'anybody';

export interface LookText {
  /** What was seen, as the person it is about reads it. */
  readonly what: string;
  /** Why it was allowed. */
  readonly why: string;
}

const BOUND = '您和TA之间有亲情账户绑定，页面上要认得出是谁。';
const AT_THE_COUNTER = '您的医保码刚在这家机构扫过，结算要用。';

/** Every way in which somebody is answered another person's data. What is masked says so; what is seen in full says so too. */
export const LOOKS = {
  card: { what: '看了您的姓名和证件号码（已遮盖）、年龄、参保地和绑定情况', why: BOUND },
  conditions: { what: '看了您的绑定能不能用、为什么', why: '绑定的双方都可以看能不能用的条件，看不到您的余额。' },
  named: {
    what: '填了您的姓名和证件号码，查能不能和您绑定',
    why: '绑定前要先核对条件。出示医保码要您同意；家庭共济按TA参保地的规定，有的由TA承诺就能开通。',
  },
  levy: { what: '查了您的居民医保应缴金额和待遇情况', why: 'TA和您有绑定，在准备帮您缴费。' },
  premium: { what: '看了帮您缴居民医保费的记录', why: '这些费用是用TA的个人账户付的。' },
  cover: { what: '看了您帮TA缴居民医保费的结果（没有金额和账户）', why: '这一年的居民医保费是您帮TA缴的。' },
  receipt: { what: '看了您的缴费凭证（姓名和证件号码已遮盖）', why: '这笔费用是用TA的个人账户付的，凭证归付款的人。' },
  'receipt-verified': { what: '查验了您的缴费凭证，看到姓氏、年度和金额', why: '凭证上有二维码，拿着凭证的人都可以查真伪。' },
  calendar: { what: '看了您的缴费期限、到期日和满 16 周岁的日子', why: BOUND },
  deduction: { what: '试算扣款时，看了您的账户会付多少', why: '您同意过用您的个人账户帮TA付。看不到您的余额。' },
  'code-shown': { what: '代您出示了医保码', why: '您或您的监护人同意过TA代您出示。结算以后，TA的手机上会显示这次的总费用。' },
  'code-result': { what: '看了代您出示的医保码的扫码和结算结果（在哪里、总费用多少）', why: '医保码是TA代您出示的。' },
  'settlement-share': {
    what: '看了帮您付的一笔结算：机构、时间和TA付的金额',
    why: '这次费用有一部分是用TA的个人账户付的。这里看不到总费用。',
  },
  'offline-key': { what: '在手机上开通了您的离线医保码', why: '您或您的监护人同意过TA代您出示。' },
  scanned: { what: '扫了您的医保码，取得姓名和证件号码（完整）', why: '您出示了医保码，看病买药要核对是不是本人。' },
  identity: { what: '查了您的参保登记和个人账户可用余额', why: AT_THE_COUNTER },
  benefit: { what: '查了您能不能享受医保待遇', why: AT_THE_COUNTER },
  split: { what: '试算了您这次费用由谁付、付多少', why: AT_THE_COUNTER },
  'sponsor-split': {
    what: '试算或结算家人费用时，看了您的账户会付多少（姓名已遮盖）',
    why: '您同意过用您的个人账户帮这位家人付。看不到您的余额。',
  },
} as const satisfies Readonly<Record<string, LookText>>;

export type LookKind = keyof typeof LOOKS;
export const LOOK_KINDS = Object.keys(LOOKS) as readonly LookKind[];
