import { FUND_USES, type FundUse } from '../binding/grant';
import { type Relation, RELATIONS } from '../binding/relation';
import { consentAgeIn, shareFundsConsentIn } from '../binding/consent-age';
import type { LimitKind, RegionPolicy, ShareFundsConsent } from './rules';

/** What a form that binds a relative offers and asks for. The commands decide by the same rules. */
export interface WhatToAsk {
  readonly relations: readonly Relation[];
  readonly uses: readonly FundUse[];
  readonly requiredLimits: readonly LimitKind[];
  readonly endDateRequired: boolean;
  readonly placeRequired: boolean;
  readonly shareFundsConsent: ShareFundsConsent;
  /** Below this age a guardian speaks for the relative. */
  readonly consentFromAge: number;
}

/** Read off the sponsor's region's rules; in the order in which the screens list them. */
export function whatToAsk(policy: RegionPolicy): WhatToAsk {
  const relations = policy.rule('relations')?.value ?? [];
  const uses = policy.rule('uses')?.value ?? [];
  return {
    relations: RELATIONS.filter((relation) => relations.includes(relation)),
    uses: FUND_USES.filter((use) => uses.includes(use)),
    requiredLimits: policy.rule('requiredLimits')?.value ?? [],
    endDateRequired: policy.rule('grantEndDate')?.value === 'required',
    placeRequired: policy.rule('deductionOrder')?.value === 'set-at-binding',
    shareFundsConsent: shareFundsConsentIn(policy),
    consentFromAge: consentAgeIn(policy),
  };
}
