import { decided, refused } from '@gongji/domain';
import type { Command } from '../outcome';
import { readFamilyCalendar } from '../queries/calendar.query';
import { present, runOnce } from '../request-lists/run-once';
import type { SetReminders } from '../requests';
import { lockActors } from '../store/person.store';
import { setRemindersOn } from '../store/reminder.store';
import type { FamilyCalendarView } from '../views/calendar-view';

/** Whether somebody wants to be reminded of the days ahead. Debits and changes are told all the same. */
export const setReminders: Command<SetReminders, FamilyCalendarView> = async (deps, requests) => {
  const outcomes = await runOnce<SetReminders, { readonly isOn: boolean }, ReadonlySet<string>>(
    deps,
    {
      kind: 'set-reminders',
      bodyOf: ({ isOn }) => ({ isOn }),
      lock: lockActors,
      act: async (tx, { actorId, isOn }, here) => {
        if (!here.has(actorId)) return refused('PERSON_NOT_ENROLLED');
        await setRemindersOn(tx, actorId, isOn);
        return decided({ isOn });
      },
    },
    requests,
  );
  return present(outcomes, requests, (_answer, { actorId }) => readFamilyCalendar(deps, actorId));
};
