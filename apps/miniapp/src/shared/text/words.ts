import { WORDS } from '@gongji/texts';
import { say } from './say';

/** The insurance that somebody is in. */
export const schemeText = (scheme: keyof typeof WORDS.scheme): string => say(WORDS.scheme[scheme]);
