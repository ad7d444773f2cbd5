import type { BindingState, FundUse, Grant } from '../binding/grant';
import type { PlainDate } from '../dates';
import { atLeastZero, type Fen, minFen, subtractFen } from '../money';
import { type PersonFacts, sameProvince } from '../person/person';
import type { SkipReason } from './skip-reason';

export interface GrantUse {
  readonly binding: { readonly state: BindingState; readonly grants: readonly Grant[] };
  readonly sponsor: PersonFacts;
  readonly user: PersonFacts;
  readonly use: FundUse;
  readonly on: PlainDate;
  /** Taken under this grant in the calendar month of `on`, holds included. */
  readonly spentThisMonthFen: Fen;
  /** One limit for all relatives of the sponsor; null: none. And what all of them together have taken of it. */
  readonly sharedLimitFen: Fen | null;
  readonly sharedSpentFen: Fen;
}

export type GrantUsability =
  | { readonly usable: true; readonly capFen: Fen | null; readonly sharedLeftFen: Fen | null }
  | { readonly usable: false; readonly reason: SkipReason };

/** May this sponsor's account pay for this use today, and at most how much in one payment? Otherwise the first cause that holds. */
export function usableGrant(request: GrantUse): GrantUsability {
  const grant = request.binding.grants.find((each) => each.kind === 'share-funds');
  const reason = grant === undefined ? 'not-active' : (stateReason(request, grant) ?? peopleReason(request));
  if (grant === undefined || reason !== undefined) return { usable: false, reason: reason ?? 'not-active' };
  const monthLeft = grant.capPerMonthFen === null ? null : atLeastZero(subtractFen(grant.capPerMonthFen, request.spentThisMonthFen));
  const sharedLeft = request.sharedLimitFen === null ? null : atLeastZero(subtractFen(request.sharedLimitFen, request.sharedSpentFen));
  if (monthLeft !== null && monthLeft <= 0) return { usable: false, reason: 'month-cap-used' };
  if (sharedLeft !== null && sharedLeft <= 0) return { usable: false, reason: 'shared-limit-used' };
  return { usable: true, capFen: smallest(grant.capPerPaymentFen, monthLeft), sharedLeftFen: sharedLeft };
}

/** The one number that `deduct` asks for. */
export const capOf = (usable: Extract<GrantUsability, { usable: true }>): Fen | null => smallest(usable.capFen, usable.sharedLeftFen);

function smallest(...caps: readonly (Fen | null)[]): Fen | null {
  const set = caps.filter((cap): cap is Fen => cap !== null);
  return set.length === 0 ? null : minFen(...set);
}

function stateReason({ binding, use, on }: GrantUse, grant: Grant): SkipReason | undefined {
  if (binding.state === 'ended' || grant.state === 'ended') return 'ended';
  if (binding.state === 'paused' || grant.state === 'paused') return 'paused';
  if (binding.state !== 'active' || grant.state !== 'active') return 'not-active';
  if (on < grant.startsOn) return 'not-started';
  if (grant.endsOn !== null && on > grant.endsOn) return 'past-end';
  return grant.uses.includes(use) ? undefined : 'use-not-ticked';
}

function peopleReason({ sponsor, user }: GrantUse): SkipReason | undefined {
  if (sponsor.scheme !== 'employee') return 'no-account';
  if (sponsor.insuranceState !== 'normal') return 'sponsor-not-insured';
  return sameProvince(sponsor.regionCode, user.regionCode) ? undefined : 'outside-province';
}
