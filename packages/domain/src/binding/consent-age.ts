import type { RegionPolicy, ShareFundsConsent } from '../policy/rules';

/** NHSA's reply of 2023-10-02: from 16 the relative's own face check; where no rule is known the same age holds. */
const CONSENT_AGE = 16;

/** From this age on a person agrees for themself. */
export const consentAgeIn = (policy: RegionPolicy | undefined): number => policy?.rule('showCodeConsentFromAge')?.value ?? CONSENT_AGE;

/** Where no consent to fund sharing is documented the relative is asked. */
export const shareFundsConsentIn = (policy: RegionPolicy | undefined): ShareFundsConsent =>
  policy?.rule('shareFundsConsent')?.value ?? 'relative-accepts';
