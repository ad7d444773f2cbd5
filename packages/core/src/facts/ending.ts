import { type BindingStep, type Decision, decideSelfEnding, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { StoredBinding } from '../store/binding.store';
import { factsOf } from '../store/person.store';
import type { PersonRow } from '../store/tables';

interface Sides {
  readonly owner: PersonRow;
  readonly relative: PersonRow;
}

/** What the register ends on a binding, by the rules of where the sponsor was insured when the two were bound; only after a change. */
export function decideEnding(
  deps: CoreDeps,
  binding: StoredBinding,
  { owner, relative }: Sides,
): Decision<BindingStep, 'BINDING_STATE_CONFLICT'> {
  if (!binding.toCheck) return refused('BINDING_STATE_CONFLICT');
  const ownerPolicy = deps.policies.policyFor(binding.ownerRegionCode, shanghaiDate(deps.now()));
  return decideSelfEnding({ binding, owner: factsOf(owner), relative: factsOf(relative), ownerPolicy });
}
