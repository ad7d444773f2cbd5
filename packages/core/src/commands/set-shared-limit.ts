import { decided, decideSharedLimit, refused, shanghaiDate, sharedLimitKind } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { findAvailable } from '../facts/binding-wish';
import { sharedLimitIn } from '../facts/shared-limit';
import type { Command, Outcome } from '../outcome';
import { readSharedLimit } from '../queries/shared-limit.query';
import { type Plan, present, runOnce } from '../request-lists/run-once';
import type { SetSharedLimit } from '../requests';
import { findAccounts, lockAccounts } from '../store/ledger.store';
import { findPerson, isHere, lockPersons } from '../store/person.store';
import { tell, writeAudit } from '../store/record.store';
import { countLimitChanges, findSharers, findStoredLimits, isShared, saveSharedLimit } from '../store/shared-limit.store';
import type { PersonRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { limitNotice } from '../texts/binding-notices';
import type { SharedLimit } from '../views/binding-view';

type Answer = { readonly personId: string };

/** The owner's limit for all relatives together. The accounts are locked: what is available and what was spent stand still while it is decided. */
export const setSharedLimit: Command<SetSharedLimit, SharedLimit> = async (deps, requests) => {
  const outcomes = await runOnce(deps, planOf(deps), requests);
  return present(outcomes, requests, ({ personId }) => readSharedLimit(deps, personId));
};

const planOf = (deps: CoreDeps): Plan<SetSharedLimit, Answer> => ({
  kind: 'set-shared-limit',
  bodyOf: ({ limitFen }) => ({ limitFen }),
  lock: async (tx, requests) => {
    const ids = requests.map((request) => request.actorId);
    await lockPersons(tx, ids);
    await lockAccounts(tx, ids);
  },
  act: (tx, request) => set(tx, deps, request),
});

async function set(tx: Tx, deps: CoreDeps, { actorId, limitFen: wantedFen }: SetSharedLimit): Promise<Outcome<Answer>> {
  const person = await findPerson(tx, actorId);
  if (!isHere(person)) return refused('PERSON_NOT_ENROLLED');
  if ((await findAccounts(tx, [actorId])).length === 0) return refused('ACCOUNT_NOT_FOUND');
  const today = shanghaiDate(deps.now());
  const policy = deps.policies.policyFor(person.region_code, today);
  if (policy === undefined) return refused('POLICY_NOT_FOUND');
  // Money is set aside for somebody: where nobody shares the account, the amount is given with the binding.
  if (sharedLimitKind(policy) !== 'limit' && !(await isShared(tx, actorId))) return refused('BINDING_NOT_FOUND');
  const facts = sharedLimitIn(policy, (await findStoredLimits(tx, [actorId])).get(actorId));
  const availableFen = await findAvailable(tx, actorId);
  const movesThisMonth = await countLimitChanges(tx, actorId, today);
  const decision = decideSharedLimit({ ...facts, wantedFen, availableFen, movesThisMonth, policy });
  if (!decision.ok) return decision;
  await saveSharedLimit(tx, deps, { ownerId: actorId, fromFen: facts.limitFen, toFen: decision.value });
  const actor = { kind: 'person', id: actorId } as const;
  await writeAudit(tx, deps, [{ holderId: actorId, actor, action: 'shared-limit-set', subjectId: actorId }]);
  if (decision.value !== facts.limitFen) await tellSharers(tx, deps, person);
  return decided({ personId: actorId });
}

/** Everybody whose costs it bounds. */
async function tellSharers(tx: Tx, deps: CoreDeps, owner: PersonRow): Promise<void> {
  const sharers = await findSharers(tx, owner.id);
  const known = await findKnown(
    tx,
    deps,
    sharers.map(({ relativeId }) => relativeId),
  );
  await tell(tx, deps, [
    limitNotice({ holderId: owner.id, subjectId: owner.id, ownerName: null }),
    ...sharers.map(({ relativeId: holderId, bindingId: subjectId }) =>
      limitNotice({ holderId, subjectId, ownerName: known.nameFor(holderId, owner) }),
    ),
  ]);
}
