import { parseSync } from 'oxc-parser';
import { isTest, listFiles, readSources, type Source } from './sources';

// The limits of the style that need no parser of types; those inside a file (function length, parameters, nesting) are the linter's.

const LONGEST_FILE = 250;
const LONGEST_TEST = 400;
const EMPTY_WORDS = ['data', 'info', 'manager', 'util', 'utils', 'helper', 'helpers', 'common', 'service', 'impl', 'flag', 'temp', 'tmp'];

const lineCount = (text: string): number => text.split('\n').length - 1;

const tooLong = ({ path, text }: Source): string[] => {
  const most = isTest(path) ? LONGEST_TEST : LONGEST_FILE;
  return lineCount(text) > most ? [`${path} has ${lineCount(text)} lines, more than ${most}`] : [];
};

/** kebab-case with dots between: binding.routes.ts, index.config.ts, short-lived-store.redis.ts */
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const GIVEN_NAMES = new Set(['README.md', 'LICENSE', 'Dockerfile', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']);

const badPath = (path: string): string[] => {
  const parts = path.split('/');
  const name = parts[parts.length - 1] ?? '';
  if (GIVEN_NAMES.has(name)) return [];
  const crooked = parts.filter((part) => !KEBAB.test(part));
  // A declaration is named after the module it declares.
  const empty = path.endsWith('.d.ts') ? [] : wordsOf(name.replace(/\..*$/, '')).filter((word) => EMPTY_WORDS.includes(word));
  return [
    ...crooked.map((part) => `${path}: ${part} is not kebab-case`),
    ...empty.map((word) => `${path}: "${word}" says nothing`),
    ...(/(^|\/)index\.ts$/.test(path) && !MAY_BE_INDEX.test(path) ? [`${path}: only a package has an index`] : []),
  ];
};
const MAY_BE_INDEX = /^(packages\/[^/]+\/src|apps\/miniapp\/config)\/index\.ts$/;

const wordsOf = (name: string): string[] => name.split(/[-_]|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());

const badExports = ({ path, text }: Source): string[] => {
  const { module } = parseSync(path, text);
  const names = module.staticExports.flatMap((one) => one.entries.map((entry) => entry.exportName.name ?? ''));
  return names.flatMap((name) => {
    const words = wordsOf(name);
    const bad = words.find((word) => EMPTY_WORDS.includes(word)) ?? (['process', 'handle'].includes(words[0] ?? '') ? words[0] : undefined);
    return bad ? [`${path}: ${name} uses "${bad}", which says nothing`] : [];
  });
};

describe('files and names', () => {
  const sources = readSources();

  it('keep files short', () => {
    expect(sources.flatMap(tooLong)).toEqual([]);
  });

  it('are kebab-case and say something', () => {
    expect(['apps', 'packages', 'test', 'config', 'docs'].flatMap(listFiles).flatMap(badPath)).toEqual([]);
  });

  it('export names that say something', () => {
    expect(sources.filter(({ path }) => !path.endsWith('.cjs')).flatMap(badExports)).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  it.each([
    ['a long file', () => tooLong({ path: 'packages/core/src/a.ts', text: '\n'.repeat(LONGEST_FILE + 1) })],
    ['a long test', () => tooLong({ path: 'packages/core/src/a.test.ts', text: '\n'.repeat(LONGEST_TEST + 1) })],
    ['a file in camelCase', () => badPath('packages/core/src/lockBinding.ts')],
    ['a file named after nothing', () => badPath('packages/core/src/date-utils.ts')],
    ['an index inside a folder', () => badPath('apps/bff/src/routes/index.ts')],
    ['an exported manager', () => badExports({ path: 'a.ts', text: 'export class BindingManager {}' })],
    ['an exported handle…', () => badExports({ path: 'a.ts', text: 'export const handleBinding = () => 1;' })],
  ])('%s', (_name, check) => {
    expect(check()).toHaveLength(1);
  });

  it('but not a word inside a word', () => {
    expect(badExports({ path: 'a.ts', text: 'export const updateBinding = 1; export const Information = 2;' })).toEqual([]);
  });
});
