import { acceptBinding, declineBinding, one, previewUnbind, proposeBinding, readBinding, readBindings, unbind } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import { checkRelative } from './check-relative';
import type { Routes } from './route-table';

type BindingRoutes = Routes<'bindings' | 'proposeBinding' | 'binding' | 'acceptBinding' | 'declineBinding' | 'unbindPreview' | 'unbind'>;

export function bindingRoutes(deps: AppDeps, limit: RateLimit): BindingRoutes {
  const { core } = deps;
  return {
    bindings: ({ session }) => readBindings(core, session.personId),
    proposeBinding: async ({ session, key, body }) => {
      await limit('identityCheckPerPerson', session.personId);
      const relative = await checkRelative(deps, body.relative);
      return one(proposeBinding)(core, { ...body, key, actorId: session.personId, relative });
    },
    binding: ({ session, params }) => readBinding(core, { personId: session.personId, ...params }),
    acceptBinding: ({ session, key, params }) => one(acceptBinding)(core, { key, actorId: session.personId, ...params }),
    declineBinding: ({ session, key, params }) => one(declineBinding)(core, { key, actorId: session.personId, ...params }),
    unbindPreview: ({ session, params }) => previewUnbind(core, { personId: session.personId, ...params }),
    unbind: ({ session, key, params }) => one(unbind)(core, { key, actorId: session.personId, ...params }),
  };
}
