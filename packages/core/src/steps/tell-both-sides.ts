import type { GrantKind } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import type { StoredBinding } from '../store/binding.store';
import { findPersons } from '../store/person.store';
import { tell } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { type BindingAction, bindingNotice } from '../texts/binding-notices';

export interface BindingNews {
  readonly binding: Pick<StoredBinding, 'id' | 'ownerId' | 'relativeId' | 'acceptBy'>;
  readonly action: BindingAction;
  /** null: the clock or the register. */
  readonly actorId: string | null;
  /** The switches it is about. */
  readonly kinds: readonly GrantKind[];
}

/** The same event, said to each side with the other's masked name. */
export async function tellBothSides(tx: Tx, deps: CoreDeps, { binding, action, actorId, kinds }: BindingNews): Promise<void> {
  const people = await findPersons(tx, [binding.ownerId, binding.relativeId]);
  const known = await findKnown(tx, deps, [binding.ownerId, binding.relativeId]);
  const { ownerId, relativeId, acceptBy } = binding;
  const sides = [
    { side: 'owner', holderId: ownerId, otherId: relativeId },
    { side: 'relative', holderId: relativeId, otherId: ownerId },
  ] as const;
  await tell(
    tx,
    deps,
    sides.map(({ side, holderId, otherId }) => {
      const otherName = known.nameFor(holderId, people.get(otherId));
      return bindingNotice({ subjectId: binding.id, action, kinds, side, holderId, otherName, mine: actorId === holderId, acceptBy });
    }),
  );
}
