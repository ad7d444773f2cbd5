import { ageOn, shanghaiDate } from '../dates';
import type { ShareFundsConsent } from '../policy/rules';
import type { BindingWish } from './binding-request';
import { consentAgeIn, shareFundsConsentIn } from './consent-age';
import type { FundUse } from './grant';
import type { GrantReason } from './grant-reasons';
import type { ClaimedRelation } from './relation';

/** What of a wish says whose word it takes: a form knows it before the service has looked at anything. */
export interface WhoAgrees {
  /** null: not said yet. */
  readonly relation: ClaimedRelation | null;
  readonly showsCode: boolean;
  /** null: no money is shared. */
  readonly uses: readonly FundUse[] | null;
  /** The relative is below the age of consent in their own region. */
  readonly isMinor: boolean;
  /** In the sponsor's region. */
  readonly shareFundsConsent: ShareFundsConsent;
}

const whoAgrees = ({ relative, relativePolicy, ownerPolicy, claimedRelation, showCode, shareFunds, now }: BindingWish): WhoAgrees => ({
  relation: claimedRelation,
  showsCode: showCode !== null,
  uses: shareFunds?.uses ?? null,
  isMinor: ageOn(relative.birthDate, shanghaiDate(now)) < consentAgeIn(relativePolicy),
  shareFundsConsent: shareFundsConsentIn(ownerPolicy),
});

type FundsReason = Extract<GrantReason, 'proposed' | 'sponsor-pledged' | 'guardian-stated' | 'temporary-member'>;

/** How fund sharing begins under the region's rule on consent. */
export const shareFundsReason = (wish: BindingWish): FundsReason => fundsReasonOf(whoAgrees(wish));

function fundsReasonOf({ relation, uses, isMinor, shareFundsConsent: consent }: WhoAgrees): FundsReason {
  const premiumOnly = uses?.every((use) => use === 'premium') ?? false;
  if (consent === 'sponsor-only') return 'sponsor-pledged';
  if (consent === 'spouse-accepts') return relation === 'spouse' ? 'proposed' : 'sponsor-pledged';
  // Gansu asks nobody for a user below 16.
  if (consent === 'face-check') return isMinor ? 'sponsor-pledged' : 'proposed';
  if (consent === 'accepts-or-premium-only' && premiumOnly) return 'temporary-member';
  return isMinor ? 'guardian-stated' : 'proposed';
}

/** Below the age of consent the guardian states what the relative would have to agree to. */
export const showCodeReason = (wish: BindingWish): Extract<GrantReason, 'proposed' | 'guardian-stated'> =>
  whoAgrees(wish).isMinor ? 'guardian-stated' : 'proposed';

/** A switch is opened that a guardian has to speak for. */
export const guardianSpeaks = (wished: WhoAgrees): boolean =>
  (wished.showsCode && wished.isMinor) || (wished.uses !== null && fundsReasonOf(wished) === 'guardian-stated');

export const needsGuardian = (wish: BindingWish): boolean => guardianSpeaks(whoAgrees(wish));
