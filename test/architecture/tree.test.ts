import { exists, isFolder, listFiles, read } from './sources';

// What can rot is checked: the tree that the README draws, and every path that a document names.

/** Paths of the block of code that draws the tree: two spaces a level, the name first, words after it. */
const drawnPaths = (readme: string): string[] => {
  const block = readme.match(/```[a-z]*\n((?:(?!```)[\s\S])*?^apps\/[\s\S]*?)```/m)?.[1] ?? '';
  const above: string[] = [];
  return block.split('\n').flatMap((line) => {
    const name = /^(\s*)([A-Za-z0-9_.\-/]+)(\s|$)/.exec(line);
    if (!name?.[2]) return [];
    above.length = (name[1] ?? '').length / 2;
    const path = above.join('') + name[2];
    above.push(name[2].endsWith('/') ? name[2] : `${name[2]}/`);
    return [path.replace(/\/$/, '')];
  });
};

describe('the tree in the README', () => {
  const drawn = exists('README.md') ? drawnPaths(read('README.md').text) : [];

  it('is drawn', () => {
    expect(drawn.length).toBeGreaterThan(10);
  });

  it('names only what is there', () => {
    expect(drawn.filter((path) => !exists(path))).toEqual([]);
  });

  it('names every app, package and kind of test', () => {
    const parts = ['apps', 'packages', 'test'].flatMap((folder) => [
      ...new Set(listFiles(folder).map((path) => path.split('/').slice(0, 2).join('/'))),
    ]);
    expect(parts.filter((path) => isFolder(path) && !drawn.includes(path))).toEqual([]);
  });

  it('is read level by level', () => {
    const readme = 'Text\n```\napps/\n  bff/       the edge\n    src/\n  miniapp/   pages\npackage.json  scripts\n```\n';
    expect(drawnPaths(readme)).toEqual(['apps', 'apps/bff', 'apps/bff/src', 'apps/miniapp', 'package.json']);
  });
});

/** Paths from the root, not those with a place to fill in. */
const namedPaths = (text: string): string[] =>
  [...text.matchAll(/`((?:apps|packages|config|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path.replace(/\/$/, ''));

describe('the documents', () => {
  const documents = ['README.md', ...listFiles('docs').filter((path) => path.endsWith('.md'))];
  // What a run or a build writes.
  const isMade = (path: string): boolean => /^test\/\.output\/|\/dist\//.test(path);

  it('name only paths that are there', () => {
    const named = documents.flatMap((document) => namedPaths(read(document).text).map((path) => [document, path] as const));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, path]) => !isMade(path) && !exists(path))).toEqual([]);
  });
});
