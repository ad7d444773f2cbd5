import { shanghaiDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import type { Fen } from '../money';
import { type ShareFundsCode, refuseShareFunds } from './check-share-funds';
import { type ShowCodeCode, needsGuardian, refuseShowCode } from './check-show-code';
import type { BindingRequest } from './binding-request';
import type { BindingState, Grant } from './grant';
import { isRelation, type Relation } from './relation';
import { CLAIMED_RELATION_TEXT, isImpossible } from './relation-facts';

/** An invitation stands this long. */
export const ACCEPT_WITHIN_HOURS = 72;

export interface BindingPlan {
  readonly relation: Relation;
  readonly state: Extract<BindingState, 'active' | 'proposed'>;
  readonly grants: readonly Grant[];
  /** The owner's limit for all relatives together, after this binding. */
  readonly sharedLimitFen: Fen | null;
  /** Who has to accept, and until when; null: nobody. */
  readonly awaits: 'relative' | null;
  readonly acceptBy: Date | null;
  /** The guardian's statement stands in for the relative's own agreement. */
  readonly byGuardian: boolean;
}

export type BindingCode =
  | 'BINDING_SELF'
  | 'BINDING_RELATION_NOT_ALLOWED'
  | 'BINDING_DUPLICATE'
  | 'BINDING_RELATION_IMPOSSIBLE'
  | 'BINDING_NOTHING_GRANTED'
  | 'BINDING_CONSENT_OUTDATED'
  | 'BINDING_GUARDIAN_STATEMENT_REQUIRED'
  | 'BINDING_TOO_MANY_THIS_MONTH'
  | 'POLICY_NOT_FOUND'
  | ShareFundsCode
  | ShowCodeCode;

/** May this owner bind this relative with these grants, and what stands afterwards? The owner's region rules the money, the relative's region rules the relative's code. */
export function decideBinding(request: BindingRequest): Decision<BindingPlan, BindingCode> {
  const refusal = refuseRequest(request) ?? refuseShareFunds(request) ?? refuseShowCode(request);
  if (refusal !== undefined) return refusal;
  return isRelation(request.claimedRelation) ? decided(planOf(request, request.claimedRelation)) : notAllowed(request);
}

function refuseRequest(request: BindingRequest): Refused<BindingCode> | undefined {
  const { owner, relative, existing, claimedRelation } = request;
  if (owner.id === relative.id) return refused('BINDING_SELF');
  const relations = request.ownerPolicy.rule('relations');
  if (relations === undefined) return refused('POLICY_NOT_FOUND');
  if (!isRelation(claimedRelation) || !relations.value.includes(claimedRelation)) return notAllowed(request);
  if (existing.ofOwner.some((binding) => binding.relativeId === relative.id)) return refused('BINDING_DUPLICATE');
  if (isImpossible(claimedRelation, request)) return refused('BINDING_RELATION_IMPOSSIBLE');
  if (request.showCode === null && request.shareFunds === null) return refused('BINDING_NOTHING_GRANTED');
  if (request.consentVersion !== request.currentConsentVersion) return refused('BINDING_CONSENT_OUTDATED');
  if (needsGuardian(request) && !request.guardianStatement) return refused('BINDING_GUARDIAN_STATEMENT_REQUIRED');
  const monthly = request.ownerPolicy.rule('maxBindingsPerMonth');
  if (monthly !== undefined && existing.startedThisMonth >= monthly.value)
    return refused('BINDING_TOO_MANY_THIS_MONTH', { limit: monthly.value });
  return undefined;
}

const notAllowed = (request: BindingRequest): Refused<'BINDING_RELATION_NOT_ALLOWED'> =>
  refused('BINDING_RELATION_NOT_ALLOWED', { relation: CLAIMED_RELATION_TEXT[request.claimedRelation] });

function planOf(request: BindingRequest, relation: Relation): BindingPlan {
  const grants = [showCodeGrant(request), shareFundsGrant(request)].filter((grant): grant is Grant => grant !== undefined);
  const awaits = grants.some((grant) => grant.state === 'proposed');
  return {
    relation,
    state: grants.some((grant) => grant.state === 'active') ? 'active' : 'proposed',
    grants,
    sharedLimitFen: (request.shareFunds === null ? null : request.sharedLimitFen) ?? request.existing.sharedLimitFen,
    awaits: awaits ? 'relative' : null,
    acceptBy: awaits ? new Date(request.now.getTime() + ACCEPT_WITHIN_HOURS * 3_600_000) : null,
    byGuardian: needsGuardian(request),
  };
}

/** From the age of consent on the relative agrees in person; below it the guardian has stated it already. */
function showCodeGrant(request: BindingRequest): Grant | undefined {
  if (request.showCode === null) return undefined;
  return {
    kind: 'show-code',
    state: needsGuardian(request) ? 'active' : 'proposed',
    uses: [],
    capPerPaymentFen: null,
    capPerMonthFen: null,
    startsOn: shanghaiDate(request.now),
    endsOn: request.showCode.endsOn,
  };
}

function shareFundsGrant(request: BindingRequest): Grant | undefined {
  if (request.shareFunds === null) return undefined;
  const accepts = request.ownerPolicy.rule('shareFundsConsent')?.value !== 'sponsor-only';
  return { ...request.shareFunds, kind: 'share-funds', state: accepts && !needsGuardian(request) ? 'proposed' : 'active' };
}
