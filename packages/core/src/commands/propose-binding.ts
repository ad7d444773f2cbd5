import { AppError, type BindingPlan, CONSENT, decideBinding, decided, type PersonFacts, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type Claimed, findClaimed, findWish } from '../facts/binding-wish';
import { tellBothSides } from '../steps/tell-both-sides';
import type { Outcome } from '../outcome';
import { readBinding } from '../queries/binding.query';
import { findAnswer, type Plan } from '../request-lists/run-once';
import type { ProposeBinding, UncheckedProposal } from '../requests';
import { lockBindingsOfPersons } from '../store/binding.store';
import { markToCheck } from '../store/due-binding.store';
import { saveBinding } from '../store/grant.store';
import { lockAccounts } from '../store/ledger.store';
import { factsOf, findPerson, findPersonIdByCertificate, isHere, lockPersons, savePerson } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { saveSharedLimit } from '../store/shared-limit.store';
import type { PersonRow } from '../store/tables';
import { RequestRaced, type Tx } from '../store/transaction';
import type { BindingView } from '../views/binding-view';
import { type BindingAnswer, bindingCommand } from './binding-command';

/** People whose bindings nobody else can change during this transaction; those whom it creates are added. */
type LockedPersons = Set<string>;

/** Binds a relative whose identity the edge has confirmed, or invites them where they have to agree. */
export const proposeBinding = bindingCommand((deps) => planOf(deps));

/** The answer that this request got before under its key; null: it is new, and only then does the edge ask the identity check. Throws IDEMPOTENCY_KEY_REUSED. */
export async function proposedBefore(deps: CoreDeps, asked: UncheckedProposal): Promise<BindingView | null> {
  const { actorId, key } = asked;
  const outcome = await findAnswer<BindingAnswer>(deps, { holderId: actorId, key, kind: KIND, body: wishOf(asked) });
  if (outcome === undefined) return null;
  if (!outcome.ok) throw AppError.of(outcome);
  return readBinding(deps, { personId: actorId, ...outcome.value });
}

const KIND = 'propose-binding';
const wishOf = ({ key: _key, actorId: _actor, ...wish }: UncheckedProposal) => wish;

const planOf = (deps: CoreDeps): Plan<ProposeBinding, BindingAnswer, LockedPersons> => ({
  kind: KIND,
  // What the register says of the relative is not the asker's wish, and may have changed when the same wish is sent again.
  bodyOf: ({ relative: { insurance, checkedAt: _checkedAt, ...relative }, ...request }) =>
    wishOf({ ...request, relative: { ...relative, regionCode: insurance.regionCode } }),
  lock: (tx, requests) => lockPeople(tx, deps, requests),
  act: (tx, request, locked) => propose(tx, deps, { request, locked }),
});

/** Both people of every request, so that limits on either side are counted by one request after the other; then the accounts that a limit of money depends on. */
async function lockPeople(tx: Tx, deps: CoreDeps, requests: readonly ProposeBinding[]): Promise<LockedPersons> {
  const ownerIds = requests.map((request) => request.actorId);
  const relativeIds: string[] = [];
  for (const { relative } of requests) {
    const id = await findPersonIdByCertificate(tx, deps, relative);
    if (id !== undefined) relativeIds.push(id);
  }
  await lockPersons(tx, [...ownerIds, ...relativeIds]);
  await lockBindingsOfPersons(tx, relativeIds);
  await lockAccounts(
    tx,
    requests.filter((request) => request.sharedLimitFen !== null).map((request) => request.actorId),
  );
  return new Set([...ownerIds, ...relativeIds]);
}

interface Asked {
  readonly request: ProposeBinding;
  readonly locked: LockedPersons;
}

async function propose(tx: Tx, deps: CoreDeps, { request, locked }: Asked): Promise<Outcome<BindingAnswer>> {
  const owner = await findPerson(tx, request.actorId);
  if (!isHere(owner)) return refused('PERSON_NOT_ENROLLED');
  const relative = await findClaimed(tx, deps, request.relative);
  // Made by somebody else since the locks were taken: what was counted for them could change under us.
  if (relative.isKnown && !locked.has(relative.id)) throw new RequestRaced();
  const decision = await decide(tx, deps, { request, owner, relative: relative.facts });
  if (!decision.ok) return decision;
  await saveRelative(tx, deps, { request, relative });
  locked.add(relative.id);
  const plan = decision.value;
  const bindingId = await saveBinding(tx, deps, {
    ownerId: owner.id,
    relativeId: relative.id,
    ownerRegionCode: owner.region_code,
    relativeRegionCode: relative.facts.regionCode,
    plan: plan.binding,
    consent: { version: request.consentVersion, guardianStatement: request.guardianStatement, signature: request.signature },
  });
  if (plan.binding.sharedLimitFen !== null)
    await saveSharedLimit(tx, deps, { ownerId: owner.id, fromFen: plan.limitBeforeFen, toFen: plan.binding.sharedLimitFen });
  await record(tx, deps, { ownerId: owner.id, relativeId: relative.id, bindingId, plan: plan.binding });
  return decided({ bindingId });
}

interface Wish {
  readonly request: ProposeBinding;
  readonly owner: PersonRow;
  readonly relative: PersonFacts;
}

async function decide(tx: Tx, deps: CoreDeps, { request, owner, relative }: Wish) {
  const { relation: claimedRelation, showCode, shareFunds, sharedLimitFen } = request;
  const terms = { claimedRelation, showCode, shareFunds, sharedLimitFen, binding: null };
  const wish = await findWish(tx, deps, { ...terms, owner: factsOf(owner), relative });
  if (!wish.ok) return wish;
  const { consentVersion, guardianStatement } = request;
  const decision = decideBinding({ ...wish.value, consentVersion, guardianStatement, currentConsentVersion: CONSENT.version });
  return decision.ok ? decided({ binding: decision.value, limitBeforeFen: wish.value.existing.sharedLimitFen }) : decision;
}

interface Named {
  readonly request: ProposeBinding;
  readonly relative: Claimed;
}

/** Only now that the binding is decided: a refused request leaves no trace of the person it named. */
async function saveRelative(tx: Tx, deps: CoreDeps, { request, relative }: Named): Promise<void> {
  const { id, insurance } = relative;
  const saved = await savePerson(tx, { ...deps, newId: () => id }, { ...request.relative, insurance, openid: null });
  // Somebody else bound this person for the first time in the same moment, and was not counted.
  if (!relative.isKnown && saved.personId !== id) throw new RequestRaced();
  if (saved.hasMoved) await markToCheck(tx, await lockBindingsOfPersons(tx, [id]));
}

interface Bound {
  readonly ownerId: string;
  readonly relativeId: string;
  readonly bindingId: string;
  readonly plan: BindingPlan;
}

async function record(tx: Tx, deps: CoreDeps, { ownerId, relativeId, bindingId, plan }: Bound): Promise<void> {
  const action = plan.awaits === null ? 'binding-made' : 'binding-proposed';
  await writeAudit(tx, deps, [{ holderId: ownerId, actor: { kind: 'person', id: ownerId }, action, subjectId: bindingId }]);
  const kinds = plan.grants.map(({ kind }) => kind);
  await tellBothSides(tx, deps, {
    binding: { id: bindingId, ownerId, relativeId, acceptBy: plan.acceptBy },
    action,
    actorId: ownerId,
    kinds,
  });
}
