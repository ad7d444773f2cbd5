import { changeTerms, checkGrant, closeGrant, one, openGrant, pauseGrant, resumeGrant } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

type GrantRoutes = Routes<'checkGrant' | 'openGrant' | 'closeGrant' | 'pauseGrant' | 'resumeGrant' | 'changeTerms'>;

export const grantRoutes = ({ core }: AppDeps): GrantRoutes => ({
  checkGrant: ({ session, params, body }) => checkGrant(core, { actorId: session.personId, ...params, ...body }),
  openGrant: ({ session, key, params, body }) => one(openGrant)(core, { key, actorId: session.personId, ...params, ...body }),
  closeGrant: ({ session, key, params, body }) => one(closeGrant)(core, { key, actorId: session.personId, ...params, ...body }),
  pauseGrant: ({ session, key, params, body }) => one(pauseGrant)(core, { key, actorId: session.personId, ...params, ...body }),
  resumeGrant: ({ session, key, params, body }) => one(resumeGrant)(core, { key, actorId: session.personId, ...params, ...body }),
  changeTerms: ({ session, key, params, body }) => one(changeTerms)(core, { key, actorId: session.personId, ...params, ...body }),
});
