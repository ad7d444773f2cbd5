import type { PersonFacts } from '../person/person';
import { type ClaimedRelation, RELATION_TEXT, type Relation } from './relation';

export const CLAIMED_RELATION_TEXT: Readonly<Record<ClaimedRelation, string>> = {
  ...RELATION_TEXT,
  'parent-in-law': '公婆、岳父母',
  'child-in-law': '儿媳、女婿',
  'sibling-in-law': '配偶的兄弟姐妹、兄弟姐妹的配偶',
  other: '其他亲属',
};

/** What I am to somebody who is my … */
export const INVERSE_RELATION: Readonly<Record<Relation, Relation>> = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  'paternal-grandparent': 'paternal-grandchild',
  'maternal-grandparent': 'maternal-grandchild',
  'paternal-grandchild': 'paternal-grandparent',
  'maternal-grandchild': 'maternal-grandparent',
};

const ELDER: readonly Relation[] = ['parent', 'paternal-grandparent', 'maternal-grandparent'];
const YOUNGER: readonly Relation[] = ['child', 'paternal-grandchild', 'maternal-grandchild'];

interface Pair {
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  readonly existing: { readonly reverseRelation: Relation | null };
}

/** Only what is certain: forebears are born before their descendants (adopted ones too), and two people are to each other what the other says the inverse of. No other age is a reason to refuse. */
export function isImpossible(relation: Relation, { owner, relative, existing }: Pair): boolean {
  if (ELDER.includes(relation) && relative.birthDate >= owner.birthDate) return true;
  if (YOUNGER.includes(relation) && relative.birthDate <= owner.birthDate) return true;
  return existing.reverseRelation !== null && existing.reverseRelation !== INVERSE_RELATION[relation];
}
