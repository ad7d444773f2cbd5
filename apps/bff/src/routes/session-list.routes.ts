import type { AppDeps } from '../deps';
import type { Session } from '../http/edge-context';
import { endSessions, listSessions } from '../http/session-list';
import type { Routes } from './route-table';

export function sessionListRoutes({ store }: AppDeps): Routes<'sessions' | 'endSession' | 'endSessions'> {
  const list = async ({ personId, sessionId }: Session) => ({
    sessions: (await listSessions(store, personId)).map(([, session]) => ({ ...session, current: session.sessionId === sessionId })),
  });
  return {
    sessions: ({ session }) => list(session),
    // Somebody else's is not in the list, and one that is over is over.
    endSession: async ({ session, params }) => {
      await endSessions(store, session.personId, ({ sessionId }) => sessionId === params.sessionId);
      return list(session);
    },
    endSessions: async ({ session, body }) => {
      await endSessions(store, session.personId, ({ sessionId }) => body.which === 'all' || sessionId !== session.sessionId);
      return {};
    },
  };
}
