import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NO_SOURCE = /^(node_modules|dist|test|\.swc|.*\.test\.tsx?|.*\.tsbuildinfo)$/;

/** One hash of everything that goes into a build: paths and contents of its sources, and the settings that are compiled in. */
export const fingerprint = (root: string, sources: readonly string[], settings: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => listFiles(root, source)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  for (const setting of settings) hash.update(`${setting}\0`);
  return hash.digest('hex');
};

const listFiles = (root: string, path: string): string[] => {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => !NO_SOURCE.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => listFiles(root, join(path, entry.name)));
};
