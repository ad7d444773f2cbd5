import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  CLAIMED_RELATION_TEXT,
  FUND_USE_TEXT,
  FUND_USES,
  REFUSED_RELATIONS,
  RELATIONS,
} from '@gongji/domain';

export const STEP_NAMES = ['办理前了解', '告知书', '家人信息', '授权内容', '核对', '签名'] as const;

export const CERTIFICATE_TEXT: Readonly<Record<CertificateKind, string>> = {
  'resident-id': '居民身份证',
  'hmt-residence-permit': '港澳台居民居住证',
  'birth-certificate': '出生医学证明',
};

export const CERTIFICATE_OPTIONS = CERTIFICATE_KINDS.map((value) => ({ value, label: CERTIFICATE_TEXT[value] }));
export const RELATION_OPTIONS = [...RELATIONS, ...REFUSED_RELATIONS].map((value) => ({ value, label: CLAIMED_RELATION_TEXT[value] }));
export const USE_OPTIONS = FUND_USES.map((value) => ({ value, label: FUND_USE_TEXT[value] }));
export const UNTIL_OPTIONS = [
  { value: 'open', label: '长期', note: '可随时解绑' },
  { value: 'one-year', label: '一年' },
  { value: 'date', label: '到指定日期' },
] as const;

export const BEFORE = {
  who: '可以绑定配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女（近亲属）。公婆、岳父母等不在范围内。',
  papers: ['家人的姓名和证件号码（身份证、居住证或出生医学证明）', '家人的参保地'],
  time: '约 3 分钟。16 周岁以上的家人还要在 72 小时内用自己的手机确认。',
  grants: [
    ['出示TA的医保码', '国家医保的“亲情账户”：代家人出示医保码，不动您的钱。'],
    ['用我的个人账户帮TA付', '职工医保的“家庭共济”：家人的费用从您的个人账户扣，您可以设限额。'],
  ],
} as const;

export const GUARDIAN_STATEMENT = '我是这位未成年人的监护人，所填内容真实，并愿意承担相应责任';
