import type { EdgeContext, Middleware } from './edge-context';
import { invalidRequest } from './refused';

/** A request line may contain a whole URL (`GET http://host/path`), and a malformed one. After this, everything can rely on the path. */
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
