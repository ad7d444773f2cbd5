import type { PlainDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import type { RegionPolicy } from '../policy/rules';
import type { Binding, GrantKind } from './grant';
import { isLive } from './states';

export interface UnbindRequest {
  readonly binding: Binding;
  readonly actorId: string;
  /** Premium payments between the two that are not finished. */
  readonly openPaymentCount: number;
  /** The sponsor's region says who may end fund sharing. */
  readonly ownerPolicy: RegionPolicy;
  readonly today: PlainDate;
}

export interface UnbindPlan {
  readonly state: 'ended';
  /** The grants that end with it. */
  readonly grants: readonly GrantKind[];
  readonly endsOn: PlainDate;
  readonly effects: readonly string[];
}

export type UnbindCode = 'BINDING_NOT_FOUND' | 'BINDING_STATE_CONFLICT' | 'BINDING_END_NOT_ALLOWED' | 'BINDING_HAS_OPEN_PAYMENT';

/** Either side ends it at once, unless the region leaves that to the sponsor or a premium payment between the two is under way. */
export function decideUnbind(request: UnbindRequest): Decision<UnbindPlan, UnbindCode> {
  const refusal = refuseUnbind(request);
  if (refusal !== undefined) return refusal;
  const grants = liveGrants(request.binding);
  return decided({ state: 'ended', grants, endsOn: request.today, effects: unbindEffects(request.binding, request.actorId) });
}

/** Plain sentences for the person who ends it: what stops, what stays. */
export function unbindEffects(binding: Binding, actorId: string): readonly string[] {
  const mine = binding.ownerId === actorId;
  const grants = liveGrants(binding);
  return [
    ...(grants.includes('show-code') ? [mine ? '您不能再出示TA的医保码。' : '对方不能再出示您的医保码。'] : []),
    ...(grants.includes('share-funds')
      ? [mine ? '您的个人账户不再支付TA的费用，以后不会再有扣款。' : '对方的个人账户不再支付您的费用。']
      : []),
    '解绑立即生效，已经完成的结算和缴费不受影响。',
    '双方仍可以查看以前的记录；需要时可以重新绑定。',
  ];
}

const liveGrants = (binding: Binding): readonly GrantKind[] =>
  binding.grants.filter((grant) => isLive(grant.state)).map((grant) => grant.kind);

function refuseUnbind(request: UnbindRequest): Refused<UnbindCode> | undefined {
  const { binding, actorId, openPaymentCount } = request;
  if (actorId !== binding.ownerId && actorId !== binding.relativeId) return refused('BINDING_NOT_FOUND');
  if (binding.state === 'ended') return refused('BINDING_STATE_CONFLICT');
  const rule = request.ownerPolicy.rule('whoMayEnd');
  if (rule?.value === 'sponsor' && actorId === binding.relativeId && liveGrants(binding).includes('share-funds'))
    return refused('BINDING_END_NOT_ALLOWED', { region: rule.regionName });
  return openPaymentCount > 0 ? refused('BINDING_HAS_OPEN_PAYMENT') : undefined;
}
