import { type Decision, decided, type Refused, refused } from '../decision';
import type { Binding, BindingState, GrantKind, GrantState } from './grant';

export interface AcceptRequest {
  readonly binding: Binding;
  readonly actorId: string;
  readonly acceptBy: Date | null;
  readonly now: Date;
}

/** The states after the step; grants that do not change are not listed. */
export interface BindingStep {
  readonly state: BindingState;
  readonly grants: readonly { readonly kind: GrantKind; readonly state: GrantState }[];
}

export type AcceptCode = 'BINDING_NOT_FOUND' | 'BINDING_STATE_CONFLICT' | 'BINDING_INVITATION_EXPIRED';

/** Only the named relative accepts, while the invitation stands. Anybody else learns nothing of it. */
export function decideAccept(request: AcceptRequest): Decision<BindingStep, AcceptCode> {
  const refusal = refuseAnswer(request);
  if (refusal !== undefined) return refusal;
  return decided({ state: 'active', grants: proposedIn(request.binding).map((kind) => ({ kind, state: 'active' })) });
}

/** Says no to what is proposed. What stands without the relative's agreement stays. */
export function decideDecline(request: AcceptRequest): Decision<BindingStep, AcceptCode> {
  const refusal = refuseAnswer(request);
  return refusal === undefined ? decided(withoutProposals(request.binding)) : refusal;
}

/** What the clock does to an invitation that nobody answered. */
export function decideExpiry({ binding, acceptBy, now }: Omit<AcceptRequest, 'actorId'>): Decision<BindingStep, 'BINDING_STATE_CONFLICT'> {
  const due = acceptBy !== null && now > acceptBy && proposedIn(binding).length > 0;
  return due ? decided(withoutProposals(binding)) : refused('BINDING_STATE_CONFLICT');
}

const proposedIn = (binding: Binding): readonly GrantKind[] =>
  binding.grants.filter((grant) => grant.state === 'proposed').map((grant) => grant.kind);

function refuseAnswer({ binding, actorId, acceptBy, now }: AcceptRequest): Refused<AcceptCode> | undefined {
  if (binding.relativeId !== actorId) return refused('BINDING_NOT_FOUND');
  if (binding.state === 'ended' || proposedIn(binding).length === 0) return refused('BINDING_STATE_CONFLICT');
  return acceptBy !== null && now > acceptBy ? refused('BINDING_INVITATION_EXPIRED') : undefined;
}

function withoutProposals(binding: Binding): BindingStep {
  const left = binding.grants.some((grant) => grant.state === 'active' || grant.state === 'paused');
  return { state: left ? binding.state : 'ended', grants: proposedIn(binding).map((kind) => ({ kind, state: 'ended' })) };
}
