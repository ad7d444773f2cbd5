import { RELATION_TEXT, type Relation } from './relation';

/** One of those somebody is or was bound to, as that reader sees them. */
export interface Acquaintance {
  readonly personId: string;
  readonly maskedName: string;
  /** What the person is to the reader. */
  readonly relation: Relation;
  /** The last characters of the number, which nobody opens as long as the names differ. */
  readonly endOfNumber: () => string;
}

/**
 * What tells those apart whose masked names are alike, by person: the relation where it is the only one among them, otherwise the last characters of the
 * number. Nobody else has a mark. A wife and a son may be masked alike, and the wrong one of two is paid for by mistake.
 */
export function marksOf(people: readonly Acquaintance[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { personId, maskedName, relation, endOfNumber } of people) {
    const alike = people.filter((each) => each.maskedName === maskedName);
    if (alike.length < 2) continue;
    const isOnly = alike.every((each) => each.personId === personId || each.relation !== relation);
    marks.set(personId, isOnly ? RELATION_TEXT[relation] : `尾号 ${endOfNumber()}`);
  }
  return marks;
}

/** 王*（子女）: the mark stands in brackets, and is no part of the name. */
export const withMark = (maskedName: string, mark: string | null): string => (mark === null ? maskedName : `${maskedName}（${mark}）`);
