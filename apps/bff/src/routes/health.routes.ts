import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import type { AppDeps } from '../deps';
import type { EdgeState, Middleware } from '../http/edge-context';
import { openApiDocument } from '../http/openapi';

/** /healthz: the process answers. /readyz: so do the database and the short-lived store. /openapi.json: what the API is. */
export function healthRoutes({ pingDatabase, store }: AppDeps): Router<EdgeState> {
  const router = new Router<EdgeState>();
  let document: string | undefined;
  router.get('/healthz', notePattern('/healthz'), (ctx) => {
    ctx.body = { state: 'alive' };
  });
  router.get('/readyz', notePattern('/readyz'), async (ctx) => {
    await Promise.all([pingDatabase(), store.ping()]).catch(() => {
      throw new AppError('SERVICE_NOT_READY');
    });
    ctx.body = { state: 'ready' };
  });
  router.get('/openapi.json', notePattern('/openapi.json'), (ctx) => {
    ctx.type = 'json';
    // Made when somebody asks: a start does not wait for it.
    document ??= JSON.stringify(openApiDocument());
    ctx.body = document;
  });
  return router;
}

const notePattern =
  (pattern: string): Middleware =>
  (ctx, next) => {
    ctx.state.pattern = pattern;
    return next();
  };
