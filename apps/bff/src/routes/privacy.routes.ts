import { readAccessLog } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const privacyRoutes = ({ core }: AppDeps): Routes<'accessLog'> => ({
  accessLog: ({ session, query }) => readAccessLog(core, { personId: session.personId, ...query }),
});
