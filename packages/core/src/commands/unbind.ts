import { decided, decideUnbind, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { policyOfOwner, readBinding } from '../queries/binding.query';
import type { BindingRequest } from '../requests';
import { findBinding, lockBindings, stepBinding } from '../store/binding.store';
import { findOpenPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { BindingView } from '../views/binding-view';
import { type Plan, present, runOnce } from './run-once';
import { tellBothSides } from './tell-both-sides';

type Answer = { readonly bindingId: string };

/** Ends a binding and all grants on it. Settling and applying lock the binding first as well, so nothing is debited after this was answered. */
export const unbind: Command<BindingRequest, BindingView> = async (deps, requests) => {
  const outcomes = await runOnce(deps, planOf(deps), requests);
  return present(outcomes, requests, ({ bindingId }, { actorId }) => readBinding(deps, { personId: actorId, bindingId }));
};

const planOf = (deps: CoreDeps): Plan<BindingRequest, Answer> => ({
  kind: 'unbind',
  scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
  bodyOf: ({ bindingId }) => ({ bindingId }),
  lock: (tx, requests) =>
    lockBindings(
      tx,
      requests.map((request) => request.bindingId),
    ),
  act: (tx, request) => end(tx, deps, request),
});

async function end(tx: Tx, deps: CoreDeps, { actorId, bindingId }: BindingRequest): Promise<Outcome<Answer>> {
  const found = await findBinding(tx, bindingId);
  if (found === undefined) return refused('BINDING_NOT_FOUND');
  const ownerPolicy = await policyOfOwner(tx, deps, found);
  // Read after the lock: an application that was faster is seen, a later one waits and finds the binding ended.
  const open = await findOpenPayments(tx, [found.id]);
  const today = shanghaiDate(deps.now());
  const decision = decideUnbind({ binding: found, actorId, openPaymentCount: open.length, ownerPolicy, today });
  if (!decision.ok) return decision;
  const grants = decision.value.grants.map((kind) => ({ kind, state: 'ended' as const }));
  await stepBinding(tx, deps, { binding: found, step: { state: decision.value.state, grants } });
  const line = { holderId: found.ownerId, actor: { kind: 'person', id: actorId }, action: 'binding-ended', subjectId: found.id } as const;
  await writeAudit(tx, deps, [line]);
  await tellBothSides(tx, deps, { binding: found, action: 'binding-ended' });
  return decided({ bindingId: found.id });
}
