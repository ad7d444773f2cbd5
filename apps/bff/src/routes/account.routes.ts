import { previewDeduction, readAccount, readEntries } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const accountRoutes = ({ core }: AppDeps): Routes<'account' | 'accountEntries' | 'previewDeduction'> => ({
  account: ({ session }) => readAccount(core, session.personId),
  accountEntries: ({ session, query }) => readEntries(core, { personId: session.personId, ...query }),
  previewDeduction: ({ session, body }) => previewDeduction(core, { actorId: session.personId, ...body }),
});
