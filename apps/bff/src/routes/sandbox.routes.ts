import { clockShift, faceCheckOutcome } from '@gongji/contract';
import { runDueJobs } from '@gongji/core';
import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import { z } from 'zod';
import type { AppDeps, SandboxDeps } from '../deps';
import type { EdgeContext, EdgeState } from '../http/edge-context';
import { jsonBody } from '../http/json-body';
import { parse } from '../http/parse';
import { sameSecret } from '../http/same-secret';

/** The demonstration's switches. In live mode this router is not made, so its addresses are unknown. */
export function sandboxRoutes({ core }: AppDeps, sandbox: SandboxDeps): Router<EdgeState> {
  const router = new Router<EdgeState>({ prefix: '/sandbox' });
  router.get('/people', async (ctx) => {
    ctx.body = await sandbox.world.people();
  });
  router.get('/tour', (ctx) => {
    ctx.body = { counter: sandbox.counter };
  });
  router.post('/clock', jsonBody, async (ctx) => {
    if (!knowsSecret(ctx, sandbox.secret)) throw new AppError('ROUTE_UNKNOWN');
    const { offsetMs } = parse(clockShift, ctx.request.body, 'body');
    sandbox.shiftClock(offsetMs);
    await runDueJobs(core);
    ctx.body = { offsetMs, now: core.now().toISOString() };
  });
  // What became due for another reason than the clock: the sandbox says so after each change in its insurance register.
  router.post('/jobs', jsonBody, async (ctx) => {
    if (!knowsSecret(ctx, sandbox.secret)) throw new AppError('ROUTE_UNKNOWN');
    parse(NOTHING, ctx.request.body ?? {}, 'body');
    await runDueJobs(core);
    ctx.body = {};
  });
  // The phone of the demonstration has a button instead of a camera. It knows the check's 128 random bits, and no secret of the sandbox.
  router.post('/face-checks', jsonBody, async (ctx) => {
    const outcome = parse(faceCheckOutcome, ctx.request.body ?? {}, 'body');
    if (!(await sandbox.world.tellFaceCheck(outcome))) throw new AppError('FACE_CHECK_UNKNOWN');
    ctx.body = {};
  });
  return router;
}

const NOTHING = z.strictObject({});

const knowsSecret = (ctx: EdgeContext, secret: string | null): boolean =>
  secret === null || sameSecret(ctx.get('X-Sandbox-Secret'), secret);
