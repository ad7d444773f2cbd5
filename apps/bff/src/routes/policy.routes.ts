import { readConsent, readPolicy, readRegions } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const policyRoutes = ({ core }: AppDeps): Routes<'regions' | 'policy' | 'consent'> => ({
  regions: async () => readRegions(core),
  policy: async ({ params, query }) => readPolicy(core, { regionCode: params.region, on: query.on }),
  consent: async () => readConsent(),
});
