import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES } from './build-if-stale';
import { ROOT } from './paths';

describe('a build is stale', () => {
  it('as soon as any package that the mini program imports has changed', () => {
    const folder = join(ROOT, 'apps/miniapp/src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const imported = files.flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/from '@gongji\/(\w+)'/g)].map(([, name]) => `packages/${name}`),
    );
    expect(imported.length).toBeGreaterThan(100);
    expect([...new Set(imported)].filter((path) => !SOURCES.includes(path))).toEqual([]);
  });
});
