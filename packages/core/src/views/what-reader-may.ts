import {
  type Binding,
  decidePause,
  decideResume,
  decideTerms,
  decideUnbind,
  type Grant,
  GRANT_KINDS,
  type GrantKind,
  isLive,
  type PlainDate,
  type RegionPolicy,
  termsOf,
} from '@gongji/domain';
import type { GrantAction } from './binding-view';

export interface Standing {
  readonly binding: Binding;
  readonly actorId: string;
  readonly ownerPolicy: RegionPolicy;
  readonly openPaymentCount: number;
  readonly today: PlainDate;
}

/** What the decisions themselves would say to this reader now. */
export function actionsOf(standing: Standing, grant: Grant): GrantAction[] {
  const request = { ...standing, kind: grant.kind };
  const allowed: Readonly<Record<GrantAction, boolean>> = {
    pause: decidePause(request).ok,
    resume: decideResume(request).ok,
    close: decideUnbind(request).ok,
    change: mayChange(standing, grant),
  };
  return (['pause', 'resume', 'close', 'change'] as const).filter((action) => allowed[action]);
}

/** Asked with the terms as they stand. What a rule says of the terms is no reason not to open the form: that is where they are mended. */
function mayChange(standing: Standing, grant: Grant): boolean {
  const shows = grant.kind === 'show-code';
  const decision = decideTerms({
    ...standing,
    showCode: shows ? { endsOn: grant.endsOn } : null,
    shareFunds: shows ? null : termsOf(grant),
  });
  return decision.ok || (decision.code !== 'BINDING_STATE_CONFLICT' && decision.code !== 'BINDING_NOT_FOUND');
}

/** The owner opens what is not there or has ended, as long as the binding stands. */
export const openableKinds = ({ binding, actorId }: Standing): GrantKind[] =>
  binding.ownerId === actorId && isLive(binding.state)
    ? GRANT_KINDS.filter((kind) => binding.grants.every((grant) => grant.kind !== kind || !isLive(grant.state)))
    : [];
