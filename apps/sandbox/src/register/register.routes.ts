import {
  type registerChange,
  registerChangesRequest,
  type registerChangesAnswer,
  registerCreditsRequest,
  type registerCreditsAnswer,
} from '@gongji/contract';
import { AppError, monthAt, shanghaiDate } from '@gongji/domain';
import type Router from 'koa-router';
import type { z } from 'zod';
import { guardChanges } from '../control/guard-changes';
import { tellBff } from '../control/tell-bff';
import type { SandboxDeps } from '../deps';
import { body } from '../http';
import { personByKey } from '../people/people';
import { isThere, linesOf, makeCreditFile } from './credits';
import { changeRequest, decideChange, nextNumber, personNow, type RegisterEntry, restoreEverybody } from './register';

export function registerRoutes(router: Router, deps: SandboxDeps): void {
  const { state, now } = deps;
  router.post('/register/changes', (ctx) => {
    const { after, limit } = body(registerChangesRequest, ctx);
    const wanted = state.current.register.filter(({ number }) => number > after).slice(0, limit);
    ctx.body = { changes: wanted.flatMap(changeOf) } satisfies z.infer<typeof registerChangesAnswer>;
  });

  router.post('/register/credits', async (ctx) => {
    const { month, after, limit } = body(registerCreditsRequest, ctx);
    if (!isThere(month, monthAt(now()))) {
      ctx.body = { ready: false } satisfies z.infer<typeof registerCreditsAnswer>;
      return;
    }
    const { creditFiles, register } = state.current;
    const isNew = creditFiles[month] === undefined;
    const file = (creditFiles[month] ??= makeCreditFile(register));
    if (isNew) await state.save();
    const credits = linesOf(file, register).filter(({ number }) => number > after);
    ctx.body = { ready: true, credits: credits.slice(0, limit) } satisfies z.infer<typeof registerCreditsAnswer>;
  });

  router.get('/sandbox/register', (ctx) => {
    ctx.body = { changes: state.current.register };
  });
  // The change is on the disk before the BFF hears of it, and stands whether it hears or not: it asks again by itself.
  router.post('/sandbox/register', guardChanges(deps), async (ctx) => {
    const asked = body(changeRequest, ctx);
    const person = personByKey(asked.key);
    if (person === undefined) throw new AppError('REQUEST_INVALID', { field: '没有这个人物' });
    const { register } = state.current;
    const standing = decideChange(personNow(register, person), asked, shanghaiDate(now()));
    if (standing === undefined) throw new AppError('REQUEST_INVALID', { field: '这个人现在已经是这样，或者已经去世' });
    const change: RegisterEntry = { number: nextNumber(register), key: person.key, change: asked.change, ...standing };
    register.push(change);
    await state.save();
    ctx.body = { change, ...(await askForJobs(deps)) };
  });
  router.delete('/sandbox/register', guardChanges(deps), async (ctx) => {
    state.current.register = restoreEverybody(state.current.register);
    await state.save();
    ctx.body = { changes: state.current.register, ...(await askForJobs(deps)) };
  });
}

export type JobsAsked = { readonly bffTold: true } | { readonly bffTold: false; readonly text: string };

/** Has the BFF read the register now, and not only at its next round. */
export async function askForJobs(deps: SandboxDeps): Promise<JobsAsked> {
  const told = await tellBff(deps, '/sandbox/jobs', {});
  if (told === 'done') return { bffTold: true };
  const why = told === 'silent' ? '没有回应' : `没有照办（HTTP ${told}）`;
  return { bffTold: false, text: `变动已经生效。业务系统（BFF）${why}，它下一次定时任务会读到。` };
}

/** The whole standing, as the contract has it. */
function changeOf({ number, key, ...standing }: RegisterEntry): z.infer<typeof registerChange>[] {
  const person = personByKey(key);
  if (person === undefined) return [];
  const { certificateKind, certificateNumber, scheme, groups, birthDate } = person;
  const { regionCode, insuranceState, diedOn } = standing;
  return [{ number, certificateKind, certificateNumber, regionCode, scheme, insuranceState, groups, birthDate, diedOn }];
}
