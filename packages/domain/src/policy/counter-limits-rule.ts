import type { Fen } from '../money';

export const INSTITUTION_KINDS = ['hospital', 'pharmacy'] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** Against misuse at the counter. All of it is about relatives' money only: what a person pays from their own account is not counted and not limited. */
export interface CounterLimitsRule {
  /** Settlements of one person that relatives pay for, within sixty minutes and within a day in Shanghai. */
  readonly mostPerHour: number;
  readonly mostPerDay: number;
  /** What all relatives together pay for one person at counters within a day in Shanghai. */
  readonly mostFenPerDay: Fen;
  /** Where relatives' money may be used. */
  readonly institutionKinds: readonly InstitutionKind[];
}
