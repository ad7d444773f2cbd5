import { DOMAIN } from '../domain-words';
import { ENGLISH_DOMAIN } from '../en/domain';
import type { Sentence } from './sentence';

type Relation = keyof typeof DOMAIN.CLAIMED_RELATION_TEXT;

const BY_RELATION = (Object.keys(DOMAIN.CLAIMED_RELATION_TEXT) as Relation[]).map(
  (relation): Sentence => [
    `{name}（${DOMAIN.CLAIMED_RELATION_TEXT[relation]}）`,
    `{name} (${ENGLISH_DOMAIN.CLAIMED_RELATION_TEXT[relation].toLowerCase()})`,
  ],
);

/** What tells apart two relatives whose names are masked alike. */
export const NAMES: readonly Sentence[] = [
  ...BY_RELATION,
  ['{name}（尾号 {digits}）', '{name} (ending in {digits})'],
  ['尾号 {digits}', 'ending in {digits}'],
];
