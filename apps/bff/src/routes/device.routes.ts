import { giveOfflineKey, one, readDevices, removeDevice } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const deviceRoutes = ({ core }: AppDeps): Routes<'giveOfflineKey' | 'devices' | 'removeDevice'> => ({
  giveOfflineKey: ({ session, key, body }) => one(giveOfflineKey)(core, { key, actorId: session.personId, ...body }),
  devices: ({ session }) => readDevices(core, session.personId),
  removeDevice: ({ session, key, params }) => one(removeDevice)(core, { key, actorId: session.personId, ...params }),
});
