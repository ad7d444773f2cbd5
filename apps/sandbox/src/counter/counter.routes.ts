import type Router from 'koa-router';
import type { SandboxDeps } from '../deps';
import { body, parse } from '../http';
import { page, script } from '../web/bundle';
import { openDesk } from './desk';
import { COUNTER_HTML } from './page-html';
import { preSettleRequest, recordsQuery, scanRequest, settleRequest, visitRequest } from './shapes';

export function counterRoutes(router: Router, deps: SandboxDeps): void {
  const desk = openDesk(deps);

  router.get('/counter', page(COUNTER_HTML));
  router.get('/counter/page.js', script(new URL('./page/page.ts', import.meta.url)));
  // Fetched by the page when somebody opens the camera or chooses a picture.
  router.get('/counter/reader.js', script(new URL('./page/read-picture.ts', import.meta.url), 'esm'));

  router.get('/counter/api/records', (ctx) => {
    ctx.body = desk.recordsOf(parse(recordsQuery, ctx.query).institution);
  });
  router.post('/counter/api/decode', async (ctx) => {
    const { institutionCode, payload } = body(scanRequest, ctx);
    ctx.body = await desk.scan(institutionCode, payload);
  });
  router.post('/counter/api/pre-settle', async (ctx) => {
    const { visitId, terms } = body(preSettleRequest, ctx);
    ctx.body = await desk.preSettle(visitId, terms);
  });
  router.post('/counter/api/settle', async (ctx) => {
    const { visitId, terms } = body(settleRequest, ctx);
    ctx.body = await desk.settle(visitId, terms);
  });
  router.post('/counter/api/ask-again', async (ctx) => {
    ctx.body = await desk.askAgain(body(visitRequest, ctx).visitId);
  });
  router.post('/counter/api/void', async (ctx) => {
    ctx.body = await desk.takeBack(body(visitRequest, ctx).visitId);
  });
}
