import { atLeastZero, type Fen, subtractFen } from '../money';
import type { CounterLimitsRule, InstitutionKind } from '../policy/counter-limits-rule';
import type { SkipReason } from './skip-reason';

/** What relatives have paid for a person at counters lately, and where the cost is. What was voided does not count. */
export interface CounterUse {
  /** null: at no counter yet, as in a dry run. */
  readonly institutionKind: InstitutionKind | null;
  readonly settledLastHour: number;
  readonly settledToday: number;
  readonly sharedTodayFen: Fen;
}

/** Why a limit against misuse keeps relatives' money out of a cost at a counter; undefined: none does. */
export type CounterReason = Extract<SkipReason, 'institution-not-allowed' | 'settled-too-often' | 'day-limit-used'>;

export function institutionBar({ institutionKinds }: CounterLimitsRule, { institutionKind }: CounterUse): CounterReason | undefined {
  return institutionKind === null || institutionKinds.includes(institutionKind) ? undefined : 'institution-not-allowed';
}

export const frequencyBar = (limits: CounterLimitsRule, use: CounterUse): CounterReason | undefined =>
  use.settledLastHour >= limits.mostPerHour || use.settledToday >= limits.mostPerDay ? 'settled-too-often' : undefined;

export const dayBar = (limits: CounterLimitsRule, use: CounterUse): CounterReason | undefined =>
  dayLeft(limits, use) === 0 ? 'day-limit-used' : undefined;

/** What relatives together may still pay for the person today. */
export const dayLeft = ({ mostFenPerDay }: CounterLimitsRule, { sharedTodayFen }: CounterUse): Fen =>
  atLeastZero(subtractFen(mostFenPerDay, sharedTodayFen));
