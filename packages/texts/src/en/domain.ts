import type { DOMAIN } from '../domain-words';
import * as HELP from './domain-help';
import * as PREMIUM from './domain-premium';
import * as PRIVACY from './domain-privacy';
import * as RULES from './domain-rules';
import * as WORDS from './domain-words';
import { ERRORS } from './errors';

/** Paired by name with what the domain says; a table without English does not compile. */
export const ENGLISH_DOMAIN = { ...WORDS, ...HELP, ...PREMIUM, ...PRIVACY, ...RULES, ERRORS } satisfies Readonly<
  Record<keyof typeof DOMAIN, unknown>
>;
