import { DELETION_WORDS } from '@gongji/domain';
import { callRoute, refusalOf } from '../../support/edge-client';
import { doMainJob } from '../../support/main-job';
import type { ReachedTable } from './lab';

const code = 'demo-chen-jianguo';

export const PRIVACY_REFUSALS: ReachedTable = {
  PRIVACY_CONSENT_REQUIRED: { by: async (edge) => refusalOf('logIn', await callRoute(edge, 'logIn', { body: { code } })) },
  PRIVACY_CONSENT_OUTDATED: {
    by: async (edge) => refusalOf('logIn', await callRoute(edge, 'logIn', { body: { code, consentVersion: '2020-01' } })),
  },
  ACCOUNT_DELETION_BLOCKED: {
    by: async (edge) => (await doMainJob(edge)).son.refused('deleteAccount', { body: { words: DELETION_WORDS } }),
  },
};
