import { decided, decideOrder, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { sponsorsInOrder } from '../facts/sponsors';
import type { Command, Outcome } from '../outcome';
import { readDeductionOrder } from '../queries/order.query';
import { type Plan, present, runOnce } from '../request-lists/run-once';
import type { SetDeductionOrder } from '../requests';
import { findBindingsOfRelatives } from '../store/binding.store';
import { findChosenOrder, saveChosenOrder } from '../store/order.store';
import { findPerson, isHere, lockActors } from '../store/person.store';
import { tell, writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { orderNotice } from '../texts/binding-notices';
import type { DeductionOrder } from '../views/binding-view';

type Answer = { readonly personId: string };

/** In which order a person's sponsors pay, where the region lets the person say so. */
export const setDeductionOrder: Command<SetDeductionOrder, DeductionOrder> = async (deps, requests) => {
  const outcomes = await runOnce(deps, planOf(deps), requests);
  return present(outcomes, requests, ({ personId }) => readDeductionOrder(deps, personId));
};

const planOf = (deps: CoreDeps): Plan<SetDeductionOrder, Answer> => ({
  kind: 'set-deduction-order',
  bodyOf: ({ bindingIds }) => ({ bindingIds }),
  lock: lockActors,
  act: (tx, request) => set(tx, deps, request),
});

async function set(tx: Tx, deps: CoreDeps, { actorId, bindingIds }: SetDeductionOrder): Promise<Outcome<Answer>> {
  const person = await findPerson(tx, actorId);
  if (!isHere(person)) return refused('PERSON_NOT_ENROLLED');
  const policy = deps.policies.policyFor(person.region_code, shanghaiDate(deps.now()));
  if (policy === undefined) return refused('POLICY_NOT_FOUND');
  const bindings = await findBindingsOfRelatives(tx, [actorId]);
  const sponsors = sponsorsInOrder(policy, bindings, await findChosenOrder(tx, actorId)).map(({ id }) => id);
  const decision = decideOrder({ policy, sponsors, wanted: bindingIds });
  if (!decision.ok) return decision;
  await saveChosenOrder(tx, deps, { personId: actorId, bindingIds: decision.value });
  const actor = { kind: 'person', id: actorId } as const;
  await writeAudit(tx, deps, [{ holderId: actorId, actor, action: 'deduction-order-set', subjectId: actorId }]);
  const told = bindings.filter(({ id }) => sponsors.includes(id));
  const known = await findKnown(
    tx,
    deps,
    told.map(({ ownerId }) => ownerId),
  );
  await tell(tx, deps, [
    orderNotice({ holderId: actorId, subjectId: actorId, personName: null }),
    ...told.map(({ id: subjectId, ownerId: holderId }) =>
      orderNotice({ holderId, subjectId, personName: known.nameFor(holderId, person) }),
    ),
  ]);
  return decided({ personId: actorId });
}
