import { one, readCodeEvents, readCodeLog, readSettlement, showCode } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import type { Routes } from './route-table';

type Names = 'showCode' | 'codeEvents' | 'codeLog' | 'settlement';

export const insuranceCodeRoutes = ({ core }: AppDeps, limit: RateLimit): Routes<Names> => ({
  // Each code is kept for whoever it shows. A phone asks about three times a minute, and once for each relative that is swiped to.
  showCode: async ({ session: { personId }, key, body }) => {
    await limit.count('codesPerPerson', personId);
    return one(showCode)(core, { key, actorId: personId, ...body });
  },
  codeEvents: ({ session, params }) => readCodeEvents(core, { personId: session.personId, ...params }),
  codeLog: ({ session, query }) => readCodeLog(core, { personId: session.personId, ...query }),
  settlement: ({ session, params }) => readSettlement(core, { personId: session.personId, ...params }),
});
