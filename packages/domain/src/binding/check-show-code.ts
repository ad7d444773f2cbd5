import { ageOn, shanghaiDate } from '../dates';
import { type Refused, refused } from '../decision';
import { refuseDates } from './check-terms';
import type { BindingRequest } from './binding-request';

export type ShowCodeCode = 'BINDING_DATES_INVALID' | 'BINDING_RELATIVE_NOT_INSURED' | 'BINDING_TOO_MANY_SHOWN' | 'BINDING_TOO_MANY_SHOWERS';

/** NHSA's reply of 2023-10-02: from 16 the relative's own face check; a region without the rule gets the same age. */
const CONSENT_AGE = 16;

/** Below the age of consent the guardian states it, wherever the relative's own agreement would be asked for. */
export function needsGuardian(request: BindingRequest): boolean {
  const { relative, relativePolicy, ownerPolicy, showCode, shareFunds, now } = request;
  const consentAge = relativePolicy.rule('showCodeConsentFromAge')?.value ?? CONSENT_AGE;
  if (ageOn(relative.birthDate, shanghaiDate(now)) >= consentAge) return false;
  const accepts = ownerPolicy.rule('shareFundsConsent')?.value !== 'sponsor-only';
  return showCode !== null || (shareFunds !== null && accepts);
}

/** Why the owner cannot show the relative's code; undefined: they can, or nobody asked. */
export function refuseShowCode(request: BindingRequest): Refused<ShowCodeCode> | undefined {
  const { showCode, existing, relative, owner, relativePolicy, ownerPolicy } = request;
  if (showCode === null) return undefined;
  const today = shanghaiDate(request.now);
  const dates = refuseDates({ startsOn: today, endsOn: showCode.endsOn }, today);
  if (dates !== undefined) return dates;
  if (relative.insuranceState === 'none' || relative.insuranceState === 'ended') return refused('BINDING_RELATIVE_NOT_INSURED');
  const shown = ownerPolicy.rule('maxShown');
  const showing = existing.ofOwner.filter((binding) => binding.grants.includes('show-code')).length;
  if (shown !== undefined && showing >= shown.value) return refused('BINDING_TOO_MANY_SHOWN', { limit: shown.value });
  const showers = relativePolicy.rule('maxShowers');
  const others = new Set(existing.showersOfRelative.filter((showerId) => showerId !== owner.id)).size;
  return showers !== undefined && others >= showers.value ? refused('BINDING_TOO_MANY_SHOWERS', { limit: showers.value }) : undefined;
}
