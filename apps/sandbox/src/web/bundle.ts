import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Middleware } from 'koa';

/** A page's script, bundled in memory at its first use: no build step, no files. esm: what a page imports later. */
export function script(entry: URL, format: 'iife' | 'esm' = 'iife'): Middleware {
  const bundle = once(async () => {
    const built = await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      minify: true,
      write: false,
      format,
      target: 'es2020',
      logLevel: 'silent',
    });
    return built.outputFiles[0]?.text ?? '';
  });
  return async (ctx) => {
    ctx.type = 'js';
    ctx.body = await bundle();
  };
}

export const style: Middleware = async (ctx) => {
  ctx.type = 'css';
  ctx.body = await readStyle();
};

export const page =
  (html: string): Middleware =>
  (ctx) => {
    ctx.type = 'html';
    ctx.set('Content-Security-Policy', "default-src 'self'; img-src 'self' blob: data:; base-uri 'none'; form-action 'self'");
    ctx.body = html;
  };

/** Made at the first call; a failure is tried again at the next. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

const readStyle = once(() => readFile(fileURLToPath(new URL('./style.css', import.meta.url)), 'utf8'));
