import type { EdgeContext, Middleware } from './edge-context';
import { invalidRequest } from './refused';

/** A request may name its address whole (`GET http://host/path`), and what stands there may be none. Everything after this may look at the path. */
export const readableAddress: Middleware = (ctx, next) => {
  if (!hasPath(ctx)) throw invalidRequest('request', '无法识别');
  return next();
};

function hasPath(ctx: EdgeContext): boolean {
  try {
    const path: unknown = ctx.path;
    return typeof path === 'string' && path.startsWith('/');
  } catch {
    return false;
  }
}
