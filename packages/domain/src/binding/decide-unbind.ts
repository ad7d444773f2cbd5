import { addMonths, dayText, type PlainDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import type { RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';
import { refuseByRegion, sideOf } from './decide-pause';
import { type Binding, fundsGrantOf, type Grant, GRANT_KIND_TEXT, type GrantKind } from './grant';
import { type BindingStep, stepGrants } from './grant-steps';
import { type GrantState, isLive } from './states';

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
  const step = stepGrants(request.binding, kinds, request.kind === null ? `unbound-by-${side}` : `closed-by-${side}`);
  if (!step.ok) return step;
  const refusal = (kinds.includes('share-funds') ? refuseFundsEnd(request) : undefined) ?? refuseOpenPayment(request);
  return refusal ?? decided({ ...step.value, endsOn: request.today, effects: unbindEffects(request) });
}

const endingKinds = ({ binding, kind }: Pick<UnbindRequest, 'binding' | 'kind'>): readonly GrantKind[] =>
  binding.grants.filter((grant) => isLive(grant.state) && (kind === null || grant.kind === kind)).map((grant) => grant.kind);

function refuseFundsEnd(request: UnbindRequest): Refused<UnbindCode> | undefined {
  const { binding, ownerPolicy, today } = request;
  const funds = fundsGrantOf(binding);
  // What was never agreed to is only an invitation: nothing is bound by it yet.
  if (funds === undefined || funds.state === 'proposed') return undefined;
  const region = refuseByRegion({ ...request, kind: 'share-funds' });
  if (region !== undefined) return region;
  return refuseEarlyEnd(funds, ownerPolicy, today);
}

/** `endsFrom` is the first day without it: today for an unbinding, the day after the last for an end date. */
export function refuseEarlyEnd(
  funds: Pick<Grant, 'agreedOn'>,
  ownerPolicy: RegionPolicy,
  endsFrom: PlainDate,
): Refused<'BINDING_END_TOO_EARLY'> | undefined {
  const rule = ownerPolicy.rule('minMonthsBeforeEnd');
  const earliest = earliestEnd(funds, ownerPolicy);
  return rule !== undefined && earliest !== null && endsFrom < earliest
    ? refused('BINDING_END_TOO_EARLY', { region: rulingRegion(rule), months: rule.value, date: dayText(earliest) })
    : undefined;
}

/** Also where fund sharing has ended by itself: after an acknowledged unbinding nothing is taken any more. */
const refuseOpenPayment = ({ kind, openPaymentCount }: UnbindRequest): Refused<'BINDING_HAS_OPEN_PAYMENT'> | undefined =>
  kind !== 'show-code' && openPaymentCount > 0 ? refused('BINDING_HAS_OPEN_PAYMENT') : undefined;

/** The first day on which fund sharing may be ended; null: any day. */
export function earliestEnd(funds: Pick<Grant, 'agreedOn'>, ownerPolicy: RegionPolicy): PlainDate | null {
  const months = ownerPolicy.rule('minMonthsBeforeEnd')?.value;
  return months === undefined || funds.agreedOn === null ? null : addMonths(funds.agreedOn, months);
}

/** Plain sentences for the person who ends it: what stops, what stays. */
export function unbindEffects(request: Pick<UnbindRequest, 'binding' | 'actorId' | 'kind'>): readonly string[] {
  const side = request.binding.ownerId === request.actorId ? 'owner' : 'relative';
  const ending = endingKinds(request);
  const staying = request.binding.grants.filter(({ kind, state }) => isLive(state) && !ending.includes(kind));
  return [
    ...ending.map((kind) => STOPS[kind][side]),
    ...staying.map(({ kind, state }) => (state === 'active' ? STAYS[kind][side] : `${GRANT_KIND_TEXT[kind]}${STATE_STAYS[state]}`)),
    ...(request.kind !== null && staying.length === 0 ? ['没有其他开关开着，绑定也随之结束。'] : []),
    '立即生效，已经完成的结算和缴费不受影响。',
    `双方仍可以查看以前的记录；${staying.length === 0 ? '需要时可以重新绑定。' : REOPEN[side]}`,
  ];
}

const REOPEN = { owner: '需要时可以重新打开。', relative: '需要时可以请TA重新打开。' } as const;

type Sentences = Readonly<Record<GrantKind, Readonly<Record<'owner' | 'relative', string>>>>;

const STOPS: Sentences = {
  'show-code': { owner: '您不能再出示TA的医保码。', relative: 'TA不能再出示您的医保码。' },
  'share-funds': { owner: '您的个人账户不再支付TA的费用，以后不会再有扣款。', relative: 'TA的个人账户不再支付您的费用。' },
};
const STAYS: Sentences = {
  'show-code': { owner: '您仍可以出示TA的医保码。', relative: 'TA仍可以出示您的医保码。' },
  'share-funds': { owner: '您的个人账户仍可以付TA的费用。', relative: 'TA的个人账户仍可以付您的费用。' },
};
const STATE_STAYS: Readonly<Record<GrantState, string>> = {
  proposed: '仍在等TA确认。',
  active: '仍然有效。',
  paused: '仍是暂停。',
  ended: '已经结束。',
};
