import {
  addFen,
  type BindingWish,
  type ClaimedRelation,
  decided,
  type ExistingBindings,
  type Fen,
  type GrantTerms,
  isLive,
  type PersonFacts,
  type PlainDate,
  refused,
  type RegionPolicy,
  shanghaiDate,
  subtractFen,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Outcome } from '../outcome';
import type { Insurance } from '../outside';
import type { ClaimedRelative } from '../requests';
import { countStartedInMonth, findBindingsOfPerson, findEverUsers, type StoredBinding } from '../store/binding.store';
import { findAccounts, potsOf } from '../store/ledger.store';
import { findPerson, findPersonIdByCertificate, insuranceOf } from '../store/person.store';
import { countLimitChanges, findStoredLimits } from '../store/shared-limit.store';
import type { Reader } from '../store/transaction';
import { sharedLimitIn } from './shared-limit';

export interface AskWish {
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  readonly claimedRelation: ClaimedRelation;
  readonly showCode: { readonly endsOn: PlainDate | null } | null;
  readonly shareFunds: GrantTerms | null;
  readonly sharedLimitFen: Fen | null;
  /** null: a new binding. */
  readonly binding: StoredBinding | null;
}

/** What a binding or a further switch is decided on, and what a question before it is answered with: as of now, or as of the locks. */
export async function findWish(reader: Reader, deps: CoreDeps, ask: AskWish): Promise<Outcome<BindingWish>> {
  const { owner, relative } = ask;
  const now = deps.now();
  const today = shanghaiDate(now);
  const ownerPolicy = deps.policies.policyFor(owner.regionCode, today);
  const relativePolicy = deps.policies.policyFor(relative.regionCode, today);
  if (ownerPolicy === undefined || relativePolicy === undefined) return refused('POLICY_NOT_FOUND');
  const existing = await existingBindings(reader, { owner, relative, ownerPolicy, today });
  return decided({
    ...ask,
    proposedUntil: ask.binding?.acceptBy ?? null,
    existing,
    availableFen: await findAvailable(reader, owner.id),
    movesThisMonth: await countLimitChanges(reader, owner.id, today),
    ownerPolicy,
    relativePolicy,
    now,
  });
}

/** Balance less what is frozen, over all pots. */
export async function findAvailable(reader: Reader, personId: string): Promise<Fen> {
  const pots = potsOf(await findAccounts(reader, [personId]), personId);
  return addFen(...pots.map((pot) => subtractFen(pot.balanceFen, pot.frozenFen)));
}

interface Pair {
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  readonly ownerPolicy: RegionPolicy;
  readonly today: PlainDate;
}

async function existingBindings(reader: Reader, { owner, relative, ownerPolicy, today }: Pair): Promise<ExistingBindings> {
  const ofOwner = (await findBindingsOfPerson(reader, owner.id)).filter((binding) => isLive(binding.state));
  const ofRelative = (await findBindingsOfPerson(reader, relative.id)).filter((binding) => isLive(binding.state));
  const funds = (binding: StoredBinding): boolean => liveGrants(binding).includes('share-funds');
  const shows = (binding: StoredBinding): boolean => liveGrants(binding).includes('show-code');
  const towardsRelative = ofRelative.filter((binding) => binding.relativeId === relative.id);
  const limit = sharedLimitIn(ownerPolicy, (await findStoredLimits(reader, [owner.id])).get(owner.id));
  return {
    ofOwner: ofOwner
      .filter((binding) => binding.ownerId === owner.id)
      .map((binding) => ({ relativeId: binding.relativeId, relation: binding.relation, grants: liveGrants(binding) })),
    everUsers: await findEverUsers(reader, owner.id),
    reverseRelation: ofOwner.find((binding) => binding.ownerId === relative.id)?.relation ?? null,
    sponsorsOfRelative: towardsRelative.filter(funds).map((binding) => binding.ownerId),
    showersOfRelative: towardsRelative.filter(shows).map((binding) => binding.ownerId),
    ownerIsUser: ofOwner.some((binding) => binding.relativeId === owner.id && funds(binding)),
    relativeIsSponsor: ofRelative.some((binding) => binding.ownerId === relative.id && funds(binding)),
    startedThisMonth: await countStartedInMonth(reader, owner.id, today),
    sharedLimitFen: limit.limitFen,
    sharedSpentFen: limit.spentFen,
  };
}

const liveGrants = (binding: StoredBinding) => binding.grants.filter((grant) => isLive(grant.state)).map((grant) => grant.kind);

export interface Claimed {
  readonly id: string;
  readonly isKnown: boolean;
  readonly insurance: Insurance;
  readonly facts: PersonFacts;
}

/**
 * As the identity check just described them: their row may be older, or not there yet. What was written since the check was asked is newer than its answer,
 * and that somebody has died only the register's changes say.
 */
export async function findClaimed(
  reader: Reader,
  deps: CoreDeps,
  { insurance: checked, checkedAt, ...relative }: ClaimedRelative,
): Promise<Claimed> {
  const knownId = await findPersonIdByCertificate(reader, deps, relative);
  const known = knownId === undefined ? undefined : await findPerson(reader, knownId);
  const insurance = known !== undefined && known.changed_at > checkedAt ? insuranceOf(known) : checked;
  const id = knownId ?? deps.newId();
  return { id, isKnown: known !== undefined, insurance, facts: { ...insurance, id, diedOn: known?.died_on ?? null } };
}
