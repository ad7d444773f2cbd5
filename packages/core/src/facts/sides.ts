import type { StoredBinding } from '../store/binding.store';
import { findPersons } from '../store/person.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';

/** Both people of a binding. */
export async function findSides(
  reader: Reader,
  { ownerId, relativeId }: StoredBinding,
): Promise<{ readonly owner: PersonRow; readonly relative: PersonRow }> {
  const people = await findPersons(reader, [ownerId, relativeId]);
  const [owner, relative] = [people.get(ownerId), people.get(relativeId)];
  if (owner === undefined || relative === undefined) throw new Error('a binding names a person who is not there');
  return { owner, relative };
}
