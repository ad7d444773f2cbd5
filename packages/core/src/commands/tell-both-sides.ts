import type { CoreDeps } from '../deps';
import type { StoredBinding } from '../store/binding.store';
import { findPersons, maskedNameOf } from '../store/person.store';
import { tell } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { type BindingAction, bindingNotice } from '../texts/notices';

interface BindingNews {
  readonly binding: Pick<StoredBinding, 'id' | 'ownerId' | 'relativeId'>;
  readonly action: BindingAction;
}

/** The same event, said to each side with the other's masked name. */
export async function tellBothSides(tx: Tx, deps: CoreDeps, { binding, action }: BindingNews): Promise<void> {
  const people = await findPersons(tx, [binding.ownerId, binding.relativeId]);
  const name = (id: string): string => {
    const person = people.get(id);
    return person === undefined ? '' : maskedNameOf(deps, person);
  };
  await tell(tx, deps, [
    bindingNotice({ holderId: binding.ownerId, subjectId: binding.id, action, otherName: name(binding.relativeId), side: 'owner' }),
    bindingNotice({ holderId: binding.relativeId, subjectId: binding.id, action, otherName: name(binding.ownerId), side: 'relative' }),
  ]);
}
