import { daysUntil, type FamilyDate, REMINDER_NOTE, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findFamilyCalendar } from '../facts/family-calendar';
import { findNames } from '../facts/known';
import { noteLooks } from '../store/look.store';
import { regionNameOf } from '../store/person.store';
import { findReminderSetting } from '../store/reminder.store';
import { DATE_TEXT, DATE_TITLE } from '../texts/date-texts';
import type { FamilyCalendarView } from '../views/calendar-view';
import { ruleReference } from '../views/rule-reference';

/** Every day ahead of one's family, by day, and what nobody published. */
export async function readFamilyCalendar(deps: CoreDeps, personId: string): Promise<FamilyCalendarView> {
  const { dates, unknown, people } = await findFamilyCalendar(deps.db, deps, personId);
  await noteLooks(
    deps,
    [...dates, ...unknown].map(({ personId: holderId }) => ({
      holderId,
      looker: { kind: 'person', id: personId },
      what: 'calendar',
      subjectId: holderId,
    })),
  );
  const today = shanghaiDate(deps.now());
  const nameOf = await findNames(deps.db, deps, { readerId: personId, people });
  return {
    remindersOn: (await findReminderSetting(deps.db, personId)).isOn,
    dates: dates.map((date) => ({
      dateId: `${date.kind}-${date.subjectId}-${date.on}`,
      kind: date.kind,
      on: date.on,
      daysLeft: daysUntil(date.on, today),
      title: DATE_TITLE[date.kind](nameOf(date.personId), date.year),
      text: DATE_TEXT[date.kind],
      personId: date.personId,
      person: nameOf(date.personId),
      year: date.year,
      ...subjectOf(date),
      rule: date.rule === null ? null : ruleReference(date.rule),
    })),
    unknown: unknown.map(({ personId: id, year }) => ({
      person: nameOf(id),
      regionName: regionNameOf(deps, people.get(id)?.region_code ?? ''),
      year,
    })),
    reminderNote: REMINDER_NOTE,
  };
}

const subjectOf = ({ kind, subjectId }: FamilyDate): { readonly bindingId: string | null; readonly paymentId: string | null } =>
  kind === 'voidable-until' || kind === 'asked-again'
    ? { bindingId: null, paymentId: subjectId }
    : { bindingId: subjectId, paymentId: null };
