import { type BindingStep, type Decision, decided, type PlainDate, refused, type RegionPolicy, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { ownerPolicyOf } from '../facts/owner-policy';
import { tellBothSides } from '../steps/tell-both-sides';
import type { Command, Outcome } from '../outcome';
import type { Plan } from '../request-lists/run-once';
import type { BindingRequest } from '../requests';
import { findOwnBinding, lockBindings, type StoredBinding } from '../store/binding.store';
import { stepBinding } from '../store/grant.store';
import { findPerson } from '../store/person.store';
import { findOpenPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { RequestKind } from '../texts/audit-texts';
import type { BindingAction } from '../texts/binding-notices';
import type { BindingView } from '../views/binding-view';
import { type BindingAnswer, bindingCommand } from './binding-command';

/** What every step is decided on, as of the binding's lock. */
export interface StepFacts {
  readonly binding: StoredBinding;
  readonly acceptBy: Date | null;
  readonly actorId: string;
  readonly ownerPolicy: RegionPolicy;
  readonly openPaymentCount: number;
  readonly now: Date;
  readonly today: PlainDate;
}

interface StepKind<R extends BindingRequest> {
  /** Of the request, so that a key does not serve another kind. */
  readonly kind: RequestKind;
  /** The person's wish, besides which binding. */
  readonly bodyOf?: (request: R) => object;
  readonly action: BindingAction;
  readonly decide: (facts: StepFacts, request: R) => Decision<BindingStep>;
}

/** What all steps of a binding that stands have in common: decided once, under the binding's lock, written down and told to both sides. */
export const stepCommand = <R extends BindingRequest>(step: StepKind<R>): Command<R, BindingView> =>
  bindingCommand((deps) => planOf(deps, step));

const planOf = <R extends BindingRequest>(deps: CoreDeps, step: StepKind<R>): Plan<R, BindingAnswer> => ({
  kind: step.kind,
  bodyOf: (request) => ({ bindingId: request.bindingId, ...step.bodyOf?.(request) }),
  lock: (tx, requests) =>
    lockBindings(
      tx,
      requests.map((request) => request.bindingId),
    ),
  act: (tx, request) => act(tx, deps, { request, step }),
});

async function act<R extends BindingRequest>(
  tx: Tx,
  deps: CoreDeps,
  { request, step }: { readonly request: R; readonly step: StepKind<R> },
): Promise<Outcome<BindingAnswer>> {
  const { actorId, bindingId } = request;
  const facts = await findStepFacts(tx, deps, { actorId, bindingId });
  if (!facts.ok) return facts;
  const { binding } = facts.value;
  const decision = step.decide(facts.value, request);
  if (!decision.ok) return decision;
  await stepBinding(tx, deps, { binding, step: decision.value, actorId });
  const { action } = step;
  await writeAudit(tx, deps, [{ holderId: binding.ownerId, actor: { kind: 'person', id: actorId }, action, subjectId: binding.id }]);
  await tellBothSides(tx, deps, { binding, action, actorId, kinds: decision.value.grants.map(({ kind }) => kind) });
  return decided({ bindingId });
}

/** Payments are read after the lock: an application that was faster is seen, a later one waits and finds the binding as it is then. */
export async function findStepFacts(
  tx: Tx,
  deps: CoreDeps,
  { actorId, bindingId }: Pick<BindingRequest, 'actorId' | 'bindingId'>,
): Promise<Outcome<StepFacts>> {
  const binding = await findOwnBinding(tx, actorId, bindingId);
  if (binding === undefined) return refused('BINDING_NOT_FOUND');
  const owner = await findPerson(tx, binding.ownerId);
  const now = deps.now();
  const today = shanghaiDate(now);
  const ownerPolicy = ownerPolicyOf(deps, binding, owner);
  if (ownerPolicy === undefined) return refused('POLICY_NOT_FOUND');
  const openPaymentCount = (await findOpenPayments(tx, [binding.id])).length;
  return decided({ binding, acceptBy: binding.acceptBy, actorId, ownerPolicy, openPaymentCount, now, today });
}
