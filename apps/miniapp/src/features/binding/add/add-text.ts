import {
  CERTIFICATE_KINDS,
  CERTIFICATE_KIND_TEXT,
  CLAIMED_RELATION_TEXT,
  type ErrorCode,
  REFUSED_RELATIONS,
  RELATIONS,
  type RuleKind,
} from '@gongji/domain';
import { ADD_RELATIVE } from '@gongji/texts';
import type { Step } from './kept-draft';

export const CERTIFICATE_OPTIONS = CERTIFICATE_KINDS.map((value) => ({ value, label: CERTIFICATE_KIND_TEXT[value] }));
export const RELATION_OPTIONS = [...RELATIONS, ...REFUSED_RELATIONS].map((value) => ({ value, label: CLAIMED_RELATION_TEXT[value] }));

const { mend: MEND, question: QUESTION } = ADD_RELATIVE;

/** What a person wants to know before starting, and the rules that answer it. */
export const BEFORE_GROUPS: readonly { readonly title: string; readonly kinds: readonly RuleKind[] }[] = [
  {
    title: QUESTION.who,
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
  { title: QUESTION.consent, kinds: ['shareFundsConsent', 'showCodeConsentFromAge'] },
  { title: QUESTION.papers, kinds: ['papers'] },
  { title: QUESTION.money, kinds: ['uses', 'shareable', 'requiredLimits', 'deductionOrder'] },
  { title: QUESTION.end, kinds: ['grantEndDate', 'minMonthsBeforeEnd', 'whoMayEnd', 'selfEnding'] },
];

interface Mend {
  readonly step: Step;
  readonly field: string;
  readonly button: string;
}

const RELATION: Mend = { step: 'person', field: 'relation', button: MEND.relation };
const CERTIFICATE: Mend = { step: 'person', field: 'certificate', button: MEND.certificate };
const GRANTS: Mend = { step: 'grants', field: 'grants', button: MEND.grants };
const UNTIL: Mend = { step: 'grants', field: 'until-kind', button: MEND.until };
const CAPS: Mend = { step: 'grants', field: 'cap-payment', button: MEND.caps };
const SHARED_LIMIT: Mend = { step: 'grants', field: 'shared-limit', button: MEND.sharedLimit };

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
  BINDING_NO_USE_CHOSEN: { step: 'grants', field: 'uses', button: MEND.uses },
  BINDING_USE_NOT_ALLOWED: { step: 'grants', field: 'uses', button: MEND.uses },
  BINDING_DATES_INVALID: UNTIL,
  BINDING_END_DATE_REQUIRED: UNTIL,
  BINDING_PLACE_REQUIRED: { step: 'grants', field: 'place', button: MEND.place },
  BINDING_CAP_INVALID: CAPS,
  BINDING_CAP_REQUIRED: CAPS,
  BINDING_LIMIT_REQUIRED: SHARED_LIMIT,
  LIMIT_BELOW_SPENT: SHARED_LIMIT,
  LIMIT_OVER_BALANCE: SHARED_LIMIT,
  LIMIT_NOT_LOWER: SHARED_LIMIT,
  BINDING_GUARDIAN_STATEMENT_REQUIRED: { step: 'grants', field: 'guardian', button: MEND.guardian },
  BINDING_CONSENT_OUTDATED: { step: 'consent', field: 'step-title', button: MEND.consent },
};

/** The fields that would mend these refusals, each once. */
export function mendsOf(codes: readonly string[], steps: readonly Step[]): readonly Mend[] {
  const found = codes.map((code) => (MENDS as Readonly<Record<string, Mend | undefined>>)[code]);
  return [...new Set(found)].filter((mend): mend is Mend => mend !== undefined && steps.includes(mend.step));
}
