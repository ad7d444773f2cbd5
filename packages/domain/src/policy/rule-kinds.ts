import type { RuleKind } from './rules';

export interface RuleKindText {
  /** The same short name as in the schema of the packs. */
  readonly title: string;
  /** What is done where nobody published this kind: nobody is refused by a limit that no source knows, and nobody's money moves on a guess. */
  readonly whenUnknown: string;
}

export const RULE_KIND_TEXT: Readonly<Record<RuleKind, RuleKindText>> = {
  relations: { title: '可以绑定的亲属', whenUnknown: '不办理绑定。' },
  maxRelatives: { title: '同时共济的人数', whenUnknown: '不限制人数。' },
  maxRelativesEver: { title: '累计共济的人数', whenUnknown: '不限制累计人数。' },
  relationCaps: { title: '同一关系的人数', whenUnknown: '不按关系限制人数。' },
  maxSponsorsPerUser: { title: '每人的共济人数', whenUnknown: '不限制共济人数。' },
  rolesExclusive: { title: '身份能否兼任', whenUnknown: '一个人可以既是共济人又是使用人。' },
  maxShown: { title: '可出示的亲属人数', whenUnknown: '不限制人数。' },
  maxShowers: { title: '代为出示的人数', whenUnknown: '不限制人数。' },
  maxBindingsPerMonth: { title: '每月绑定次数', whenUnknown: '不限制次数。' },
  showCodeConsentFromAge: { title: '本人同意的年龄', whenUnknown: '年满 16 周岁的要本人同意，未满的由监护人承诺。' },
  shareFundsConsent: { title: '家庭共济由谁确认', whenUnknown: '由使用人本人确认；未满同意年龄的由监护人承诺。' },
  papers: { title: '办理材料', whenUnknown: '除了双方的证件号码和签名，不另外要求材料。' },
  grantEndDate: { title: '结束日期', whenUnknown: '结束日期可以不填。' },
  minMonthsBeforeEnd: { title: '最短绑定时间', whenUnknown: '不限制，随时可以解绑。' },
  whoMayEnd: { title: '谁可以解绑', whenUnknown: '双方都可以解绑。' },
  selfEnding: { title: '自动结束的情形', whenUnknown: '只在到期或有人去世时自动结束；参保不正常期间不能使用。' },
  shareScope: { title: '办理范围', whenUnknown: '不办理家庭共济。' },
  shareable: { title: '哪些余额可以共济', whenUnknown: '余额都不能共济。' },
  requiredLimits: { title: '必须设置的限额', whenUnknown: '限额可以设，也可以不设。' },
  uses: { title: '共济用途', whenUnknown: '不办理家庭共济。' },
  deductionOrder: { title: '扣款顺序', whenUnknown: '先扣本人账户，再按绑定的先后扣各共济人。' },
  maxSponsorsPerSettlement: { title: '一次结算的共济人数', whenUnknown: '不限制，按顺序扣到够为止。' },
  counterLimits: { title: '收费窗口的限制', whenUnknown: '不另外限制用家人账户结算的次数、金额和机构。' },
  potOrder: { title: '当年与历年的先后', whenUnknown: '先扣历年账户，再扣当年账户。' },
  codeTtlSeconds: { title: '医保码有效时间', whenUnknown: '每 30 秒刷新一次。' },
  offlineCode: { title: '离线医保码', whenUnknown: '不开放，出示医保码要有网络。' },
  premiumWindow: { title: '集中缴费期', whenUnknown: '不按日期限制；能不能缴以税务部门的应缴记录为准。' },
  premiumAmounts: { title: '居民医保费标准', whenUnknown: '不预告金额；应缴多少以税务部门为准。' },
  premiumClearing: { title: '代缴怎么清缴', whenUnknown: '不办理个账代缴。' },
  premiumExcludedGroups: { title: '不能代缴的人群', whenUnknown: '不排除任何人群。' },
  premiumOnlyInWindow: { title: '缴费期外能否代缴', whenUnknown: '不按缴费期限制；能不能缴以税务部门的应缴记录为准。' },
  premiumBalanceOverFen: { title: '代缴的最低余额', whenUnknown: '余额够付就可以代缴。' },
  premiumRefund: { title: '代缴后的退费', whenUnknown: '不在这里办理退费，请到税务部门申请。' },
  waitingPeriod: { title: '待遇等待期', whenUnknown: '不知道待遇从哪天开始，不办理个账代缴。' },
};
