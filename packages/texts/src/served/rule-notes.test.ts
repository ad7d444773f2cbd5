import { describe, expect, it } from '@jest/globals';
import type { AnyRule } from '@gongji/domain';
import { shippedPacks } from '../../../../test/support/rule-pack-files';
import { englishTexts } from '../english';
import { englishSpeaker } from '../recognise';
import { RULE_NOTES } from './rule-notes';

const say = englishSpeaker(englishTexts());
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const rules = shippedPacks().flatMap((pack) => pack.rules);
const noted = rules.flatMap((rule) => (rule.note === undefined ? [] : [{ ...rule, note: rule.note, said: say(rule.note) }]));

/** English names a month where Chinese numbers it, and groups the digits of an amount. */
const numbersIn = (text: string): string => {
  const digits = text
    .replace(/\b[A-Z][a-z]{2}\b/g, (word) => (MONTHS.includes(word) ? String(MONTHS.indexOf(word) + 1) : word))
    .replace(/(\d),(\d{3})/g, '$1$2');
  return [...new Set(digits.match(/\d+/g))].sort().join();
};

/** What the note of such a rule says of it in English, as region-packs.test.ts wants it in Chinese. */
function markOf({ confidence, source }: AnyRule): RegExp {
  if (confidence === 'ASSUMED') return /assumed|carried forward/i;
  if (confidence === 'V-C') return /little authority/;
  return source.date === '' ? /has no date/ : /^/;
}

describe('the notes of the shipped packs', () => {
  it('each have English, and no English is kept for a note that no pack has', () => {
    const notes = new Set(noted.map(({ note }) => note));
    const kept = new Set(RULE_NOTES.map(([zh]) => zh));
    expect([...notes].filter((note) => !kept.has(note))).toEqual([]);
    expect([...kept].filter((note) => !notes.has(note))).toEqual([]);
    expect(RULE_NOTES).toHaveLength(kept.size);
  });

  it('are each said in that English, whole and not sentence by sentence', () => {
    expect(RULE_NOTES.filter(([zh, en]) => say(zh) !== en)).toEqual([]);
  });

  it('have the same numbers in both languages', () => {
    expect(RULE_NOTES.filter(([zh, en]) => numbersIn(zh) !== numbersIn(en))).toEqual([]);
  });

  it('say in English too what is assumed, how weak a page is, and that it has no date', () => {
    expect(noted.filter(({ said, ...rule }) => !markOf(rule as AnyRule).test(said)).map(({ said }) => said)).toEqual([]);
  });
});
