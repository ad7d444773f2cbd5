import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import type { PersonFacts } from '../person/person';
import type { RegionPolicy } from '../policy/rules';
import type { GrantKind, GrantTerms } from './grant';
import type { ClaimedRelation, Relation } from './relation';

/** What already stands, as of the lock. Live means not ended: proposals count. */
export interface ExistingBindings {
  /** Live bindings the owner started. */
  readonly ofOwner: readonly { readonly relativeId: string; readonly relation: Relation; readonly grants: readonly GrantKind[] }[];
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
}

export interface BindingRequest {
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  readonly claimedRelation: ClaimedRelation;
  readonly showCode: { readonly endsOn: PlainDate | null } | null;
  readonly shareFunds: GrantTerms | null;
  /** null leaves the limit as it stands. */
  readonly sharedLimitFen: Fen | null;
  readonly guardianStatement: boolean;
  readonly consentVersion: string;
  readonly currentConsentVersion: string;
  readonly existing: ExistingBindings;
  readonly ownerPolicy: RegionPolicy;
  readonly relativePolicy: RegionPolicy;
  readonly now: Date;
}
