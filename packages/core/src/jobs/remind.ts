import { type PlainDate, reminderDue, shanghaiDate, startOfDay } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findFamilyCalendar } from '../facts/family-calendar';
import { findKnown } from '../facts/known';
import { lockPersons } from '../store/person.store';
import { type Notice, tell } from '../store/record.store';
import {
  endRound,
  findNotLookedAt,
  findReminderSetting,
  isRoundOver,
  markLooked,
  noteReminder,
  REMINDER_PAGE,
} from '../store/reminder.store';
import { inTransaction, type Tx } from '../store/transaction';
import { reminderNotice } from '../texts/date-texts';
import { eachApart } from '../request-lists/each-apart';

/** From 08:00 in Shanghai: nobody is woken by a date. */
const BEGINS_MS = 8 * 3_600_000;
/** In one run: money that is due meanwhile waits for no whole country of reminders. */
const MOST_PAGES = 5;

/**
 * Reminds people of the days ahead, each day once. A person is one transaction: reminders, messages and that they were looked at stand or fall together, so a
 * round that is killed goes on with whoever is left, and so does the next run where this one has taken its share. Answers how many reminders were given.
 */
export async function remind(deps: CoreDeps): Promise<number> {
  const now = deps.now();
  const today = shanghaiDate(now);
  if (now.getTime() < startOfDay(today).getTime() + BEGINS_MS || (await isRoundOver(deps.db, today))) return 0;
  let given = 0;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await findNotLookedAt(deps.db, today);
    // Whoever fails is not marked and comes again with the next round; the rest is not held up, and the round is not over.
    await eachApart(page, async (personId) => {
      const reminders = await inTransaction(deps.db, (tx) => remindOne(tx, deps, { personId, today }));
      given += reminders;
    });
    if (page.length < REMINDER_PAGE) {
      await inTransaction(deps.db, (tx) => endRound(tx, deps, today));
      break;
    }
  }
  return given;
}

/** Under the person's lock, so that two processes do not remind of the same day, and the switch holds from its commit on. */
async function remindOne(
  tx: Tx,
  deps: CoreDeps,
  { personId, today }: { readonly personId: string; readonly today: PlainDate },
): Promise<number> {
  await lockPersons(tx, [personId]);
  const { isOn, lookedOn } = await findReminderSetting(tx, personId);
  // Another process has the same page, and was here first.
  if (lookedOn === today) return 0;
  const notices: Notice[] = [];
  if (isOn) {
    const { dates, people } = await findFamilyCalendar(tx, deps, personId);
    const known = await findKnown(tx, deps, [personId]);
    for (const date of dates) {
      const daysBefore = reminderDue(date.kind, date.on, today);
      if (daysBefore === undefined || !(await noteReminder(tx, deps, { holderId: personId, date, daysBefore }))) continue;
      const name = known.nameFor(personId, people.get(date.personId));
      notices.push(reminderNotice({ holderId: personId, date, name, today }));
    }
  }
  await tell(tx, deps, notices);
  await markLooked(tx, personId, today);
  return notices.length;
}
