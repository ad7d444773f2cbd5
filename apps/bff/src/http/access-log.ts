import { spokenReference } from '@gongji/domain';
import type { Logger } from 'pino';
import type { Middleware } from './edge-context';

/** One line per request. Never ids of people, addresses, bodies or query values: of the address only the route's pattern is logged. */
export const accessLog =
  (log: Logger): Middleware =>
  async (ctx, next) => {
    const startedAt = performance.now();
    try {
      await next();
    } finally {
      const { requestId, pattern = 'none', refusedCode } = ctx.state;
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      log.info(
        { requestId, reference: spokenReference(requestId), method: ctx.method, route: pattern, status: ctx.status, ms, refusedCode },
        'REQUEST_ANSWERED',
      );
    }
  };
