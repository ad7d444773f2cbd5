import { canonicalText, decided, decideTerms, termsOf } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { tellBothSides } from '../steps/tell-both-sides';
import type { Outcome } from '../outcome';
import type { Plan } from '../request-lists/run-once';
import type { ChangeTerms } from '../requests';
import { lockBindings } from '../store/binding.store';
import { changeGrantTerms } from '../store/grant.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { type BindingAnswer, bindingCommand } from './binding-command';
import { findStepFacts } from './step-command';

/** Caps, uses and dates of switches that are open. Money that is held or spent already is not touched; the next payment is decided on the new terms. */
export const changeTerms = bindingCommand((deps) => planOf(deps));

const planOf = (deps: CoreDeps): Plan<ChangeTerms, BindingAnswer> => ({
  kind: 'change-terms',
  bodyOf: ({ bindingId, showCode, shareFunds }) => ({ bindingId, showCode, shareFunds }),
  lock: (tx, requests) =>
    lockBindings(
      tx,
      requests.map((request) => request.bindingId),
    ),
  act: (tx, request) => change(tx, deps, request),
});

async function change(tx: Tx, deps: CoreDeps, { actorId, bindingId, showCode, shareFunds }: ChangeTerms): Promise<Outcome<BindingAnswer>> {
  const facts = await findStepFacts(tx, deps, { actorId, bindingId });
  if (!facts.ok) return facts;
  const decision = decideTerms({ ...facts.value, showCode, shareFunds });
  if (!decision.ok) return decision;
  const { binding } = facts.value;
  const changed = decision.value.filter(({ kind, terms }) =>
    binding.grants.some((grant) => grant.kind === kind && canonicalText(termsOf(grant)) !== canonicalText(terms)),
  );
  if (changed.length === 0) return decided({ bindingId });
  await changeGrantTerms(tx, deps, { bindingId, changed });
  const line = {
    holderId: binding.ownerId,
    actor: { kind: 'person', id: actorId },
    action: 'terms-changed',
    subjectId: binding.id,
  } as const;
  await writeAudit(
    tx,
    deps,
    changed.map(({ kind }) => ({ ...line, reason: kind })),
  );
  await tellBothSides(tx, deps, { binding, action: 'terms-changed', actorId, kinds: changed.map(({ kind }) => kind) });
  return decided({ bindingId });
}
