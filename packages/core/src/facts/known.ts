import { INVERSE_RELATION, maskCertificate, marksOf, withMark } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findRelations } from '../store/binding.store';
import { certificateNumberOf, findPersons, maskedNameOf } from '../store/person.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';

/** How readers know their relatives: by the masked name, with a mark where two are masked alike. */
export interface Known {
  readonly markOf: (readerId: string, personId: string) => string | null;
  /** '' for somebody who is not there. */
  readonly nameFor: (readerId: string, person: PersonRow | undefined) => string;
}

/** Of everybody a reader is or was bound to, so that one person is called the same on every page and in every message. */
export async function findKnown(reader: Reader, deps: CoreDeps, readerIds: readonly string[]): Promise<Known> {
  const relations = await findRelations(reader, readerIds);
  const people = await findPersons(
    reader,
    relations.flatMap(({ ownerId, relativeId }) => [ownerId, relativeId]),
  );
  const marks = new Map(
    [...new Set(readerIds)].map((readerId) => [readerId, marksOf(acquaintances(deps, readerId, { relations, people }))]),
  );
  const markOf = (readerId: string, personId: string): string | null => marks.get(readerId)?.get(personId) ?? null;
  return {
    markOf,
    nameFor: (readerId, person) => (person === undefined ? '' : withMark(maskedNameOf(deps, person), markOf(readerId, person.id))),
  };
}

interface Found {
  readonly relations: Awaited<ReturnType<typeof findRelations>>;
  readonly people: ReadonlyMap<string, PersonRow>;
}

/** Each once, by the newest binding; whoever has left has no name to be mistaken for. */
function acquaintances(deps: CoreDeps, readerId: string, { relations, people }: Found) {
  const seen = new Set<string>();
  return relations.flatMap(({ ownerId, relativeId, relation }) => {
    const mine = ownerId === readerId;
    const person = mine || relativeId === readerId ? people.get(mine ? relativeId : ownerId) : undefined;
    if (person === undefined || person.left_at !== null || seen.has(person.id)) return [];
    seen.add(person.id);
    return [
      {
        personId: person.id,
        maskedName: maskedNameOf(deps, person),
        relation: mine ? relation : INVERSE_RELATION[relation],
        maskedCertificate: maskCertificate(certificateNumberOf(deps, person)),
      },
    ];
  });
}
