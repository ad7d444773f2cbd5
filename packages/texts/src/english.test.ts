import { describe, expect, it } from '@jest/globals';
import { DOMAIN } from './domain-words';
import { domainPairs, englishTexts, servedPairs, textPairs } from './english';
import { fill } from './fill';
import * as EN from './en';
import * as ZH from './zh';

const CHINESE = /[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]/;
/** By this number a document of the authorities is found, in any language. */
const DOCUMENT_NUMBER = /[\u4e00-\u9fff]+〔\d{4}〕\d+号/g;
/** Names of things, not words of a language. */
const NAMES = /\b(PDF|JSON|HTML|CSV|GB|SM2|App|TA|GJ|Excel|WPS|ics)\b/g;
const LATIN_WORD = /[A-Za-z]{2,}/;

const placesOf = (text: string): string => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort().join();

const countOf = (value: unknown): number =>
  typeof value === 'string' ? 1 : Object.values(value as object).reduce((sum: number, each) => sum + countOf(each), 0);

describe('the texts in both languages', () => {
  const catalogue = textPairs();
  const pairs = [...catalogue, ...domainPairs(), ...servedPairs()];

  it('has an English text for every Chinese one, and none beside', () => {
    expect(catalogue).toHaveLength(countOf({ ...ZH }));
    expect(catalogue).toHaveLength(countOf({ ...EN }));
  });

  it('fills the same places in both', () => {
    expect(pairs.filter(({ zh, en }) => placesOf(zh) !== placesOf(en))).toEqual([]);
  });

  it('says no English word in Chinese', () => {
    const words = catalogue.filter(({ zh }) => LATIN_WORD.test(zh.replace(/\{\w+\}/g, '').replace(NAMES, '')));
    expect(words.map(({ name, zh }) => `${name}: ${zh}`)).toEqual([]);
  });

  it('says no Chinese word in English, but names: of the program, of the demonstration’s people and places, and of documents', () => {
    const isName = (name: string, word: string, zh: string) => word === '共济' || (name.startsWith('DEMO.') && zh.includes(word));
    const words = pairs.filter(({ name, zh, en }) =>
      CHINESE.test(
        en
          .replace(DOCUMENT_NUMBER, (number) => (zh.includes(number) ? '' : number))
          .replace(/[\u4e00-\u9fff]{1,3}/g, (word) => (isName(name, word, zh) ? '' : word)),
      ),
    );
    expect(words.map(({ name, en }) => `${name}: ${en}`)).toEqual([]);
  });

  it('says one Chinese text in one way, since English is looked up by it', () => {
    const said = new Map<string, string>();
    const twice = pairs.filter(({ zh, en }) => {
      const before = said.get(zh);
      said.set(zh, en);
      return before !== undefined && before !== en;
    });
    expect(twice.map(({ name, zh }) => `${name}: ${zh}`)).toEqual([]);
  });

  it('quotes what stands on the screen as it stands there, a way through the program by each of its parts', () => {
    const english = englishTexts();
    const wrong = pairs.flatMap(({ name, zh, en }) =>
      [...zh.matchAll(/“([^”]+)”/g)]
        .flatMap(([, quoted = '']) => quoted.split(' › '))
        .filter((label) => label !== NATIONAL && !en.includes(english[label] ?? ''))
        .map((label) => `${name}: ${english[label]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('sends nobody to a place that has another name on the screen', () => {
    const english = englishTexts();
    const nowhere = pairs.flatMap(({ zh }) =>
      [...zh.matchAll(/[到在]“([^”]+)”里/g)].flatMap(([, place = '']) => place.split(/ › |—/)).filter((label) => !(label in english)),
    );
    expect(nowhere).toEqual([]);
  });
});

/** A name that the national insurance gave: only as a tab it is short. */
const NATIONAL = '亲情账户';

/** What a counter is told, which speaks Chinese, and the names of documents. */
const SAID_IN_CHINESE =
  /^ERRORS\.(CODE_INVALID|INSTITUTION_|TRANSACTION_|ENVELOPE_|MESSAGE_|CREDENTIAL_|PATIENT_|REVERSAL_|SETTLEMENT_(?!NOT_FOUND))|sourceTitle$/;

const chineseIn = (value: unknown, path: readonly string[]): readonly (readonly [name: string, text: string])[] =>
  typeof value === 'string'
    ? CHINESE.test(value)
      ? [[path.join('.'), value]]
      : []
    : Object.entries(value ?? {}).flatMap(([key, each]) => chineseIn(each, [...path, key]));

describe('what the domain says', () => {
  it('has an English text for whatever a phone may be told', () => {
    const english = englishTexts();
    const missing = chineseIn(DOMAIN, []).filter(([name, text]) => !SAID_IN_CHINESE.test(name) && !(text in english));
    expect(missing).toEqual([]);
  });
});

describe('filling a text', () => {
  it('puts each value where its name stands', () => {
    expect(fill('{who}：{amount}', { who: '陈*国', amount: '¥400.00' })).toBe('陈*国：¥400.00');
  });

  it.each([
    [1, '1 day left'],
    [0, '0 days left'],
    [12, '12 days left'],
  ])('declines the word after the number %d', (days, said) => {
    expect(fill('{days#day|days} left', { days })).toBe(said);
  });
});
