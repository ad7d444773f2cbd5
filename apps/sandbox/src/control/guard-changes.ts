import { timingSafeEqual } from 'node:crypto';
import type { Context, Next } from 'koa';
import type { SandboxDeps } from '../deps';

/** Reading is open; changing the sandbox asks for the secret where one is set. */
export const guardChanges =
  ({ settings }: SandboxDeps) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (settings.secret === null || sameText(ctx.get('x-sandbox-secret'), settings.secret)) return next();
    ctx.status = 401;
    ctx.body = { code: 'SANDBOX_SECRET_WRONG', text: '演示口令不对，没有做任何改动。' };
  };

const sameText = (given: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
};
