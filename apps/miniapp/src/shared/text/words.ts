import type { BindingView, PersonCard } from '@gongji/contract';
import { WORDS } from '@gongji/texts';
import { say } from './say';

/** The insurance that somebody is in; '' where it is not the reader's to know. */
export const schemeText = (scheme: keyof typeof WORDS.scheme | null): string => (scheme === null ? '' : say(WORDS.scheme[scheme]));

/** What the other one is to me. Each side reads the relation from their own side. */
export const relationText = ({ relationText: relation }: Pick<BindingView, 'relationText'>): string =>
  say(WORDS.relation, { relation: say(relation) });

/** The masked name; where another relative is masked alike, with what tells the two apart. The wrong one of two is paid for by mistake. */
export const personName = ({ maskedName: name, mark }: Pick<PersonCard, 'maskedName' | 'mark'>): string =>
  mark === null ? name : say(WORDS.apart, { name, mark: say(mark) });

/** Several, one after the other: 看病、买药 */
export const listText = (parts: readonly string[]): string => parts.join(say(WORDS.listComma));

/** Short facts beside each other, those there are. Where the line is full it breaks after a dot, and in no Chinese fact: not between 41 and 岁. */
export const dotted = (...facts: readonly (string | null | undefined)[]): string =>
  facts.flatMap((fact) => (fact ? (/[\u4e00-\u9fff]/.test(fact) ? fact.replace(/ /g, '\u00a0') : fact) : [])).join('\u00a0· ');
