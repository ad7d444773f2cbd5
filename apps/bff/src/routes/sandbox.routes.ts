import { timingSafeEqual } from 'node:crypto';
import { clockShift } from '@gongji/contract';
import { runDueJobs } from '@gongji/core';
import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import type { AppDeps, SandboxDeps } from '../deps';
import type { EdgeContext, EdgeState } from '../http/edge-context';
import { jsonBody } from '../http/json-body';
import { parse } from '../http/parse';

/** The demonstration's switches. In live mode this router is not made, so both addresses are unknown. */
export function sandboxRoutes({ core }: AppDeps, sandbox: SandboxDeps): Router<EdgeState> {
  const router = new Router<EdgeState>({ prefix: '/sandbox' });
  router.get('/people', async (ctx) => {
    ctx.state.pattern = '/sandbox/people';
    ctx.body = await sandbox.world.people().catch(() => {
      throw new AppError('OUTSIDE_UNAVAILABLE', { party: '沙箱' });
    });
  });
  router.post('/clock', jsonBody, async (ctx) => {
    ctx.state.pattern = '/sandbox/clock';
    if (!knowsSecret(ctx, sandbox.secret)) throw new AppError('ROUTE_UNKNOWN');
    const { offsetMs } = parse(clockShift, ctx.request.body, 'body');
    sandbox.shiftClock(offsetMs);
    await runDueJobs(core);
    ctx.body = { offsetMs, now: core.now().toISOString() };
  });
  return router;
}

function knowsSecret(ctx: EdgeContext, secret: string | null): boolean {
  if (secret === null) return true;
  const [given, expected] = [Buffer.from(ctx.get('X-Sandbox-Secret')), Buffer.from(secret)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
