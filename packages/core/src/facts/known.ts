import { type Acquaintance, INVERSE_RELATION, maskCertificate, marksOf, type Relation, withMark } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findRelations } from '../store/binding.store';
import { certificateNumberOf, findPersons, isHere, maskedNameOf } from '../store/person.store';
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
  const several = severalOf(await findRelations(reader, readerIds), readerIds);
  const people = await findPersons(
    reader,
    [...several.values()].flatMap((others) => [...others.keys()]),
  );
  const marks = new Map(Array.from(several, ([readerId, others]) => [readerId, marksOf(acquaintances(deps, others, people))]));
  const markOf = (readerId: string, personId: string): string | null => marks.get(readerId)?.get(personId) ?? null;
  return {
    markOf,
    nameFor: (readerId, person) => (person === undefined ? '' : withMark(maskedNameOf(deps, person), markOf(readerId, person.id))),
  };
}

type People = ReadonlyMap<string, PersonRow>;

/** How one reader knows each of these people; '' for an id that is nobody's. */
export async function findNames(
  reader: Reader,
  deps: CoreDeps,
  { readerId, people }: { readonly readerId: string; readonly people: People },
): Promise<(id: string) => string> {
  const known = await findKnown(reader, deps, people.size === 0 ? [] : [readerId]);
  return (id) => known.nameFor(readerId, people.get(id));
}

type Relations = Awaited<ReturnType<typeof findRelations>>;
/** By person, what each is to the reader. */
type Others = ReadonlyMap<string, Relation>;

/** Whom each reader knows, by the newest binding, where that is more than one person: nobody has to be told from nobody. */
function severalOf(relations: Relations, readerIds: readonly string[]): ReadonlyMap<string, Others> {
  const known = new Map(readerIds.map((readerId) => [readerId, new Map<string, Relation>()]));
  const meets = (readerId: string, personId: string, relation: Relation): void => {
    const others = known.get(readerId);
    if (others !== undefined && !others.has(personId)) others.set(personId, relation);
  };
  for (const { ownerId, relativeId, relation } of relations) {
    meets(ownerId, relativeId, relation);
    meets(relativeId, ownerId, INVERSE_RELATION[relation]);
  }
  return new Map([...known].filter(([, others]) => others.size > 1));
}

/** Somebody who has left has no name that could be confused with another. */
const acquaintances = (deps: CoreDeps, others: Others, people: People) =>
  Array.from(others).flatMap(([personId, relation]): Acquaintance[] => {
    const person = people.get(personId);
    if (!isHere(person)) return [];
    const endOfNumber = (): string => maskCertificate(certificateNumberOf(deps, person)).slice(-2);
    return [{ personId, relation, maskedName: maskedNameOf(deps, person), endOfNumber }];
  });
