import { identityOf } from '@gongji/core';
import { AppError } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { Session } from '../http/edge-context';
import type { RateLimit } from '../http/rate-limit';
import type { Routes } from './route-table';

export const faceCheckRoutes = ({ core, faceCheck, sandbox }: AppDeps, limit: RateLimit): Routes<'startFaceCheck'> => ({
  startFaceCheck: async ({ session: { personId } }) => {
    await limit.count('faceCheckPerPerson', personId);
    return { faceCheckId: await faceCheck.start(await identityOf(core, personId)), simulated: sandbox !== null };
  },
});

/** Always true: a check that did not pass, is not over or is somebody else's throws BINDING_FACE_CHECK_REQUIRED. */
export async function passedFaceCheck({ core, faceCheck }: AppDeps, { personId }: Session, faceCheckId: string): Promise<true> {
  const { certificateNumber } = await identityOf(core, personId);
  if ((await faceCheck.query({ faceCheckId, certificateNumber })) !== 'passed') throw new AppError('BINDING_FACE_CHECK_REQUIRED');
  return true;
}
