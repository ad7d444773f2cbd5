import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

// The tree as the checks see it: path from the root, and text.

export interface Source {
  readonly path: string;
  readonly text: string;
}

export const ROOT = join(__dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.data', '.output', '.swc', 'coverage']);

/** Every file below the folder that is ours, sorted. */
export const listFiles = (folder: string): string[] => {
  const absolute = join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)]))
    .sort();
};

export const read = (path: string): Source => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs|js)$/.test(path) && !path.endsWith('.d.ts');

export const isTest = (path: string): boolean => path.startsWith('test/') || /\.test\.tsx?$/.test(path);

export const readSources = (): Source[] => ['apps', 'packages', 'test', 'config'].flatMap(listFiles).filter(isCode).map(read);

export const exists = (path: string): boolean => existsSync(join(ROOT, path));
export const isFolder = (path: string): boolean => exists(path) && statSync(join(ROOT, path)).isDirectory();
