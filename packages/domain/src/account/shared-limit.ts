import { type Decision, decided, type Refused, refused } from '../decision';
import { addFen, atLeastZero, type Fen, fenText, subtractFen, ZERO } from '../money';
import type { RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';

/** limit: relatives together take at most so much. quota: so much is set aside for them. pool: so much was put into a common account. */
export type SharedLimitKind = 'limit' | 'quota' | 'pool';

export interface SharedLimitFacts {
  /** null: none set yet. */
  readonly limitFen: Fen | null;
  /** Taken by all relatives together since it was first set, holds included. */
  readonly spentFen: Fen;
}

export interface SharedLimitRequest extends SharedLimitFacts {
  /** null: none any more. */
  readonly wantedFen: Fen | null;
  /** Of the sponsor's account: balance − frozen, over both pots. */
  readonly availableFen: Fen;
  /** How often money was put into the pool in this calendar month. */
  readonly movesThisMonth: number;
  readonly policy: RegionPolicy;
}

export type SharedLimitCode =
  | 'LIMIT_BELOW_SPENT'
  | 'LIMIT_OVER_BALANCE'
  | 'LIMIT_NOT_LOWER'
  | 'LIMIT_MOVES_USED'
  | 'BINDING_CAP_INVALID'
  | 'BINDING_LIMIT_REQUIRED';

export function sharedLimitKind(policy: RegionPolicy): SharedLimitKind {
  const kind = policy.rule('shareable')?.value.kind;
  return kind === 'quota' || kind === 'pool' ? kind : 'limit';
}

/** Whether the region wants one before funds are shared. */
export const needsSharedLimit = (policy: RegionPolicy): boolean => refuseNoLimit(policy) !== undefined;

/** Nothing can be shared without one where a rule wants it, and the rule is whose region is named. */
export function refuseNoLimit(policy: RegionPolicy): Refused<'BINDING_LIMIT_REQUIRED'> | undefined {
  const limits = policy.rule('requiredLimits');
  const rule = sharedLimitKind(policy) === 'limit' ? (limits?.value.includes('shared') ? limits : undefined) : policy.rule('shareable');
  return rule === undefined ? undefined : refused('BINDING_LIMIT_REQUIRED', { region: rulingRegion(rule) });
}

/** What is left for relatives; null: no limit. */
export const sharedLeft = ({ limitFen, spentFen }: SharedLimitFacts): Fen | null =>
  limitFen === null ? null : atLeastZero(subtractFen(limitFen, spentFen));

/** What the sponsor cannot spend themself because it is set aside for relatives. */
export const setAsideFen = (policy: RegionPolicy, facts: SharedLimitFacts): Fen =>
  sharedLimitKind(policy) === 'limit' ? ZERO : (sharedLeft(facts) ?? ZERO);

/** The most that may be set now; null: any amount. A quota comes out of the balance, a pool out of what is above the floor. */
export function mostSharedLimit({
  policy,
  spentFen,
  limitFen,
  availableFen,
}: Omit<SharedLimitRequest, 'wantedFen' | 'movesThisMonth'>): Fen | null {
  const rule = policy.rule('shareable')?.value;
  if (rule?.kind === 'quota') return addFen(spentFen, availableFen);
  if (rule?.kind !== 'pool') return null;
  const free = subtractFen(availableFen, setAsideFen(policy, { limitFen, spentFen }));
  return addFen(limitFen ?? ZERO, atLeastZero(subtractFen(free, rule.floorFen)));
}

/** May the sponsor set this as the limit for all relatives together? */
export function decideSharedLimit(request: SharedLimitRequest): Decision<Fen | null, SharedLimitCode> {
  const { wantedFen, spentFen, limitFen, policy, movesThisMonth } = request;
  if (wantedFen === null) return refuseNoLimit(policy) ?? decided(null);
  if (wantedFen <= 0) return refused('BINDING_CAP_INVALID');
  if (wantedFen === limitFen) return decided(wantedFen);
  if (wantedFen < spentFen) return refused('LIMIT_BELOW_SPENT', { spent: fenText(spentFen) });
  const rule = policy.rule('shareable');
  if (rule?.value.kind === 'pool') {
    if (limitFen !== null && wantedFen < limitFen) return refused('LIMIT_NOT_LOWER');
    if (movesThisMonth >= rule.value.movesPerMonth)
      return refused('LIMIT_MOVES_USED', { region: rulingRegion(rule), limit: rule.value.movesPerMonth });
  }
  const most = mostSharedLimit(request);
  return most !== null && wantedFen > most ? refused('LIMIT_OVER_BALANCE', { most: fenText(most) }) : decided(wantedFen);
}
