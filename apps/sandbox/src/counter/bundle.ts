import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const here = (name: string): string => fileURLToPath(new URL(`./page/${name}`, import.meta.url));

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
};

/** The counter page's script, bundled in memory at its first use: no build step, no files. */
export const pageScript = once(async () => {
  const built = await build({
    entryPoints: [here('page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
});

export const pageStyle = once(() => readFile(here('page.css'), 'utf8'));
