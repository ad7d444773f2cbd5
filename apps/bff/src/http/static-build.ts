import serve from 'koa-static';
import type { Middleware } from './edge-context';

const YEAR_SECONDS = 31_536_000;
const HASHED = /[\\/](js|css)[\\/][^\\/]+\.[0-9a-f]{8}\.(js|css)(\.br|\.gz)?$/;

/**
 * The browser build. File names with a hash in them never change their content; the page itself is asked for every time. The build lays a
 * compressed file beside each, which koa-static hands out.
 */
export function browserBuild(folder: string): readonly Middleware[] {
  const files = serve(folder, {
    setHeaders: (answer, path) =>
      void answer.setHeader('Cache-Control', HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'),
  });
  const noteStatic: Middleware = (ctx, next) => {
    ctx.state.pattern = 'static';
    return next();
  };
  return [noteStatic, files];
}
