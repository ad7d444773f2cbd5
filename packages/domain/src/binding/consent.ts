/** What a person reads and signs before binding. A new wording gets a new version; an old version can no longer be signed (BINDING_CONSENT_OUTDATED). */
export interface Consent {
  readonly version: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const CONSENT: Consent = {
  version: '2026-11',
  title: '亲情账户绑定告知书',
  paragraphs: [
    '本系统为演示版本，不是官方服务，里面的人员和账户都是虚构的。',
    '亲情账户绑定有两个互相独立的开关。“出示TA的医保码”：您可以替这位亲属出示医保码，不动用任何人的钱。“用我的个人账户帮TA付”（家庭共济）：这位亲属的费用可以从您的职工医保个人账户扣款。',
    '请只绑定《民法典》第1045条规定的近亲属：配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。您承诺所填关系真实。',
    '替亲属出示医保码，只能用于亲属本人就医购药，且本人在场或确有委托；出借、冒用医保码要承担法律责任。',
    '开通家庭共济后，亲属本人账户先付，不够的部分按地区规定的顺序从共济人的账户扣款，不超过您设置的单次限额和每月限额，并遵守您参保地的规则。每次扣款都会通知您。',
    '替亲属代缴居民医保费时，金额先冻结，由税务部门确认后才算缴费。清缴前可以在显示的期限内作废。',
    '双方都可以查看绑定的变更记录。解绑按您参保地的规则办理；有未办完的代缴时，要先作废或等办完。解绑之后不会再有任何扣款。',
    '我们保存双方的姓名、证件号码（加密）、关系、签名和办理记录，用于核对身份、扣款和争议处理。',
  ],
};
