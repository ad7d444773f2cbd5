import { spokenReference } from '@gongji/domain';
import type { Logger } from 'pino';
import type { Metrics } from '../outside/metrics';
import type { Middleware } from './edge-context';

/** One line and one measurement per request. Never ids of people, addresses, bodies or query values: of the address only the route's pattern is logged. */
export const accessLog =
  (log: Logger, metrics: Pick<Metrics, 'answered'>): Middleware =>
  async (ctx, next) => {
    const startedAt = performance.now();
    try {
      await next();
    } finally {
      const { requestId, refusedCode } = ctx.state;
      // Koa's router writes it there.
      const route = String(ctx['_matchedRoute'] ?? 'none');
      const taken = performance.now() - startedAt;
      const ms = Math.round(taken * 10) / 10;
      log.info(
        { requestId, reference: spokenReference(requestId), method: ctx.method, route, status: ctx.status, ms, refusedCode },
        'REQUEST_ANSWERED',
      );
      metrics.answered({ method: ctx.method, route, status: ctx.status, seconds: taken / 1000, refusedCode });
    }
  };
