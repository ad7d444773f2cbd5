import {
  checkBinding,
  explainBinding,
  one,
  previewUnbind,
  proposeBinding,
  proposedBefore,
  readBinding,
  readBindings,
  unbind,
} from '@gongji/core';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import { readRelative } from './read-relative';
import type { Routes } from './route-table';

type BindingRoutes = Routes<'bindings' | 'binding' | 'checkBinding' | 'proposeBinding' | 'explainBinding' | 'unbindPreview' | 'unbind'>;

export function bindingRoutes(deps: AppDeps, limit: RateLimit): BindingRoutes {
  const { core } = deps;
  return {
    bindings: ({ session }) => readBindings(core, session.personId),
    binding: ({ session, params }) => readBinding(core, { personId: session.personId, ...params }),
    // Asks the identity check like a proposal and refuses in its words: it tells nobody more of a stranger than a proposal would.
    checkBinding: async ({ session, body }) => {
      await limit.count('identityCheckPerPerson', session.personId);
      const relative = readRelative(deps, body.relative);
      const insurance = await deps.checkIdentity(relative);
      return checkBinding(core, { ...body, actorId: session.personId, relative: { ...relative, insurance } });
    },
    proposeBinding: async ({ session, key, body }) => {
      const asked = { ...body, key, actorId: session.personId, relative: readRelative(deps, body.relative) };
      const answered = await proposedBefore(core, asked);
      if (answered !== null) return answered;
      await limit.count('identityCheckPerPerson', session.personId);
      const insurance = await deps.checkIdentity(asked.relative);
      return one(proposeBinding)(core, { ...asked, relative: { ...asked.relative, insurance } });
    },
    explainBinding: ({ session, params }) => explainBinding(core, { personId: session.personId, ...params }),
    unbindPreview: ({ session, params, query }) => previewUnbind(core, { personId: session.personId, ...params, kind: query.kind }),
    unbind: ({ session, key, params }) => one(unbind)(core, { key, actorId: session.personId, ...params }),
  };
}
