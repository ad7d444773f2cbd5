import { readMessages } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const messageRoutes = ({ core }: AppDeps): Routes<'messages'> => ({
  messages: ({ session }) => readMessages(core, session.personId),
});
