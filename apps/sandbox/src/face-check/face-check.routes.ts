import { randomBytes } from 'node:crypto';
import { faceCheckOutcome, faceCheckQuery, faceCheckRequest } from '@gongji/contract';
import { AppError } from '@gongji/domain';
import type Router from 'koa-router';
import type { SandboxDeps } from '../deps';
import { body } from '../http';
import { findPersonNow } from '../register/find-person-now';
import { beginFaceCheck, dropOldFaceChecks, findFaceCheck, outcomeOf, stateFor } from './face-checks';

/** 128 bits: whoever knows an id was given it. */
const ID_BYTES = 16;

export function faceCheckRoutes(router: Router, { state, now }: SandboxDeps): void {
  router.post('/identity/face-checks', async (ctx) => {
    const asked = body(faceCheckRequest, ctx);
    const { faceChecks } = state.current;
    dropOldFaceChecks(faceChecks, now());
    const faceCheckId = randomBytes(ID_BYTES).toString('hex');
    faceChecks[faceCheckId] = beginFaceCheck(asked, findPersonNow(state, asked.certificateNumber), now());
    await state.save();
    ctx.body = { faceCheckId };
  });

  router.post('/identity/face-checks/query', (ctx) => {
    const { faceCheckId, certificateNumber } = body(faceCheckQuery, ctx);
    ctx.body = { state: stateFor(findFaceCheck(state.current.faceChecks, faceCheckId, now()), certificateNumber) };
  });

  // Stands in for the camera of the phone, which has no secret of the sandbox: the id is enough.
  router.post('/sandbox/face-checks', async (ctx) => {
    const { faceCheckId, passed } = body(faceCheckOutcome, ctx);
    const found = findFaceCheck(state.current.faceChecks, faceCheckId, now());
    if (found === undefined) throw new AppError('FACE_CHECK_UNKNOWN');
    found.state = outcomeOf(found, passed);
    await state.save();
    ctx.body = { state: found.state };
  });
}
