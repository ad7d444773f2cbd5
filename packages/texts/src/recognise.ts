import { fill } from './fill';

// The service fills the places of a text before it sends it, and joins sentences. English is kept for the text with its places: by its fixed words it is
// known again, and its values are put into the English one.

type Texts = Readonly<Record<string, string>>;

interface Template {
  readonly pattern: RegExp;
  readonly places: readonly string[];
  readonly english: string;
}

const PLACE = /\{(\w+)\}/g;
const CHINESE = /[\u4e00-\u9fff]/g;
/** A text with fewer fixed characters would be found in any other. */
const FEWEST = 2;
const SENTENCE = /[^。]+。?/g;
const COMMA = /[、，]/;
/** Between several faults of one request. */
const SEMICOLON = '；';
/** A value never goes beyond its sentence. */
const VALUE = '([^。]+?)';

const fixedIn = (text: string): number => (text.replace(PLACE, '').match(CHINESE) ?? []).length;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const templateOf = (text: string, english: string): Template => ({
  pattern: new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map(escaped)
      .join(VALUE)}$`,
  ),
  places: (text.match(PLACE) ?? []).map((place) => place.slice(1, -1)),
  english,
});

/** Those with places, the most particular first. */
const templatesOf = (texts: Texts): readonly Template[] =>
  Object.keys(texts)
    .filter((text) => text.includes('{') && fixedIn(text) >= FEWEST)
    .sort((one, other) => fixedIn(other) - fixedIn(one))
    .map((text) => templateOf(text, texts[text] ?? text));

/** The English for a Chinese text, filled or not; what is not known comes back as it is. Compiles the templates when the first one is needed. */
export function englishSpeaker(texts: Texts): (text: string) => string {
  const said = new Map<string, string>();
  let templates: readonly Template[] | undefined;

  const filled = (text: string): string | undefined => {
    templates ??= templatesOf(texts);
    for (const { pattern, places, english } of templates) {
      const values = pattern.exec(text)?.slice(1);
      if (values !== undefined) return fill(english, Object.fromEntries(places.map((place, index) => [place, say(values[index] ?? '')])));
    }
    return undefined;
  };
  const inParts = (parts: readonly string[], { glue, all }: { readonly glue: string; readonly all: boolean }): string | undefined => {
    const spoken = parts.map(say);
    const isSaid = (part: string, index: number): boolean => part !== parts[index];
    return (all ? spoken.length > 0 && spoken.every(isSaid) : spoken.some(isSaid)) ? spoken.join(glue) : undefined;
  };
  const find = (text: string): string => {
    if (text.includes('。')) return filled(text) ?? inParts(manyOf(text.match(SENTENCE)), { glue: ' ', all: false }) ?? text;
    const faults = inParts(manyOf(text.split(SEMICOLON)), { glue: '; ', all: true });
    if (faults !== undefined) return faults;
    const list = manyOf(text.split(COMMA));
    // A list of known words is no value of a template that one of them happens to begin.
    return inParts(list, { glue: ', ', all: true }) ?? filled(text) ?? inParts(list, { glue: ', ', all: false }) ?? text;
  };
  function say(text: string): string {
    const known = texts[text] ?? said.get(text);
    if (known !== undefined) return known;
    const english = text.search(CHINESE) < 0 ? text : find(text);
    said.set(text, english);
    return english;
  }
  return say;
}

const manyOf = (parts: readonly string[] | null): readonly string[] => (parts !== null && parts.length > 1 ? parts : []);
