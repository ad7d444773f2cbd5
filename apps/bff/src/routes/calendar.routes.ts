import { one, readFamilyCalendar, setReminders } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const calendarRoutes = ({ core }: AppDeps): Routes<'familyCalendar' | 'setReminders'> => ({
  familyCalendar: ({ session }) => readFamilyCalendar(core, session.personId),
  setReminders: ({ session, key, body }) => one(setReminders)(core, { key, actorId: session.personId, ...body }),
});
