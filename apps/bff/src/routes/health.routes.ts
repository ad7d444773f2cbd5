import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import type { AppDeps } from '../deps';
import type { EdgeState } from '../http/edge-context';
import { openApiDocument } from '../http/openapi';
import { sameSecret } from '../http/same-secret';

/**
 * /healthz: the process answers. /readyz: so do the database and the short-lived store. /metrics: what this process counts and measures, for who knows its
 * token. /openapi.json: what the API is.
 */
export function healthRoutes({ pingDatabase, store, metrics, metricsToken, sandbox }: AppDeps): Router<EdgeState> {
  const router = new Router<EdgeState>();
  let document: string | undefined;
  router.get('/healthz', (ctx) => {
    ctx.body = { state: 'alive' };
  });
  router.get('/readyz', async (ctx) => {
    await Promise.all([pingDatabase(), store.ping()]).catch(() => {
      throw new AppError('SERVICE_NOT_READY');
    });
    ctx.body = { state: 'ready' };
  });
  router.get('/metrics', async (ctx, next) => {
    const isOpen = metricsToken === null ? sandbox !== null : sameSecret(ctx.get('Authorization'), `Bearer ${metricsToken}`);
    // To anybody else there is no such address.
    if (!isOpen) return next();
    const { type, body } = await metrics.text();
    ctx.set('Content-Type', type);
    ctx.body = body;
  });
  router.get('/openapi.json', (ctx) => {
    ctx.type = 'json';
    // Made when somebody asks: a start does not wait for it.
    document ??= JSON.stringify(openApiDocument());
    ctx.body = document;
  });
  return router;
}
