import { type AcceptRequest, type BindingStep, type Decision, decided, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { readBinding } from '../queries/binding.query';
import type { BindingRequest } from '../requests';
import { findBinding, lockBindings, stepBinding } from '../store/binding.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { BindingAction } from '../texts/notices';
import type { BindingView } from '../views/binding-view';
import { type Plan, present, runOnce } from './run-once';
import { tellBothSides } from './tell-both-sides';

interface AnswerKind {
  readonly kind: string;
  readonly action: BindingAction;
  readonly decide: (request: AcceptRequest) => Decision<BindingStep>;
}
type Answer = { readonly bindingId: string };

/** What both answers to an invitation have in common: only the named relative gives them, once, under the binding's lock. */
export const answerBinding =
  (answer: AnswerKind): Command<BindingRequest, BindingView> =>
  async (deps, requests) => {
    const outcomes = await runOnce(deps, planOf(deps, answer), requests);
    return present(outcomes, requests, ({ bindingId }, { actorId }) => readBinding(deps, { personId: actorId, bindingId }));
  };

const planOf = (deps: CoreDeps, answer: AnswerKind): Plan<BindingRequest, Answer> => ({
  kind: answer.kind,
  scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
  bodyOf: ({ bindingId }) => ({ bindingId }),
  lock: (tx, requests) =>
    lockBindings(
      tx,
      requests.map((request) => request.bindingId),
    ),
  act: (tx, request) => act(tx, deps, { ...request, answer }),
});

async function act(
  tx: Tx,
  deps: CoreDeps,
  { actorId, bindingId, answer }: BindingRequest & { answer: AnswerKind },
): Promise<Outcome<Answer>> {
  const binding = await findBinding(tx, bindingId);
  if (binding === undefined) return refused('BINDING_NOT_FOUND');
  const decision = answer.decide({ binding, actorId, acceptBy: binding.acceptBy, now: deps.now() });
  if (!decision.ok) return decision;
  await stepBinding(tx, deps, { binding, step: decision.value });
  const { action } = answer;
  await writeAudit(tx, deps, [{ holderId: binding.ownerId, actor: { kind: 'person', id: actorId }, action, subjectId: binding.id }]);
  await tellBothSides(tx, deps, { binding, action });
  return decided({ bindingId: binding.id });
}
