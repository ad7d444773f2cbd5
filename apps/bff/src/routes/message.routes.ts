import { markMessagesRead, one, readMessages, readUnread } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const messageRoutes = ({ core }: AppDeps): Routes<'messages' | 'unreadMessages' | 'markMessagesRead'> => ({
  messages: ({ session, query }) => readMessages(core, { personId: session.personId, ...query }),
  unreadMessages: ({ session }) => readUnread(core, session.personId),
  markMessagesRead: ({ session, key, body }) => one(markMessagesRead)(core, { key, actorId: session.personId, ...body }),
});
