import { AppError, explainBinding as explainWish, explainPair, type Explanation, isLive, shanghaiDate, stands, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findClaimed, findWish } from '../facts/binding-wish';
import { decideEnding } from '../facts/ending';
import { ownerPolicyOf } from '../facts/owner-policy';
import { sharedLimitIn } from '../facts/shared-limit';
import { findSides } from '../facts/sides';
import type { CheckBinding, CheckGrant } from '../requests';
import { findCounterUses, UNUSED } from '../store/counter-use.store';
import { findAccounts, potsOf } from '../store/ledger.store';
import { factsOf, findPerson } from '../store/person.store';
import { type Look, noteLooks } from '../store/look.store';
import { findStoredLimits } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { ExplanationList } from '../views/binding-view';
import { ruleReference } from '../views/rule-reference';
import { type AskBinding, ownBinding } from './binding.query';

/** Before anything is signed: everything that proposing would look at, told one by one. Writes nothing but who looked, where the relative is known here. */
export async function checkBinding(deps: CoreDeps, ask: CheckBinding): Promise<ExplanationList> {
  const { actorId, relative, relation: claimedRelation, showCode, shareFunds, sharedLimitFen } = ask;
  const owner = await findPerson(deps.db, actorId);
  if (owner === undefined) throw new AppError('PERSON_NOT_ENROLLED');
  const { facts, isKnown } = await findClaimed(deps.db, deps, relative);
  if (isKnown) await noteLooks(deps, [{ holderId: facts.id, looker: { kind: 'person', id: actorId }, what: 'named', subjectId: facts.id }]);
  const terms = { claimedRelation, showCode, shareFunds, sharedLimitFen, binding: null };
  const wish = await findWish(deps.db, deps, { ...terms, owner: factsOf(owner), relative: facts });
  if (!wish.ok) throw AppError.of(wish);
  return listOf(explainWish(wish.value));
}

/** Before a switch of a binding that stands is signed for: everything that opening it would look at. Writes nothing but who looked. */
export async function checkGrant(deps: CoreDeps, { actorId, bindingId, ...asked }: CheckGrant): Promise<ExplanationList> {
  const binding = await ownBinding(deps, { personId: actorId, bindingId });
  if (binding.ownerId !== actorId || !isLive(binding.state)) throw new AppError('BINDING_STATE_CONFLICT');
  const { owner, relative } = await findSides(deps.db, binding);
  const { showCode, shareFunds, sharedLimitFen } = asked;
  const terms = { claimedRelation: binding.relation, showCode, shareFunds, sharedLimitFen, binding };
  const wish = await findWish(deps.db, deps, { ...terms, owner: factsOf(owner), relative: factsOf(relative) });
  if (!wish.ok) throw AppError.of(wish);
  await noteLooks(deps, [lookAtConditions({ actorId, other: relative, bindingId })]);
  return listOf(explainWish(wish.value));
}

const lookAtConditions = (look: {
  readonly actorId: string;
  readonly other: { readonly id: string };
  readonly bindingId: string;
}): Look => ({
  holderId: look.other.id,
  looker: { kind: 'person', id: look.actorId },
  what: 'conditions',
  subjectId: look.bindingId,
});

/** "Bound, but can it be used?" for both sides; the amounts are the owner's. Nothing before somebody has agreed, nor afterwards. */
export async function explainBinding(deps: CoreDeps, ask: AskBinding): Promise<ExplanationList> {
  const binding = await ownBinding(deps, ask);
  if (!stands(binding.state)) return listOf([]);
  const { owner, relative } = await findSides(deps.db, binding);
  const today = shanghaiDate(deps.now());
  const ownerPolicy = ownerPolicyOf(deps, binding, owner);
  const relativePolicy = deps.policies.policyFor(relative.region_code, today) ?? deps.policies.policyFor(binding.relativeRegionCode, today);
  if (ownerPolicy === undefined || relativePolicy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const other = ask.personId === owner.id ? relative : owner;
  await noteLooks(deps, [lookAtConditions({ actorId: ask.personId, other, bindingId: binding.id })]);
  const limit = sharedLimitIn(ownerPolicy, (await findStoredLimits(deps.db, [owner.id])).get(owner.id));
  return listOf(
    explainPair({
      binding,
      isEnding: decideEnding(deps, binding, { owner, relative }).ok,
      owner: factsOf(owner),
      relative: factsOf(relative),
      ownerPolicy,
      relativePolicy,
      ownerPots: potsOf(await findAccounts(deps.db, [owner.id]), owner.id),
      spentThisMonthFen: (await findSpentInMonth(deps.db, [binding.id], today)).get(binding.id) ?? ZERO,
      sharedLimitFen: limit.limitFen,
      sharedSpentFen: limit.spentFen,
      counter: {
        ...((await findCounterUses(deps.db, [relative.id], { now: deps.now(), today })).get(relative.id) ?? UNUSED),
        institutionKind: null,
      },
      readerIsOwner: ask.personId === binding.ownerId,
      today,
    }),
  );
}

const listOf = (explanations: readonly Explanation[]): ExplanationList => ({
  explanations: explanations.map(({ checks, ...explanation }) => ({
    ...explanation,
    checks: checks.map((check) => ({ ...check, rule: check.rule === null ? null : ruleReference(check.rule) })),
  })),
});
