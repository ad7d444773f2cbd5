import { acceptBinding, answeredBefore, declineBinding, one, openInvitation, withdrawInvitation } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import { passedFaceCheck } from './face-check.routes';
import type { Routes } from './route-table';

type InvitationRoutes = Routes<'openInvitation' | 'acceptBinding' | 'declineBinding' | 'withdrawInvitation'>;

export function invitationRoutes(deps: AppDeps, limit: RateLimit): InvitationRoutes {
  const { core } = deps;
  return {
    // A token of somebody else counts as a guess, like one that never was.
    openInvitation: ({ session: { personId }, body }) =>
      limit.countRefused('wrongInvitationPerPerson', personId, {
        refusal: 'INVITATION_INVALID',
        run: () => openInvitation(core, { personId, ...body }),
      }),
    acceptBinding: async ({ session, key, params, body: { faceCheckId, agreesTo } }) => {
      const asked = { key, actorId: session.personId, ...params };
      // What was answered before is answered again, also when the face check is long forgotten.
      const faceChecked =
        faceCheckId !== null && !(await answeredBefore(core, asked)) && (await passedFaceCheck(deps, session, faceCheckId));
      return one(acceptBinding)(core, { ...asked, faceChecked, agreesTo });
    },
    declineBinding: ({ session, key, params }) => one(declineBinding)(core, { key, actorId: session.personId, ...params }),
    withdrawInvitation: ({ session, key, params }) => one(withdrawInvitation)(core, { key, actorId: session.personId, ...params }),
  };
}
