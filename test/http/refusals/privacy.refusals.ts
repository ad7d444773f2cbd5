import { callRoute, refusalOf } from '../../support/edge-client';
import type { ReachedTable } from './lab';

const code = 'demo-chen-jianguo';

export const PRIVACY_REFUSALS: ReachedTable = {
  PRIVACY_CONSENT_REQUIRED: { by: async (edge) => refusalOf('logIn', await callRoute(edge, 'logIn', { body: { code } })) },
  PRIVACY_CONSENT_OUTDATED: {
    by: async (edge) => refusalOf('logIn', await callRoute(edge, 'logIn', { body: { code, consentVersion: '2020-01' } })),
  },
};
