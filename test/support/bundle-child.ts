import { join } from 'node:path';
import { build } from 'esbuild';

/** One file, so that a child starts in a third of the time that reading the sources takes. */
export const bundleChild = (source: string, outfile: string) =>
  build({
    entryPoints: [join(__dirname, '../durability', source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    alias: Object.fromEntries(['core', 'domain', 'contract'].map((name) => [`@gongji/${name}`, `./packages/${name}/src/index.ts`])),
  });
