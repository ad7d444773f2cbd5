import { addDays, type PlainDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import type { RegionPolicy } from '../policy/rules';
import { refuseCaps, refuseChangedDates, refuseMissingTerms, refuseUses, type TermsCode } from './check-terms';
import { grantOf, sideOf } from './decide-pause';
import { refuseEarlyEnd } from './decide-unbind';
import type { Binding, Grant, GrantKind, GrantTerms } from './grant';
import { isLive } from './states';

export interface TermsRequest {
  readonly binding: Binding;
  readonly actorId: string;
  /** null leaves the switch as it is. */
  readonly shareFunds: GrantTerms | null;
  readonly showCode: { readonly endsOn: PlainDate | null } | null;
  readonly ownerPolicy: RegionPolicy;
  readonly today: PlainDate;
}

export interface ChangedTerms {
  readonly kind: GrantKind;
  readonly terms: GrantTerms;
}

export type ChangeTermsCode =
  | TermsCode
  | 'BINDING_NOT_FOUND'
  | 'BINDING_STATE_CONFLICT'
  | 'BINDING_TERMS_NEED_CONSENT'
  | 'BINDING_END_TOO_EARLY'
  | 'BINDING_NOTHING_GRANTED';

/**
 * The sponsor changes what their account pays, how much and until when. Until when a code may be shown is the relative's: they set any date, the owner
 * only an earlier one.
 */
export function decideTerms(request: TermsRequest): Decision<readonly ChangedTerms[], ChangeTermsCode> {
  const side = sideOf(request);
  if (side === undefined) return refused('BINDING_NOT_FOUND');
  if (request.shareFunds === null && request.showCode === null) return refused('BINDING_NOTHING_GRANTED');
  const changed: ChangedTerms[] = [];
  if (request.shareFunds !== null) {
    const refusal = refuseFunds(request, request.shareFunds);
    if (refusal !== undefined) return refusal;
    changed.push({ kind: 'share-funds', terms: request.shareFunds });
  }
  if (request.showCode !== null) {
    const grant = grantOf({ ...request, kind: 'show-code' });
    const refusal = refuseShown(request, request.showCode.endsOn);
    if (refusal !== undefined || grant === undefined) return refusal ?? refused('BINDING_STATE_CONFLICT');
    changed.push({ kind: 'show-code', terms: { ...termsOf(grant), endsOn: request.showCode.endsOn } });
  }
  return decided(changed);
}

function refuseFunds(request: TermsRequest, terms: GrantTerms): Refused<ChangeTermsCode> | undefined {
  const { binding, actorId, ownerPolicy, today } = request;
  const grant = grantOf({ binding, kind: 'share-funds' });
  // Only the sponsor says what their own account pays.
  if (grant === undefined || !isLive(grant.state) || actorId !== binding.ownerId) return refused('BINDING_STATE_CONFLICT');
  const refusal =
    refuseUses(ownerPolicy, terms) ??
    refuseChangedDates(grant, terms, today) ??
    refuseEarlierEnd(grant, terms, ownerPolicy) ??
    refuseCaps(terms) ??
    refuseMissingTerms(ownerPolicy, terms);
  if (refusal !== undefined) return refusal;
  const temporary = ownerPolicy.rule('shareFundsConsent')?.value === 'accepts-or-premium-only' && grant.agreedBy === 'sponsor';
  const widened = terms.uses.some((use) => !grant.uses.includes(use));
  return temporary && widened ? refused('BINDING_TERMS_NEED_CONSENT') : undefined;
}

/** Where fund sharing has to stand for some months, an earlier end date is an unbinding by another name. */
const refuseEarlierEnd = (grant: Grant, { endsOn }: GrantTerms, ownerPolicy: RegionPolicy): ReturnType<typeof refuseEarlyEnd> =>
  endsOn !== null && (grant.endsOn === null || endsOn < grant.endsOn) ? refuseEarlyEnd(grant, ownerPolicy, addDays(endsOn, 1)) : undefined;

function refuseShown(request: TermsRequest, endsOn: PlainDate | null): Refused<ChangeTermsCode> | undefined {
  const grant = grantOf({ ...request, kind: 'show-code' });
  if (grant === undefined || !isLive(grant.state)) return refused('BINDING_STATE_CONFLICT');
  const dates = refuseChangedDates(grant, { startsOn: grant.startsOn, endsOn }, request.today);
  if (dates !== undefined) return dates;
  return request.actorId === request.binding.ownerId && isLater(endsOn, grant.endsOn) ? refused('BINDING_TERMS_NEED_CONSENT') : undefined;
}

/** null is no end at all. */
const isLater = (endsOn: PlainDate | null, before: PlainDate | null): boolean => before !== null && (endsOn === null || endsOn > before);

export const termsOf = ({ uses, capPerPaymentFen, capPerMonthFen, startsOn, endsOn, place }: Grant): GrantTerms => ({
  uses,
  capPerPaymentFen,
  capPerMonthFen,
  startsOn,
  endsOn,
  place,
});
