import {
  CERTIFICATE_KINDS,
  CERTIFICATE_KIND_TEXT,
  CLAIMED_RELATION_TEXT,
  type ErrorCode,
  REFUSED_RELATIONS,
  RELATIONS,
  type RuleKind,
} from '@gongji/domain';
import type { Step } from './subject';

export const STEP_TITLE: Readonly<Record<Step, string>> = {
  before: '办理前了解',
  consent: '告知书',
  person: '家人信息',
  grants: '授权内容',
  check: '核对',
  sign: '签名',
};

export const CERTIFICATE_OPTIONS = CERTIFICATE_KINDS.map((value) => ({ value, label: CERTIFICATE_KIND_TEXT[value] }));
export const RELATION_OPTIONS = [...RELATIONS, ...REFUSED_RELATIONS].map((value) => ({ value, label: CLAIMED_RELATION_TEXT[value] }));

/** What a person wants to know before starting, and the rules that answer it. */
export const BEFORE_GROUPS: readonly { readonly title: string; readonly kinds: readonly RuleKind[] }[] = [
  {
    title: '谁可以绑定，最多几位',
    kinds: [
      'relations',
      'shareScope',
      'maxRelatives',
      'maxRelativesEver',
      'relationCaps',
      'maxSponsorsPerUser',
      'rolesExclusive',
      'maxBindingsPerMonth',
      'maxShown',
      'maxShowers',
    ],
  },
  { title: '要谁同意，怎么同意', kinds: ['shareFundsConsent', 'showCodeConsentFromAge'] },
  { title: '请准备', kinds: ['papers'] },
  { title: '可以付什么，从哪里扣', kinds: ['uses', 'shareable', 'requiredLimits', 'deductionOrder'] },
  { title: '到什么时候，谁可以结束', kinds: ['grantEndDate', 'minMonthsBeforeEnd', 'whoMayEnd', 'selfEnding'] },
];

export const BEFORE = {
  needed: ['家人的姓名和证件号码（身份证、居住证或出生医学证明）', '家人的参保地'],
  time: '填写约 3 分钟。需要家人同意的，家人在 72 小时内用自己的手机确认，过期自动失效。',
  grants: [
    ['出示TA的医保码', '国家医保的“亲情账户”：代家人出示医保码，不动您的钱。'],
    ['用我的个人账户帮TA付', '职工医保的“家庭共济”：家人的费用从您的个人账户扣，您可以设限额。'],
  ],
} as const;

export const GUARDIAN_STATEMENT = '我是这位未成年人的监护人，所填内容真实，并愿意承担相应责任';

interface Mend {
  readonly step: Step;
  readonly field: string;
  readonly button: string;
}

const RELATION: Mend = { step: 'person', field: 'relation', button: '改关系' };
const CERTIFICATE: Mend = { step: 'person', field: 'certificate', button: '改姓名和证件' };
const GRANTS: Mend = { step: 'grants', field: 'grants', button: '改打开哪个开关' };
const UNTIL: Mend = { step: 'grants', field: 'until-kind', button: '改截止日期' };
const CAPS: Mend = { step: 'grants', field: 'cap-payment', button: '改限额' };
const SHARED_LIMIT: Mend = { step: 'grants', field: 'shared-limit', button: '改共用限额' };

/** Which field mends which refusal; the others are not mended in this form. */
export const MENDS: Readonly<Partial<Record<ErrorCode, Mend>>> = {
  BINDING_SELF: CERTIFICATE,
  CERTIFICATE_INVALID: CERTIFICATE,
  NAME_INVALID: CERTIFICATE,
  IDENTITY_NOT_CONFIRMED: CERTIFICATE,
  BINDING_RELATION_NOT_ALLOWED: RELATION,
  BINDING_RELATION_IMPOSSIBLE: RELATION,
  BINDING_RELATION_CAP_REACHED: RELATION,
  BINDING_NOTHING_GRANTED: GRANTS,
  BINDING_SPONSOR_HAS_NO_ACCOUNT: GRANTS,
  BINDING_OUTSIDE_PROVINCE: GRANTS,
  BINDING_TOO_MANY_RELATIVES: GRANTS,
  BINDING_TOO_MANY_EVER: GRANTS,
  BINDING_TOO_MANY_SPONSORS: GRANTS,
  BINDING_ROLE_EXCLUSIVE: GRANTS,
  BINDING_TOO_MANY_SHOWN: GRANTS,
  BINDING_TOO_MANY_SHOWERS: GRANTS,
  BINDING_NO_USE_CHOSEN: { step: 'grants', field: 'uses', button: '改用途' },
  BINDING_USE_NOT_ALLOWED: { step: 'grants', field: 'uses', button: '改用途' },
  BINDING_DATES_INVALID: UNTIL,
  BINDING_END_DATE_REQUIRED: UNTIL,
  BINDING_PLACE_REQUIRED: { step: 'grants', field: 'place', button: '填写顺位' },
  BINDING_CAP_INVALID: CAPS,
  BINDING_CAP_REQUIRED: CAPS,
  BINDING_LIMIT_REQUIRED: SHARED_LIMIT,
  LIMIT_BELOW_SPENT: SHARED_LIMIT,
  LIMIT_OVER_BALANCE: SHARED_LIMIT,
  LIMIT_NOT_LOWER: SHARED_LIMIT,
  BINDING_GUARDIAN_STATEMENT_REQUIRED: { step: 'grants', field: 'guardian', button: '作监护人承诺' },
  BINDING_CONSENT_OUTDATED: { step: 'consent', field: 'step-title', button: '阅读新版告知书' },
};

/** The fields that would mend these refusals, each once. */
export function mendsOf(codes: readonly string[], steps: readonly Step[]): readonly Mend[] {
  const found = codes.map((code) => (MENDS as Readonly<Record<string, Mend | undefined>>)[code]);
  return [...new Set(found)].filter((mend): mend is Mend => mend !== undefined && steps.includes(mend.step));
}
