import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** One file, so that a child starts in a third of the time that reading the sources takes. */
export const bundleChild = (source: string, outfile: string) => bundle(join(__dirname, '../durability', source), outfile);

/** Each part of the system as one file, which finds its packages as its sources do. */
export const PARTS = { bff: 'apps/bff/dist/main.mjs', sandbox: 'apps/sandbox/dist/main.mjs' } as const;

export const bundleParts = async (): Promise<void> => {
  for (const [part, outfile] of Object.entries(PARTS)) await bundle(`apps/${part}/src/main.ts`, outfile);
};

const bundle = (source: string, outfile: string) =>
  build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    alias: Object.fromEntries(
      ['core', 'domain', 'contract', 'texts'].map((name) => [`@gongji/${name}`, `./packages/${name}/src/index.ts`]),
    ),
    plugins: [whereItWas],
  });

/** What a source looks for beside itself is not beside the bundle. */
const whereItWas: Plugin = {
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /\/apps\/\w+\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
    });
  },
};
