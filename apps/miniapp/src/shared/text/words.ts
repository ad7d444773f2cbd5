import type { BindingView } from '@gongji/contract';
import { WORDS } from '@gongji/texts';
import { say } from './say';

/** The insurance that somebody is in. */
export const schemeText = (scheme: keyof typeof WORDS.scheme): string => say(WORDS.scheme[scheme]);

/** What the other one is to me. Each side reads the relation from their own side. */
export const relationText = ({ relationText: relation }: Pick<BindingView, 'relationText'>): string =>
  say(WORDS.relation, { relation: say(relation) });

/** Several, one after the other: 看病、买药 */
export const listText = (parts: readonly string[]): string => parts.join(say(WORDS.listComma));
