import { one, readAccessLog, readPrivacyConsent, readPrivacyText, withdrawConsent } from '@gongji/core';
import type { AppDeps } from '../deps';
import { endSessions } from '../http/session-list';
import type { Routes } from './route-table';

export const privacyRoutes = ({ core, store }: AppDeps): Routes<'accessLog' | 'privacyText' | 'privacyConsent' | 'withdrawConsent'> => ({
  accessLog: ({ session, query }) => readAccessLog(core, { personId: session.personId, ...query }),
  privacyText: async () => readPrivacyText(),
  privacyConsent: ({ session }) => readPrivacyConsent(core, session.personId),
  withdrawConsent: async ({ session: { personId }, key }) => {
    await one(withdrawConsent)(core, { key, actorId: personId });
    await endSessions(store, personId, () => true);
    return {};
  },
});
