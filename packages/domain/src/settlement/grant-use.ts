import type { FundUse, Grant } from '../binding/grant';
import type { BindingState } from '../binding/states';
import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import type { PersonFacts } from '../person/person';
import type { CounterLimitsRule } from '../policy/counter-limits-rule';
import type { CounterUse } from './counter-checks';

/** The question whether a sponsor's account may pay for a use of a person on a day. */
export interface GrantUse {
  readonly binding: { readonly state: BindingState; readonly grants: readonly Grant[] };
  /** The register has ended it, and only a payment that is under way keeps it. Missing: no. */
  readonly isEnding?: boolean | undefined;
  readonly sponsor: PersonFacts;
  readonly user: PersonFacts;
  readonly use: FundUse;
  readonly on: PlainDate;
  /** Taken under this grant in the calendar month of `on`, holds included. */
  readonly spentThisMonthFen: Fen;
  /** One limit for all relatives of the sponsor; null: none. And what all of them together have taken of it. */
  readonly sharedLimitFen: Fen | null;
  readonly sharedSpentFen: Fen;
  /** Missing: it is no cost at a counter. */
  readonly counter?: CounterUse | undefined;
  /** Of the sponsor's region; missing: none. */
  readonly counterLimits?: CounterLimitsRule | undefined;
}
