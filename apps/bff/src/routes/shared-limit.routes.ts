import { one, readSharedLimit, setSharedLimit } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const sharedLimitRoutes = ({ core }: AppDeps): Routes<'sharedLimit' | 'setSharedLimit'> => ({
  sharedLimit: ({ session }) => readSharedLimit(core, session.personId),
  setSharedLimit: ({ session, key, body }) => one(setSharedLimit)(core, { key, actorId: session.personId, ...body }),
});
