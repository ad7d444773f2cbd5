import { type Decision, type Refused, refused } from '../decision';
import type { RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';
import type { Binding, Grant, GrantKind } from './grant';
import { type BindingStep, stepGrants } from './grant-steps';

export interface GrantRequest {
  readonly binding: Binding;
  readonly actorId: string;
  readonly kind: GrantKind;
  /** The sponsor's region says whether the user may end, and so pause, fund sharing. */
  readonly ownerPolicy: RegionPolicy;
}

export type PauseCode = 'BINDING_NOT_FOUND' | 'BINDING_STATE_CONFLICT' | 'BINDING_END_NOT_ALLOWED';

/** Either side pauses a grant; fund sharing only the sponsor, where the region leaves its ending to the sponsor. */
export function decidePause(request: GrantRequest): Decision<BindingStep, PauseCode> {
  const side = sideOf(request);
  if (side === undefined) return refused('BINDING_NOT_FOUND');
  return (
    refuseByRegion(request) ?? stepGrants(request.binding, [request.kind], side === 'owner' ? 'paused-by-owner' : 'paused-by-relative')
  );
}

/** Who paused it resumes it: neither side can undo the other's pause. */
export function decideResume(
  request: GrantRequest,
): Decision<BindingStep, 'BINDING_NOT_FOUND' | 'BINDING_STATE_CONFLICT' | 'BINDING_PAUSED_BY_OTHER'> {
  const side = sideOf(request);
  if (side === undefined) return refused('BINDING_NOT_FOUND');
  const grant = grantOf(request);
  const otherPause = side === 'owner' ? 'paused-by-relative' : 'paused-by-owner';
  if (grant?.state === 'paused' && grant.reason === otherPause) return refused('BINDING_PAUSED_BY_OTHER');
  return stepGrants(request.binding, [request.kind], side === 'owner' ? 'resumed-by-owner' : 'resumed-by-relative');
}

/** Fund sharing that only the sponsor may end. */
export function refuseByRegion({ binding, actorId, kind, ownerPolicy }: GrantRequest): Refused<'BINDING_END_NOT_ALLOWED'> | undefined {
  const rule = ownerPolicy.rule('whoMayEnd');
  return kind === 'share-funds' && actorId === binding.relativeId && rule?.value === 'sponsor'
    ? refused('BINDING_END_NOT_ALLOWED', { region: rulingRegion(rule) })
    : undefined;
}

export const grantOf = ({ binding, kind }: Pick<GrantRequest, 'binding' | 'kind'>): Grant | undefined =>
  binding.grants.find((grant) => grant.kind === kind);

export function sideOf({ binding, actorId }: Pick<GrantRequest, 'binding' | 'actorId'>): 'owner' | 'relative' | undefined {
  if (actorId === binding.ownerId) return 'owner';
  return actorId === binding.relativeId ? 'relative' : undefined;
}
