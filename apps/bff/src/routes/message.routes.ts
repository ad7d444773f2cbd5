import { findPersonByOpenid, markMessagesRead, one, readMessages, readSubscriptions, readUnread, subscribe } from '@gongji/core';
import { AppError, SUBSCRIBE_KINDS } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

type MessageRoutes = Routes<'messages' | 'unreadMessages' | 'markMessagesRead' | 'subscriptions' | 'subscribe'>;

export function messageRoutes({ core, findOpenid, subscribeTemplates }: AppDeps): MessageRoutes {
  const templates = SUBSCRIBE_KINDS.flatMap((kind) => {
    const templateId = subscribeTemplates[kind];
    return templateId === undefined ? [] : [{ kind, templateId }];
  });
  return {
    messages: ({ session, query }) => readMessages(core, { personId: session.personId, ...query }),
    unreadMessages: ({ session }) => readUnread(core, session.personId),
    markMessagesRead: ({ session, key, body }) => one(markMessagesRead)(core, { key, actorId: session.personId, ...body }),
    subscriptions: async ({ session }) => ({ templates, ...(await readSubscriptions(core, session.personId)) }),
    subscribe: async ({ session: { personId }, key, body: { kinds, code } }) => {
      const openid = await findOpenid(code);
      // The code is of whoever holds the phone: messages about one person go to nobody else's.
      if ((await findPersonByOpenid(core, openid))?.personId !== personId) throw new AppError('LOGIN_CODE_INVALID');
      return { templates, ...(await one(subscribe)(core, { key, actorId: personId, kinds, openid })) };
    },
  };
}
