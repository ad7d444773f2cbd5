import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { destination, pino } from 'pino';
import { createApp } from '../../apps/bff/src/app';
import { LIMITS } from '../../apps/bff/src/http/rate-limit';
import { openMetrics } from '../../apps/bff/src/outside/metrics';
import { openRedisNotices } from '../../apps/bff/src/outside/code-notices.redis';
import { faceCheckAt } from '../../apps/bff/src/outside/face-check';
import { identityCheckAt } from '../../apps/bff/src/outside/identity-check';
import { openRedisStore } from '../../apps/bff/src/outside/short-lived-store.redis';
import { weChatAt } from '../../apps/bff/src/outside/wechat';
import { openReceiptPrinter } from '../../apps/bff/src/receipt/receipt-printer';
import { openBooksLab, toldAtOnce } from './books-lab';
import { answerQuestions } from './worker';

// A server in a process of its own: the real edge, or the least that Koa can do.

/** What no measured request asks anything of. */
const NOBODY = 'http://127.0.0.1:1';

const abilities = {
  serveEdge: async ({ url, redisUrl }: { readonly url: string; readonly redisUrl: string }): Promise<number> => {
    const { deps, pool } = await openBooksLab(url);
    const [store, codeNotices] = await Promise.all([openRedisStore(redisUrl), openRedisNotices(redisUrl)]);
    const printer = openReceiptPrinter();
    const app = createApp({
      core: { ...toldAtOnce(deps), codesChanged: codeNotices.publish },
      pingDatabase: async () => void (await pool.query('select 1')),
      store,
      codeNotices,
      // One institution scans for all.
      limits: { ...LIMITS, scanPerInstitution: { times: 1e9, seconds: 60 } },
      findOpenid: weChatAt(NOBODY, { appId: 'none', secret: 'none' }),
      subscribeTemplates: {},
      checkIdentity: identityCheckAt(NOBODY),
      faceCheck: faceCheckAt(NOBODY),
      sandbox: null,
      browserBuild: null,
      printReceipt: printer.print,
      printForm: printer.printForm,
      publicUrl: NOBODY,
      proxies: 0,
      metrics: openMetrics(),
      metricsToken: null,
      // Every line is made and written, and nobody reads it.
      log: pino({ base: null, level: 'info' }, destination('/dev/null')),
    });
    return listen(app.callback());
  },

  serveHello: (_asked: Readonly<Record<string, never>>): Promise<number> => {
    const app = new Koa();
    app.use((ctx) => {
      ctx.body = 'hello';
    });
    return listen(app.callback());
  },
};
export type EdgeAbilities = typeof abilities;

async function listen(answer: (asked: IncomingMessage, reply: ServerResponse) => unknown): Promise<number> {
  const server = createServer((asked, reply) => void answer(asked, reply));
  // At a few requests a second, 128 connections rest for longer than the usual five seconds.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

answerQuestions(abilities);
