import {
  type ClaimedRelative,
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
import type { Session } from '../http/edge-context';
import type { RateLimit } from '../http/rate-limit';
import type { ClaimedIdentity } from '../outside/identity-check';
import { readRelative } from './read-relative';
import type { Routes } from './route-table';

type BindingRoutes = Routes<'bindings' | 'binding' | 'checkBinding' | 'proposeBinding' | 'explainBinding' | 'unbindPreview' | 'unbind'>;

export function bindingRoutes(deps: AppDeps, limit: RateLimit): BindingRoutes {
  const { core } = deps;
  const checked = async ({ personId }: Session, relative: ClaimedIdentity): Promise<ClaimedRelative> => {
    await limit.count('identityCheckPerPerson', personId);
    const checkedAt = core.now();
    return { ...relative, insurance: await deps.checkIdentity(relative), checkedAt };
  };
  return {
    bindings: ({ session }) => readBindings(core, session.personId),
    binding: ({ session, params }) => readBinding(core, { personId: session.personId, ...params }),
    // Asks the identity check and refuses just as a proposal does, so it reveals no more about a stranger than a proposal would.
    checkBinding: async ({ session, body }) => {
      const relative = await checked(session, readRelative(deps, body.relative));
      return checkBinding(core, { ...body, actorId: session.personId, relative });
    },
    proposeBinding: async ({ session, key, body }) => {
      const asked = { ...body, key, actorId: session.personId, relative: readRelative(deps, body.relative) };
      const answered = await proposedBefore(core, asked);
      if (answered !== null) return answered;
      return one(proposeBinding)(core, { ...asked, relative: await checked(session, asked.relative) });
    },
    explainBinding: ({ session, params }) => explainBinding(core, { personId: session.personId, ...params }),
    unbindPreview: ({ session, params, query }) => previewUnbind(core, { personId: session.personId, ...params, kind: query.kind }),
    unbind: ({ session, key, params }) => one(unbind)(core, { key, actorId: session.personId, ...params }),
  };
}
