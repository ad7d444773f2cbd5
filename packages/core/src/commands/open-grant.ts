import { CONSENT, decideBinding, decided, isLive, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findWish } from '../facts/binding-wish';
import { findSides } from '../facts/sides';
import { tellBothSides } from '../steps/tell-both-sides';
import type { Outcome } from '../outcome';
import type { Plan } from '../request-lists/run-once';
import type { OpenGrant } from '../requests';
import { findBindings, findOwnBinding, lockBindings, type StoredBinding } from '../store/binding.store';
import { openOnBinding } from '../store/grant.store';
import { lockAccounts } from '../store/ledger.store';
import { factsOf, lockPersons } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { saveSharedLimit } from '../store/shared-limit.store';
import type { Tx } from '../store/transaction';
import { type BindingAnswer, bindingCommand } from './binding-command';

/** Opens a switch that was never open on a binding that stands, or has ended since: asked and decided like a new binding. */
export const openGrant = bindingCommand((deps) => planOf(deps));

const planOf = (deps: CoreDeps): Plan<OpenGrant, BindingAnswer> => ({
  kind: 'open-grant',
  bodyOf: ({ key: _key, actorId: _actor, ...wish }) => wish,
  lock: lockSides,
  act: (tx, request) => open(tx, deps, request),
});

/**
 * Limits of both people are counted as for a new binding. Who they are never changes, so that can be read before the locks. Nothing is locked for somebody
 * else's binding.
 */
async function lockSides(tx: Tx, requests: readonly OpenGrant[]): Promise<void> {
  const found = await findBindings(
    tx,
    requests.map((request) => request.bindingId),
  );
  const bindings = requests.flatMap(({ actorId, bindingId }) => {
    const binding = found.get(bindingId);
    return binding?.ownerId === actorId ? [binding] : [];
  });
  await lockPersons(
    tx,
    bindings.flatMap((binding) => [binding.ownerId, binding.relativeId]),
  );
  await lockBindings(
    tx,
    bindings.map((binding) => binding.id),
  );
  const limited = requests.filter((request) => request.sharedLimitFen !== null).map((request) => request.bindingId);
  await lockAccounts(
    tx,
    bindings.filter((binding) => limited.includes(binding.id)).map((binding) => binding.ownerId),
  );
}

async function open(tx: Tx, deps: CoreDeps, request: OpenGrant): Promise<Outcome<BindingAnswer>> {
  const binding = await findOwnBinding(tx, request.actorId, request.bindingId);
  if (binding === undefined) return refused('BINDING_NOT_FOUND');
  if (binding.relativeId === request.actorId || !isLive(binding.state)) return refused('BINDING_STATE_CONFLICT');
  const decision = await decide(tx, deps, { request, binding });
  if (!decision.ok) return decision;
  const { plan, limitBeforeFen, regions } = decision.value;
  const consent = { version: request.consentVersion, guardianStatement: request.guardianStatement, signature: request.signature };
  await openOnBinding(tx, deps, { binding, plan, consent, regions });
  if (plan.sharedLimitFen !== null)
    await saveSharedLimit(tx, deps, { ownerId: binding.ownerId, fromFen: limitBeforeFen, toFen: plan.sharedLimitFen });
  const action = plan.awaits === null ? 'grant-opened' : 'grant-proposed';
  const actor = { kind: 'person', id: binding.ownerId } as const;
  await writeAudit(tx, deps, [{ holderId: binding.ownerId, actor, action, subjectId: binding.id }]);
  const kinds = plan.grants.map(({ kind }) => kind);
  await tellBothSides(tx, deps, { binding: { ...binding, acceptBy: plan.acceptBy }, action, actorId: binding.ownerId, kinds });
  return decided({ bindingId: binding.id });
}

interface Wish {
  readonly request: OpenGrant;
  readonly binding: StoredBinding;
}

async function decide(tx: Tx, deps: CoreDeps, { request, binding }: Wish) {
  const { owner, relative } = await findSides(tx, binding);
  const { showCode, shareFunds, sharedLimitFen, consentVersion, guardianStatement } = request;
  const terms = { claimedRelation: binding.relation, showCode, shareFunds, sharedLimitFen, binding };
  const wish = await findWish(tx, deps, { ...terms, owner: factsOf(owner), relative: factsOf(relative) });
  if (!wish.ok) return wish;
  const decision = decideBinding({ ...wish.value, consentVersion, guardianStatement, currentConsentVersion: CONSENT.version });
  if (!decision.ok) return decision;
  const regions = { ownerRegionCode: owner.region_code, relativeRegionCode: relative.region_code };
  return decided({ plan: decision.value, limitBeforeFen: wish.value.existing.sharedLimitFen, regions });
}
