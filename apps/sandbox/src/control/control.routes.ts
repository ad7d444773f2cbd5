import { clockShift, type sandboxInstitutions, type sandboxPeople } from '@gongji/contract';
import type { Context } from 'koa';
import type Router from 'koa-router';
import type { z } from 'zod';
import type { SandboxDeps } from '../deps';
import { faultList, faultRequest } from '../fault';
import { body, parse } from '../http';
import { INSTITUTIONS } from '../people/institutions';
import { PEOPLE, PEOPLE_NOTICE } from '../people/people';
import { personNow } from '../register/register';
import { askForJobs } from '../register/register.routes';
import { moveClock } from './clock';
import { guardChanges } from './guard-changes';

/** The switches of the sandbox itself. */
export function controlRoutes(router: Router, deps: SandboxDeps): void {
  const { state, now } = deps;
  const changing = guardChanges(deps);
  const clock = () => ({ offsetMs: state.current.offsetMs, now: now().toISOString() });

  router.get('/sandbox/people', (ctx) => {
    const people = PEOPLE.map((person) => {
      const { diedOn: _, ...told } = personNow(state.current.register, person);
      return told;
    });
    ctx.body = { notice: PEOPLE_NOTICE, people } satisfies z.infer<typeof sandboxPeople>;
  });
  router.get('/sandbox/institutions', (ctx) => {
    ctx.body = { institutions: [...INSTITUTIONS] } satisfies z.infer<typeof sandboxInstitutions>;
  });

  router.get('/sandbox/faults', (ctx) => {
    ctx.body = { faults: state.current.faults };
  });
  router.post('/sandbox/faults', changing, async (ctx) => {
    const asked = body(faultRequest, ctx);
    state.current.faults = parse(faultList, [...state.current.faults, asked]);
    await state.save();
    ctx.body = { faults: state.current.faults };
  });
  router.delete('/sandbox/faults', changing, async (ctx) => {
    state.current.faults = [];
    await state.save();
    ctx.body = { faults: [] };
  });

  // One move at a time: two at once could leave the sandbox and the BFF on different days.
  let moves: Promise<unknown> = Promise.resolve();
  const moveInTurn = (offsetMs: number) => {
    const move = moves.then(() => moveClock(deps, offsetMs));
    moves = move.catch(() => undefined);
    return move;
  };
  const answerMove = async (ctx: Context, offsetMs: number): Promise<boolean> => {
    const outcome = await moveInTurn(offsetMs);
    ctx.body = outcome.moved ? clock() : { code: 'OUTSIDE_UNAVAILABLE', text: outcome.text, ...clock() };
    if (!outcome.moved) ctx.status = 502;
    return outcome.moved;
  };

  router.get('/sandbox/clock', (ctx) => {
    ctx.body = clock();
  });
  router.post('/sandbox/clock', changing, async (ctx) => {
    await answerMove(ctx, body(clockShift, ctx).offsetMs);
  });
  router.post('/sandbox/reset', changing, async (ctx) => {
    if (state.current.offsetMs !== 0 && !(await answerMove(ctx, 0))) return;
    await state.reset();
    const restored = state.current.register.length > 0;
    ctx.body = { ...clock(), ...(restored ? await askForJobs(deps) : {}) };
  });
}
