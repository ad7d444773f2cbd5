import { ERRORS, type ErrorCode, SPOKEN_CODES } from '@gongji/domain';
import { isTest, listFiles, read, readSources } from './sources';
import { tableOf, writtenTable } from './written-table';

// The catalogue is what people read: each row is worded, and each is used.

const CATALOGUE = 'packages/domain/src/errors/';
const KINDS = ['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'unavailable', 'bug'];
const codes = Object.keys(ERRORS) as ErrorCode[];

const unusedCodes = (wanted: readonly string[], texts: readonly string[]): string[] => {
  const named = new Set(texts.flatMap((text) => text.match(/'[A-Z][A-Z_]+'/g) ?? []));
  return wanted.filter((code) => !named.has(`'${code}'`));
};

/** Shared by two, or not a letter and three digits. */
const badNumbers = (numbers: Readonly<Record<string, string>>): string[] =>
  Object.entries(numbers)
    .filter(
      ([code, number]) =>
        !/^[A-G]\d{3}$/.test(number) || Object.entries(numbers).some(([other, same]) => other !== code && same === number),
    )
    .map(([code]) => code);

/** Each file of rows has its letter. */
const LETTERS = { request: 'A', binding: 'B', counter: 'C', institution: 'D', premium: 'E', complaint: 'F', privacy: 'G' };

describe('the error catalogue', () => {
  const used = readSources().filter(({ path }) => /^(apps|packages)\//.test(path) && !isTest(path) && !path.startsWith(CATALOGUE));

  it('holds no code that nothing can give', () => {
    expect(
      unusedCodes(
        codes,
        used.map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  it.each(codes)('%s says what, why and what to do', (code) => {
    const { kind, text, nextStep } = ERRORS[code];
    expect(KINDS).toContain(kind);
    expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
    expect(nextStep).toMatch(/[\u4e00-\u9fff]{2}.*。$/);
  });

  it('gives each row a number of its own that can be read out', () => {
    expect(Object.keys(SPOKEN_CODES).sort()).toEqual([...codes].sort());
    expect(badNumbers(SPOKEN_CODES)).toEqual([]);
  });

  it.each(Object.entries(LETTERS))('numbers the rows of %s-errors.ts with %s', (file, letter) => {
    const rows = [...read(`${CATALOGUE}${file}-errors.ts`).text.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, code]) => code as ErrorCode);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((code) => !SPOKEN_CODES[code].startsWith(letter))).toEqual([]);
    expect(listFiles(CATALOGUE.slice(0, -1)).filter((path) => path.endsWith('-errors.ts'))).toHaveLength(Object.keys(LETTERS).length);
  });

  it('is the table in docs/errors.md', () => {
    const rows = codes.map((code) => [SPOKEN_CODES[code], ERRORS[code].text, ERRORS[code].nextStep, `\`${code}\``, ERRORS[code].kind]);
    const made = tableOf(
      ['number', 'text', 'next step', 'code', 'kind'],
      rows.sort(([a = ''], [b = '']) => a.localeCompare(b)),
    );
    expect(writtenTable('docs/errors.md', 'errors', made)).toBe(made);
  });

  it('is checked against planted faults', () => {
    expect(badNumbers({ ONE: 'A001', TWO: 'A001', THREE: 'B1' })).toEqual(['ONE', 'TWO', 'THREE']);
    expect(unusedCodes(['BINDING_SELF', 'CODE_INVALID'], ["refused('BINDING_SELF')"])).toEqual(['CODE_INVALID']);
  });
});
