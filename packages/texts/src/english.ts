import * as EN from './en';
import * as ZH from './zh';

export interface Pair {
  /** Where it stands: SESSION.lead */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

interface Catalogue {
  readonly [name: string]: string | Catalogue;
}

const pairsOf = (zh: Catalogue, en: Catalogue, path: readonly string[] = []): readonly Pair[] =>
  Object.keys(zh).flatMap((key) => {
    const [ours, theirs] = [zh[key], en[key]];
    const name = [...path, key].join('.');
    if (typeof ours === 'string') return typeof theirs === 'string' ? [{ name, zh: ours, en: theirs }] : [];
    return ours === undefined || typeof theirs !== 'object' ? [] : pairsOf(ours, theirs, [...path, key]);
  });

/** Every text in both languages. */
export const textPairs = (): readonly Pair[] => pairsOf(ZH, EN);

/** What a phone fetches that speaks English: the English for each Chinese text. */
export const englishTexts = (): Readonly<Record<string, string>> => Object.fromEntries(textPairs().map(({ zh, en }) => [zh, en]));
