import type { Middleware } from './edge-context';

/** Our own number for every request; one that the caller sends is not trusted into our logs. */
export const requestId =
  (newId: () => string): Middleware =>
  async (ctx, next) => {
    ctx.state.requestId = newId();
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
