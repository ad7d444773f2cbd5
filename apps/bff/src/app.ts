import Koa from 'koa';
import type { AppDeps } from './deps';
import { accessLog } from './http/access-log';
import { compressLong } from './http/compress-long';
import type { EdgeState } from './http/edge-context';
import { explainErrors } from './http/error-response';
import { makeRateLimit } from './http/rate-limit';
import { readableAddress } from './http/readable-address';
import { requestId } from './http/request-id';
import { securityHeaders } from './http/security-headers';
import { browserBuild } from './http/static-build';
import { institutionGateway } from './institution/gateway';
import { apiRouter } from './routes/api-router';
import { healthRoutes } from './routes/health.routes';
import { sandboxRoutes } from './routes/sandbox.routes';
import { unknownRoute } from './routes/unknown-route';

/**
 * The edge: every middleware, in order. A caller's address comes from the socket, or from the outermost of our own proxies; anything before that in the header is
 * only the caller's claim.
 */
export function createApp(deps: AppDeps): Koa<EdgeState> {
  const limit = makeRateLimit(deps.store, deps.limits);
  const app = new Koa<EdgeState>({ proxy: deps.proxies > 0, maxIpsCount: deps.proxies });
  // Broken connections end here; whatever a route throws was explained before.
  app.on('error', (error: NodeJS.ErrnoException) => deps.log.warn({ code: error.code ?? error.name }, 'CONNECTION_BROKEN'));

  app.use(requestId(deps.core.newId));
  app.use(accessLog(deps.log, deps.metrics));
  app.use(explainErrors(deps.log));
  app.use(readableAddress);
  app.use(securityHeaders(deps.sandbox?.counter ?? null));
  app.use(compressLong());
  // The busiest router comes first: each one only sees what those before it left unanswered.
  app.use(apiRouter(deps, limit));
  app.use(institutionGateway(deps, limit).routes());
  app.use(healthRoutes(deps).routes());
  if (deps.sandbox !== null) app.use(sandboxRoutes(deps, deps.sandbox).routes());
  if (deps.browserBuild !== null) browserBuild(deps.browserBuild).forEach((each) => app.use(each));
  app.use(unknownRoute);
  return app;
}
