import { type Decision, decided, refused } from '../decision';
import type { Binding, Grant, GrantKind } from './grant';
import { GRANT_STEPS, type GrantReason } from './grant-reasons';
import type { BindingState, GrantState } from './states';

export interface GrantStep {
  readonly kind: GrantKind;
  readonly state: GrantState;
  readonly reason: GrantReason;
}

/** The steps to write, and the state of the binding after them. */
export interface BindingStep {
  readonly state: BindingState;
  readonly grants: readonly GrantStep[];
}

export const mayStepGrant = (from: GrantState | 'none', reason: GrantReason): boolean => {
  const allowed: readonly (GrantState | 'none')[] = GRANT_STEPS[reason].from;
  return allowed.includes(from === 'ended' ? 'none' : from);
};

/** A binding is what its grants are: active with one active grant, else paused, else proposed, and ended with its last grant. */
export function bindingStateOf(grants: readonly { readonly state: GrantState }[]): BindingState {
  const order: readonly BindingState[] = ['active', 'paused', 'proposed'];
  return order.find((state) => grants.some((grant) => grant.state === state)) ?? 'ended';
}

/** Takes the same kind of step with each of the grants named; refused where the table does not have it, or where there is none to take. */
export function stepGrants(
  binding: Binding,
  kinds: readonly GrantKind[],
  reason: GrantReason,
): Decision<BindingStep, 'BINDING_STATE_CONFLICT'> {
  const chosen = binding.grants.filter((grant) => kinds.includes(grant.kind));
  if (chosen.length === 0 || !chosen.every((grant) => mayStepGrant(grant.state, reason))) return refused('BINDING_STATE_CONFLICT');
  const { to } = GRANT_STEPS[reason];
  const after = (grant: Grant): { readonly state: GrantState } => (chosen.includes(grant) ? { state: to } : grant);
  return decided({
    state: bindingStateOf(binding.grants.map(after)),
    grants: chosen.map(({ kind }) => ({ kind, state: to, reason })),
  });
}
