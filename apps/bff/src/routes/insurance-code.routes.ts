import { one, readCodeEvents, readCodeLog, readSettlement, showCode } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const insuranceCodeRoutes = ({ core }: AppDeps): Routes<'showCode' | 'codeEvents' | 'codeLog' | 'settlement'> => ({
  showCode: ({ session, key, body }) => one(showCode)(core, { key, actorId: session.personId, ...body }),
  codeEvents: ({ session, params }) => readCodeEvents(core, { personId: session.personId, ...params }),
  codeLog: ({ session, query }) => readCodeLog(core, { personId: session.personId, ...query }),
  settlement: ({ session, params }) => readSettlement(core, { personId: session.personId, ...params }),
});
