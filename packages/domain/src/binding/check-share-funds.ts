import { shanghaiDate } from '../dates';
import { type Refused, refused } from '../decision';
import { sameProvince } from '../person/person';
import { refuseCaps, refuseDates } from './check-terms';
import type { BindingRequest } from './binding-request';
import { FUND_USE_TEXT, type GrantTerms } from './grant';
import { isRelation, RELATION_TEXT } from './relation';

export type ShareFundsCode =
  | 'BINDING_SPONSOR_HAS_NO_ACCOUNT'
  | 'BINDING_SPONSOR_NOT_INSURED'
  | 'BINDING_RELATIVE_NOT_INSURED'
  | 'BINDING_OUTSIDE_PROVINCE'
  | 'BINDING_NO_USE_CHOSEN'
  | 'BINDING_USE_NOT_ALLOWED'
  | 'BINDING_DATES_INVALID'
  | 'BINDING_CAP_INVALID'
  | 'BINDING_LIMIT_REQUIRED'
  | 'BINDING_TOO_MANY_RELATIVES'
  | 'BINDING_RELATION_CAP_REACHED'
  | 'BINDING_TOO_MANY_SPONSORS'
  | 'BINDING_ROLE_EXCLUSIVE'
  | 'POLICY_NOT_FOUND';

/** Why the owner's account cannot be used for the relative; undefined: it can, or nobody asked. */
export function refuseShareFunds(request: BindingRequest): Refused<ShareFundsCode> | undefined {
  const { shareFunds } = request;
  if (shareFunds === null) return undefined;
  return (
    refusePeople(request) ??
    refuseUses(request, shareFunds) ??
    refuseDates(shareFunds, shanghaiDate(request.now)) ??
    refuseCaps(shareFunds) ??
    refuseSharedLimit(request) ??
    refuseCounts(request) ??
    refuseRoles(request)
  );
}

/** A relative whose insurance is paused is registered but has not paid: the very person whose premium the account may pay. */
function refusePeople({ owner, relative, ownerPolicy }: BindingRequest): Refused<ShareFundsCode> | undefined {
  if (owner.scheme !== 'employee') return refused('BINDING_SPONSOR_HAS_NO_ACCOUNT');
  if (owner.insuranceState !== 'normal') return refused('BINDING_SPONSOR_NOT_INSURED');
  if (relative.insuranceState === 'none' || relative.insuranceState === 'ended') return refused('BINDING_RELATIVE_NOT_INSURED');
  if (ownerPolicy.rule('shareScope') === undefined) return refused('POLICY_NOT_FOUND');
  return sameProvince(owner.regionCode, relative.regionCode)
    ? undefined
    : refused('BINDING_OUTSIDE_PROVINCE', { province: ownerPolicy.provinceName });
}

function refuseUses({ ownerPolicy }: BindingRequest, terms: GrantTerms): Refused<ShareFundsCode> | undefined {
  if (terms.uses.length === 0) return refused('BINDING_NO_USE_CHOSEN');
  const allowed = ownerPolicy.rule('uses');
  if (allowed === undefined) return refused('POLICY_NOT_FOUND');
  const use = terms.uses.find((wanted) => !allowed.value.includes(wanted));
  return use === undefined ? undefined : refused('BINDING_USE_NOT_ALLOWED', { region: allowed.regionName, use: FUND_USE_TEXT[use] });
}

function refuseSharedLimit({ ownerPolicy, sharedLimitFen, existing }: BindingRequest): Refused<ShareFundsCode> | undefined {
  const rule = ownerPolicy.rule('sharedLimit');
  if (sharedLimitFen !== null && sharedLimitFen <= 0) return refused('BINDING_CAP_INVALID');
  return rule?.value === 'required' && sharedLimitFen === null && existing.sharedLimitFen === null
    ? refused('BINDING_LIMIT_REQUIRED', { region: rule.regionName })
    : undefined;
}

function refuseCounts({ ownerPolicy, existing, claimedRelation }: BindingRequest): Refused<ShareFundsCode> | undefined {
  const users = existing.ofOwner.filter((binding) => binding.grants.includes('share-funds'));
  const most = ownerPolicy.rule('maxRelatives');
  if (most !== undefined && users.length >= most.value) return refused('BINDING_TOO_MANY_RELATIVES', { limit: most.value });
  if (!isRelation(claimedRelation)) return undefined;
  const limit = ownerPolicy.rule('relationCaps')?.value[claimedRelation];
  if (limit === undefined || users.filter((binding) => binding.relation === claimedRelation).length < limit) return undefined;
  return refused('BINDING_RELATION_CAP_REACHED', { relation: RELATION_TEXT[claimedRelation], limit });
}

function refuseRoles({ owner, ownerPolicy, existing }: BindingRequest): Refused<ShareFundsCode> | undefined {
  const sponsors = ownerPolicy.rule('maxSponsorsPerUser');
  const others = new Set(existing.sponsorsOfRelative.filter((sponsorId) => sponsorId !== owner.id)).size;
  if (sponsors !== undefined && others >= sponsors.value)
    return refused('BINDING_TOO_MANY_SPONSORS', { region: sponsors.regionName, limit: sponsors.value });
  const exclusive = ownerPolicy.rule('rolesExclusive');
  return exclusive?.value === true && (existing.ownerIsUser || existing.relativeIsSponsor)
    ? refused('BINDING_ROLE_EXCLUSIVE', { region: exclusive.regionName })
    : undefined;
}
