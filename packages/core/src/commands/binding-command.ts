import type { CoreDeps } from '../deps';
import type { Command, PersonRequest } from '../outcome';
import { readBinding } from '../queries/binding.query';
import { type Plan, present, runOnce } from '../request-lists/run-once';
import type { BindingView } from '../views/binding-view';

export type BindingAnswer = { readonly bindingId: string };

/** A command that acts on one binding and shows the asker how it stands afterwards. */
export const bindingCommand =
  <R extends PersonRequest, State>(planOf: (deps: CoreDeps) => Plan<R, BindingAnswer, State>): Command<R, BindingView> =>
  async (deps, requests) => {
    const outcomes = await runOnce(deps, planOf(deps), requests);
    return present(outcomes, requests, ({ bindingId }, { actorId }) => readBinding(deps, { personId: actorId, bindingId }));
  };
