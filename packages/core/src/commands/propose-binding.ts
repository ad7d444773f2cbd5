import {
  type BindingPlan,
  CONSENT,
  decideBinding,
  decided,
  type ExistingBindings,
  isLive,
  maskName,
  plainDate,
  refused,
  shanghaiDate,
  startOfDay,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { readBinding } from '../queries/binding.query';
import type { ProposeBinding } from '../requests';
import { countStartedSince, findBindingsOfPerson, saveBinding } from '../store/binding.store';
import { factsOf, findPersonIdByCertificate, findPerson, lockPersons, maskedNameOf, savePerson } from '../store/person.store';
import { tell, writeAudit } from '../store/record.store';
import { findSharedLimits } from '../store/spending.store';
import type { PersonRow } from '../store/tables';
import { RequestRaced, type Tx } from '../store/transaction';
import { bindingNotice } from '../texts/notices';
import type { BindingView } from '../views/binding-view';
import { type Plan, present, runOnce } from './run-once';

type Answer = { readonly bindingId: string };
/** Those whose bindings nobody else can change in this transaction; people it makes itself join them. */
type LockedPersons = Set<string>;

/** The owner, and the relative as the identity check just described them: their row may be older, or not there yet. */
interface Pair {
  readonly owner: PersonRow;
  readonly relativeId: string;
  readonly isKnown: boolean;
}

/** Binds a relative whose identity the edge has confirmed, or invites them where they have to agree. */
export const proposeBinding: Command<ProposeBinding, BindingView> = async (deps, requests) => {
  const outcomes = await runOnce(deps, planOf(deps), requests);
  return present(outcomes, requests, ({ bindingId }, { actorId }) => readBinding(deps, { personId: actorId, bindingId }));
};

const planOf = (deps: CoreDeps): Plan<ProposeBinding, Answer, LockedPersons> => ({
  kind: 'propose-binding',
  scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
  // What the register says of the relative is not the asker's wish, and may have changed when the same wish is sent again.
  bodyOf: ({ key: _key, actorId: _actor, relative: { insurance, ...relative }, ...wish }) => ({
    ...wish,
    relative: { ...relative, regionCode: insurance.regionCode },
  }),
  lock: (tx, requests) => lockPeople(tx, deps, requests),
  act: (tx, request, locked) => propose(tx, deps, { request, locked }),
});

/** Both people of every request, so that limits on either side are counted by one request after the other. */
async function lockPeople(tx: Tx, deps: CoreDeps, requests: readonly ProposeBinding[]): Promise<LockedPersons> {
  const ids = requests.map((request) => request.actorId);
  for (const { relative } of requests) {
    const id = await findPersonIdByCertificate(tx, deps, relative);
    if (id !== undefined) ids.push(id);
  }
  await lockPersons(tx, ids);
  return new Set(ids);
}

interface Asked {
  readonly request: ProposeBinding;
  readonly locked: LockedPersons;
}

async function propose(tx: Tx, deps: CoreDeps, { request, locked }: Asked): Promise<Outcome<Answer>> {
  const owner = await findPerson(tx, request.actorId);
  if (owner === undefined) return refused('PERSON_NOT_ENROLLED');
  const knownId = await findPersonIdByCertificate(tx, deps, request.relative);
  // Made by somebody else since the locks were taken: what was counted for them could change under us.
  if (knownId !== undefined && !locked.has(knownId)) throw new RequestRaced();
  const pair = { owner, relativeId: knownId ?? deps.newId(), isKnown: knownId !== undefined };
  const decision = await decide(tx, deps, { request, pair });
  if (!decision.ok) return decision;
  await saveRelative(tx, deps, { request, pair });
  locked.add(pair.relativeId);
  const bindingId = await saveBinding(tx, deps, {
    ownerId: owner.id,
    relativeId: pair.relativeId,
    plan: decision.value,
    consent: { version: request.consentVersion, guardianStatement: request.guardianStatement, signature: request.signature },
  });
  await record(tx, deps, { request, pair, bindingId, action: decision.value.awaits === null ? 'binding-made' : 'binding-proposed' });
  return decided({ bindingId });
}

interface Wish {
  readonly request: ProposeBinding;
  readonly pair: Pair;
}

async function decide(tx: Tx, deps: CoreDeps, { request, pair }: Wish): Promise<Outcome<BindingPlan>> {
  const { insurance } = request.relative;
  const today = shanghaiDate(deps.now());
  const ownerPolicy = deps.policies.policyFor(pair.owner.region_code, today);
  const relativePolicy = deps.policies.policyFor(insurance.regionCode, today);
  if (ownerPolicy === undefined || relativePolicy === undefined) return refused('POLICY_NOT_FOUND');
  return decideBinding({
    ...request,
    owner: factsOf(pair.owner),
    relative: { id: pair.relativeId, ...insurance },
    claimedRelation: request.relation,
    currentConsentVersion: CONSENT.version,
    existing: await existingBindings(tx, deps, pair),
    ownerPolicy,
    relativePolicy,
    now: deps.now(),
  });
}

/** Only now that the binding is decided: a refused request leaves no trace of the person it named. */
async function saveRelative(tx: Tx, deps: CoreDeps, { request: { relative }, pair }: Wish): Promise<void> {
  const savedId = await savePerson(tx, { ...deps, newId: () => pair.relativeId }, { ...relative, openid: null });
  // Somebody else bound this person for the first time in the same moment, and was not counted.
  if (!pair.isKnown && savedId !== pair.relativeId) throw new RequestRaced();
}

interface Bound extends Wish {
  readonly bindingId: string;
  readonly action: 'binding-made' | 'binding-proposed';
}

async function record(tx: Tx, deps: CoreDeps, { request, pair, bindingId, action }: Bound): Promise<void> {
  const { owner, relativeId } = pair;
  await writeAudit(tx, deps, [{ holderId: owner.id, actor: { kind: 'person', id: owner.id }, action, subjectId: bindingId }]);
  await tell(tx, deps, [
    bindingNotice({ holderId: owner.id, subjectId: bindingId, action, otherName: maskName(request.relative.name), side: 'owner' }),
    bindingNotice({ holderId: relativeId, subjectId: bindingId, action, otherName: maskedNameOf(deps, owner), side: 'relative' }),
  ]);
}

async function existingBindings(tx: Tx, deps: CoreDeps, { owner, relativeId }: Pair): Promise<ExistingBindings> {
  const ofOwner = await findBindingsOfPerson(tx, owner.id);
  const ofRelative = await findBindingsOfPerson(tx, relativeId);
  const liveGrants = (binding: (typeof ofOwner)[number]) =>
    binding.grants.filter((grant) => isLive(grant.state)).map((grant) => grant.kind);
  const live = (bindings: typeof ofOwner) => bindings.filter((binding) => isLive(binding.state));
  const funds = (bindings: typeof ofOwner) => live(bindings).filter((binding) => liveGrants(binding).includes('share-funds'));
  const shows = (bindings: typeof ofOwner) => live(bindings).filter((binding) => liveGrants(binding).includes('show-code'));
  const towardsRelative = ofRelative.filter((binding) => binding.relativeId === relativeId);
  const month = startOfDay(plainDate(`${shanghaiDate(deps.now()).slice(0, 7)}-01`));
  return {
    ofOwner: live(ofOwner)
      .filter((binding) => binding.ownerId === owner.id)
      .map((binding) => ({ relativeId: binding.relativeId, relation: binding.relation, grants: liveGrants(binding) })),
    reverseRelation: live(ofOwner).find((binding) => binding.ownerId === relativeId)?.relation ?? null,
    sponsorsOfRelative: funds(towardsRelative).map((binding) => binding.ownerId),
    showersOfRelative: shows(towardsRelative).map((binding) => binding.ownerId),
    ownerIsUser: funds(ofOwner).some((binding) => binding.relativeId === owner.id),
    relativeIsSponsor: funds(ofRelative).some((binding) => binding.ownerId === relativeId),
    startedThisMonth: await countStartedSince(tx, owner.id, month),
    sharedLimitFen: (await findSharedLimits(tx, [owner.id])).get(owner.id)?.limitFen ?? null,
  };
}
