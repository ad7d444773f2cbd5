import { setTimeout as wait } from 'node:timers/promises';
import type { Context, Middleware } from 'koa';
import { partOf, takeFault } from '../fault';
import type { SandboxDeps } from '../deps';

/** One middleware for every part: what is asked for in the list of faults happens here, and the parts know nothing of it. */
export const misbehave =
  ({ state }: SandboxDeps): Middleware =>
  async (ctx, next) => {
    const part = partOf(ctx.method, ctx.path);
    const taken = part && takeFault(state.current.faults, part);
    if (taken === undefined) return next();
    await state.save();
    switch (taken.mode) {
      case 'slow':
        await wait(taken.delayMs);
        return next();
      case 'refuse':
        return refuse(ctx, part);
      case 'lock':
        ctx.body = { state: 'locked', retryAfterSeconds: null };
        return;
      case 'silence':
        return hangUp(ctx);
      case 'work-then-silence':
        try {
          await next();
        } finally {
          hangUp(ctx);
        }
    }
  };

/** WeChat reports its own trouble inside a 200, everybody else by status. */
function refuse(ctx: Context, part: string | undefined): void {
  if (part === 'wechat' || part === 'wechat-send') {
    ctx.body = { errcode: -1, errmsg: 'system error (sandbox fault)' };
    return;
  }
  ctx.status = 503;
  ctx.body = { code: 'SANDBOX_FAULT', text: '演示：按要求拒绝，没有做任何改动。' };
}

function hangUp(ctx: Context): void {
  ctx.respond = false;
  ctx.req.socket.destroy();
}
