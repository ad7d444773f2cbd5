import serve from 'koa-static';
import type { Middleware } from './edge-context';

const YEAR_SECONDS = 31_536_000;
const HASHED = /[\\/](js|css)[\\/][^\\/]+\.[0-9a-f]{8}\.(js|css)(\.br|\.gz)?$/;

/** Headers that a browser obeys only on pages. On every script and style sheet they would add half a kilobyte to the first load. */
const OF_A_PAGE = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

/**
 * The browser build. File names with a hash in them never change their content; the page itself is asked for every time. The build lays a
 * compressed file beside each, which koa-static hands out.
 */
export function browserBuild(folder: string): readonly Middleware[] {
  const files = serve(folder, {
    setHeaders: (answer, path) => {
      answer.setHeader('Vary', 'Accept-Encoding');
      const hashed = HASHED.test(path);
      answer.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      if (hashed) for (const name of OF_A_PAGE) answer.removeHeader(name);
    },
  });
  // For the access log, where a router would.
  const noteStatic: Middleware = (ctx, next) => {
    ctx['_matchedRoute'] = 'static';
    return next();
  };
  return [noteStatic, files];
}
