import type { RegionPolicy } from '../policy/rules';

/** NHSA's reply of 2023-10-02: from 16 the relative's own face check; where no rule is known the same age holds. */
const CONSENT_AGE = 16;

/** From this age on a person agrees for themself. */
export const consentAgeIn = (policy: RegionPolicy | undefined): number => policy?.rule('showCodeConsentFromAge')?.value ?? CONSENT_AGE;
