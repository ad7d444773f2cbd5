import { groupBy } from '../group-by';
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
export const marksOf = (people: readonly Acquaintance[]): ReadonlyMap<string, string> =>
  new Map([...groupBy(people, ({ maskedName }) => maskedName).values()].flatMap((alike) => (alike.length < 2 ? [] : marksAmong(alike))));

function marksAmong(alike: readonly Acquaintance[]): readonly (readonly [string, string])[] {
  const related = groupBy(alike, ({ relation }) => relation);
  return alike.map(({ personId, relation, endOfNumber }) => [
    personId,
    related.get(relation)?.length === 1 ? RELATION_TEXT[relation] : endMark(endOfNumber()),
  ]);
}

/** Of a number that is masked but for its end. */
export const endMark = (number: string): string => `尾号 ${number.slice(-2)}`;

/** 王*（子女）: the mark stands in brackets, and is no part of the name. */
export const withMark = (maskedName: string, mark: string | null): string => (mark === null ? maskedName : `${maskedName}（${mark}）`);
