import { giveOfflineKey, one, readDevices, removeDevice } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import { endSessionsAfterCommit } from '../http/session-list';
import type { Routes } from './route-table';

export const deviceRoutes = ({ core, store }: AppDeps, limit: RateLimit): Routes<'giveOfflineKey' | 'devices' | 'removeDevice'> => ({
  // The person whose code it is gets a message for each key: without a limit these would crowd out all others.
  giveOfflineKey: async ({ session: { personId }, key, body }) => {
    await limit.count('offlineKeysPerPerson', personId);
    return one(giveOfflineKey)(core, { key, actorId: personId, ...body });
  },
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
