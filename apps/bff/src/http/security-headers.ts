import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import helmet from 'koa-helmet';

/**
 * Taro's browser build writes style elements and draws codes on a canvas that it reads back as blob: and data: pictures. Scripts come from
 * files, but for the one in the page that sets the root's font size: without it every text is a fifth too small. It is let in by its hash.
 */
export const securityHeaders = (browserBuild: string | null) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...(browserBuild === null ? [] : inlineScriptHashes(join(browserBuild, 'index.html')))],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // The embedded default runs on plain http.
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });

function inlineScriptHashes(page: string): readonly string[] {
  if (!existsSync(page)) return [];
  const scripts = readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
