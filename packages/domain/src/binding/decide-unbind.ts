import { addMonths, type PlainDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import type { RegionPolicy } from '../policy/rules';
import { refuseByRegion, sideOf } from './decide-pause';
import type { Binding, Grant, GrantKind } from './grant';
import { type BindingStep, stepGrants } from './grant-steps';
import { isLive } from './states';

export interface UnbindRequest {
  readonly binding: Binding;
  readonly actorId: string;
  /** One switch is closed; null: the binding ends with all that stands on it. */
  readonly kind: GrantKind | null;
  /** Premium payments between the two that are not finished. */
  readonly openPaymentCount: number;
  /** The sponsor's region says who may end fund sharing, and when at the earliest. */
  readonly ownerPolicy: RegionPolicy;
  readonly today: PlainDate;
}

export interface UnbindPlan extends BindingStep {
  readonly endsOn: PlainDate;
  readonly effects: readonly string[];
}

export type UnbindCode =
  | 'BINDING_NOT_FOUND'
  | 'BINDING_STATE_CONFLICT'
  | 'BINDING_END_NOT_ALLOWED'
  | 'BINDING_END_TOO_EARLY'
  | 'BINDING_HAS_OPEN_PAYMENT';

/** Either side ends it at once, unless the region leaves that to the sponsor or to a later day, or a premium payment between the two is under way. */
export function decideUnbind(request: UnbindRequest): Decision<UnbindPlan, UnbindCode> {
  const side = sideOf(request);
  if (side === undefined) return refused('BINDING_NOT_FOUND');
  const kinds = endingKinds(request);
  const reason = (['closed-by', 'unbound-by'] as const)[request.kind === null ? 1 : 0];
  const step = stepGrants(request.binding, kinds, `${reason}-${side}`);
  if (!step.ok) return step;
  const refusal = kinds.includes('share-funds') ? refuseFundsEnd(request) : undefined;
  return refusal ?? decided({ ...step.value, endsOn: request.today, effects: unbindEffects(request) });
}

const endingKinds = ({ binding, kind }: Pick<UnbindRequest, 'binding' | 'kind'>): readonly GrantKind[] =>
  binding.grants.filter((grant) => isLive(grant.state) && (kind === null || grant.kind === kind)).map((grant) => grant.kind);

function refuseFundsEnd(request: UnbindRequest): Refused<UnbindCode> | undefined {
  const { binding, ownerPolicy, today } = request;
  const funds = binding.grants.find((grant) => grant.kind === 'share-funds');
  // What was never agreed to is only an invitation: nothing is bound by it yet.
  if (funds === undefined || funds.state === 'proposed') return undefined;
  const region = refuseByRegion({ ...request, kind: 'share-funds' });
  if (region !== undefined) return region;
  const rule = ownerPolicy.rule('minMonthsBeforeEnd');
  const earliest = earliestEnd(funds, ownerPolicy);
  if (rule !== undefined && earliest !== null && today < earliest)
    return refused('BINDING_END_TOO_EARLY', { region: rule.regionName, months: rule.value, date: earliest });
  return request.openPaymentCount > 0 ? refused('BINDING_HAS_OPEN_PAYMENT') : undefined;
}

/** The first day on which fund sharing may be ended; null: any day. */
export function earliestEnd(funds: Pick<Grant, 'agreedOn'>, ownerPolicy: RegionPolicy): PlainDate | null {
  const months = ownerPolicy.rule('minMonthsBeforeEnd')?.value;
  return months === undefined || funds.agreedOn === null ? null : addMonths(funds.agreedOn, months);
}

/** Plain sentences for the person who ends it: what stops, what stays. */
export function unbindEffects(request: Pick<UnbindRequest, 'binding' | 'actorId' | 'kind'>): readonly string[] {
  const mine = request.binding.ownerId === request.actorId;
  const ending = endingKinds(request);
  const left = endingKinds({ ...request, kind: null }).filter((kind) => !ending.includes(kind));
  return [
    ...(ending.includes('show-code') ? [mine ? '您不能再出示TA的医保码。' : '对方不能再出示您的医保码。'] : []),
    ...(ending.includes('share-funds')
      ? [mine ? '您的个人账户不再支付TA的费用，以后不会再有扣款。' : '对方的个人账户不再支付您的费用。']
      : []),
    ...(left.includes('show-code') ? [mine ? '您仍可以出示TA的医保码。' : '对方仍可以出示您的医保码。'] : []),
    ...(left.includes('share-funds') ? [mine ? '您的个人账户仍可以付TA的费用。' : '对方的个人账户仍可以付您的费用。'] : []),
    '立即生效，已经完成的结算和缴费不受影响。',
    '双方仍可以查看以前的记录；需要时可以重新绑定。',
  ];
}
