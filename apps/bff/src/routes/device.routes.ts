import { giveOfflineKey, one, readDevices, removeDevice } from '@gongji/core';
import type { AppDeps } from '../deps';
import { endSessionsAfterCommit } from '../http/session-list';
import type { Routes } from './route-table';

export const deviceRoutes = ({ core, store }: AppDeps): Routes<'giveOfflineKey' | 'devices' | 'removeDevice'> => ({
  giveOfflineKey: ({ session, key, body }) => one(giveOfflineKey)(core, { key, actorId: session.personId, ...body }),
  devices: ({ session }) => readDevices(core, session.personId),
  // A phone that is given away is logged out as well; the one that asks stays where it is.
  removeDevice: async ({ session, key, params }) => {
    const left = await one(removeDevice)(core, { key, actorId: session.personId, ...params });
    await endSessionsAfterCommit(
      store,
      session.personId,
      ({ sessionId, deviceId }) => deviceId === params.deviceId && sessionId !== session.sessionId,
    );
    return left;
  },
});
