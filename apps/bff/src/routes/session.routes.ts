import { agreeToPrivacy, findPersonByOpenid, readMe } from '@gongji/core';
import { AppError, PRIVACY_TEXT } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { RateLimit } from '../http/rate-limit';
import { closeSession, openSession } from '../http/session';
import { endSessions } from '../http/session-list';
import type { Routes } from './route-table';

export function sessionRoutes({ core, store, findOpenid, sandbox }: AppDeps, limit: RateLimit): Routes<'logIn' | 'logOut' | 'me'> {
  const me = async (personId: string) => ({ ...(await readMe(core, personId)), demo: sandbox !== null });
  return {
    logIn: async ({ body, ctx }) => {
      await limit.count('logInPerAddress', ctx.ip);
      const person = await findPersonByOpenid(core, await findOpenid(body.code));
      if (person === null) throw new AppError('PERSON_NOT_ENROLLED');
      await agreeToPrivacy(core, { ...person, version: body.consentVersion });
      const session = {
        ...person,
        sessionId: core.newId(),
        device: body.device ?? null,
        openedAt: core.now().toISOString(),
        consentVersion: PRIVACY_TEXT.version,
      };
      const opened = await openSession(store, session);
      // Withdrawing the consent, or leaving, ends the sessions that exist at that moment. This one may have been opened just after: look once more.
      await agreeToPrivacy(core, { ...person, version: undefined }).catch(async (thrown: unknown) => {
        await endSessions(store, person.personId, ({ sessionId }) => sessionId === session.sessionId);
        throw thrown;
      });
      return { sessionId: session.sessionId, ...opened, me: await me(person.personId) };
    },
    logOut: async ({ ctx }) => {
      await closeSession(store, ctx);
      return {};
    },
    me: ({ session }) => me(session.personId),
  };
}
