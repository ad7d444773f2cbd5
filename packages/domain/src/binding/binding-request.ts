import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import type { PersonFacts } from '../person/person';
import type { RegionPolicy } from '../policy/rules';
import type { Binding, GrantKind, GrantTerms } from './grant';
import type { ClaimedRelation, Relation } from './relation';

/** What already stands, as of the lock. Live means not ended: proposals count. */
export interface ExistingBindings {
  /** Live bindings the owner started. */
  readonly ofOwner: readonly { readonly relativeId: string; readonly relation: Relation; readonly grants: readonly GrantKind[] }[];
  /** Everybody who ever used the owner's account, those whose binding has ended too. */
  readonly everUsers: readonly string[];
  /** What the relative is to have said of the owner in a live binding of their own; null: none. */
  readonly reverseRelation: Relation | null;
  /** Who has a live share-funds grant for the relative, and who a live show-code grant. */
  readonly sponsorsOfRelative: readonly string[];
  readonly showersOfRelative: readonly string[];
  /** Somebody shares funds with the owner; the relative shares funds with somebody. */
  readonly ownerIsUser: boolean;
  readonly relativeIsSponsor: boolean;
  /** Bindings the owner started in this calendar month, ended ones too. */
  readonly startedThisMonth: number;
  /** The limit the owner has set already for all relatives together; null: none. */
  readonly sharedLimitFen: Fen | null;
  /** Taken of it by all relatives together, holds included. */
  readonly sharedSpentFen: Fen;
}

/** What is to be bound, before anybody has signed. */
export interface BindingWish {
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  readonly claimedRelation: ClaimedRelation;
  readonly showCode: { readonly endsOn: PlainDate | null } | null;
  readonly shareFunds: GrantTerms | null;
  /** null leaves the limit as it stands. */
  readonly sharedLimitFen: Fen | null;
  /** The live binding on which a switch is opened; null: a new binding. */
  readonly binding: Binding | null;
  /** The deadline of what waits on that binding already; null: nothing does. */
  readonly proposedUntil: Date | null;
  readonly existing: ExistingBindings;
  /** Of the owner's account: balance − frozen; a common account is filled from it. */
  readonly availableFen: Fen;
  /** How often money was put into the common account this month. */
  readonly movesThisMonth: number;
  readonly ownerPolicy: RegionPolicy;
  readonly relativePolicy: RegionPolicy;
  readonly now: Date;
}

export interface BindingRequest extends BindingWish {
  readonly guardianStatement: boolean;
  readonly consentVersion: string;
  readonly currentConsentVersion: string;
}
