/** The eight kinds of 近亲属 (民法典 1045), said from the side of the person who binds: the relative is my … */
export const RELATIONS = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'paternal-grandparent',
  'maternal-grandparent',
  'paternal-grandchild',
  'maternal-grandchild',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_TEXT: Readonly<Record<Relation, string>> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  'paternal-grandparent': '祖父母',
  'maternal-grandparent': '外祖父母',
  'paternal-grandchild': '孙子女',
  'maternal-grandchild': '外孙子女',
};

/** Often asked for, never 近亲属: named so that the refusal can say so instead of "invalid". */
export const REFUSED_RELATIONS = ['parent-in-law', 'child-in-law', 'sibling-in-law', 'other'] as const;
export type RefusedRelation = (typeof REFUSED_RELATIONS)[number];
export type ClaimedRelation = Relation | RefusedRelation;
export const isRelation = (claimed: ClaimedRelation): claimed is Relation => (RELATIONS as readonly string[]).includes(claimed);
