import { DOMAIN } from './domain-words';
import * as EN from './en';
import { ENGLISH_DOMAIN } from './en/domain';
import { ANSWERS } from './served/answers';
import { CHECKS } from './served/checks';
import { DATES } from './served/dates';
import { DEMO } from './served/demo';
import { EXPORT } from './served/export';
import { EXPORT_WORDS } from './served/export-words';
import { FIELD_WORDS, FIELDS } from './served/fields';
import { BINDING_MESSAGES } from './served/messages';
import { MONEY_MESSAGES } from './served/money-messages';
import { NAMES } from './served/names';
import { ENTRIES_FILE, RECEIPT_PAPER } from './served/files';
import { RULE_NOTES } from './served/rule-notes';
import { RULES } from './served/rules';
import * as ZH from './zh';

export interface Pair {
  /** Where it stands: SESSION.lead */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const pairsOf = (zh: Node, en: Node, path: readonly string[] = []): readonly Pair[] =>
  Object.keys(zh).flatMap((key) => {
    const [ours, theirs] = [zh[key], en[key]];
    const name = [...path, key].join('.');
    if (typeof ours === 'string') return typeof theirs === 'string' ? [{ name, zh: ours, en: theirs }] : [];
    return isNode(ours) && isNode(theirs) ? pairsOf(ours, theirs, [...path, key]) : [];
  });

/** Every text of the catalogues in both languages. */
export const textPairs = (): readonly Pair[] => pairsOf(ZH, EN);

/** What the domain says, in both languages: its words, and its sentences with their places. */
export const domainPairs = (): readonly Pair[] => pairsOf(DOMAIN, ENGLISH_DOMAIN);

const SERVED = {
  DATES,
  RULES,
  RULE_NOTES,
  CHECKS,
  BINDING_MESSAGES,
  MONEY_MESSAGES,
  NAMES,
  ANSWERS,
  FIELDS,
  FIELD_WORDS,
  DEMO,
  EXPORT,
  EXPORT_WORDS,
  RECEIPT_PAPER,
  ENTRIES_FILE,
};

/** What the domain and the service make sentences of, in both languages. */
export const servedPairs = (): readonly Pair[] =>
  Object.entries(SERVED).flatMap(([name, sentences]) => sentences.map(([zh, en], index) => ({ name: `${name}.${index}`, zh, en })));

/** What a phone fetches that speaks English: the English for each Chinese text. */
export const englishTexts = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...servedPairs(), ...domainPairs(), ...textPairs()].map(({ zh, en }) => [zh, en]));
