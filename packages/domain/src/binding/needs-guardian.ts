import { ageOn, shanghaiDate } from '../dates';
import type { ShareFundsConsent } from '../policy/rules';
import type { BindingWish } from './binding-request';
import { consentAgeIn } from './consent-age';
import type { GrantReason } from './grant-reasons';

const isMinor = ({ relative, relativePolicy, now }: BindingWish): boolean =>
  ageOn(relative.birthDate, shanghaiDate(now)) < consentAgeIn(relativePolicy);

/** Where no consent is documented the relative is asked. */
const consentIn = ({ ownerPolicy }: BindingWish): ShareFundsConsent => ownerPolicy.rule('shareFundsConsent')?.value ?? 'relative-accepts';

/** How fund sharing begins under the region's rule on consent. */
export function shareFundsReason(
  wish: BindingWish,
): Extract<GrantReason, 'proposed' | 'sponsor-pledged' | 'guardian-stated' | 'temporary-member'> {
  const consent = consentIn(wish);
  const premiumOnly = wish.shareFunds?.uses.every((use) => use === 'premium') ?? false;
  if (consent === 'sponsor-only') return 'sponsor-pledged';
  if (consent === 'spouse-accepts') return wish.claimedRelation === 'spouse' ? 'proposed' : 'sponsor-pledged';
  // Gansu asks nobody for a user below 16.
  if (consent === 'face-check') return isMinor(wish) ? 'sponsor-pledged' : 'proposed';
  if (consent === 'accepts-or-premium-only' && premiumOnly) return 'temporary-member';
  return isMinor(wish) ? 'guardian-stated' : 'proposed';
}

/** Below the age of consent the guardian states what the relative would have to agree to. */
export const showCodeReason = (wish: BindingWish): Extract<GrantReason, 'proposed' | 'guardian-stated'> =>
  isMinor(wish) ? 'guardian-stated' : 'proposed';

export const needsGuardian = (wish: BindingWish): boolean =>
  (wish.showCode !== null && showCodeReason(wish) === 'guardian-stated') ||
  (wish.shareFunds !== null && shareFundsReason(wish) === 'guardian-stated');
