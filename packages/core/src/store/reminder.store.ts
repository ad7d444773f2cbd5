import type { FamilyDate, PlainDate } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { Reader, Tx } from './transaction';

export const REMINDER_PAGE = 200;

/** Where nothing is stored: on, and nobody has looked. */
export async function findReminderSetting(
  reader: Reader,
  holderId: string,
): Promise<{ readonly isOn: boolean; readonly lookedOn: PlainDate | null }> {
  const query = reader.selectFrom('reminder_settings').select(['is_on as isOn', 'looked_on as lookedOn']);
  return (await query.where('holder_id', '=', holderId).executeTakeFirst()) ?? { isOn: true, lookedOn: null };
}

export async function setRemindersOn(tx: Tx, holderId: string, isOn: boolean): Promise<void> {
  await tx
    .insertInto('reminder_settings')
    .values({ holder_id: holderId, is_on: isOn, looked_on: null })
    .onConflict((conflict) => conflict.column('holder_id').doUpdateSet({ is_on: isOn }))
    .execute();
}

/** Written with the reminders themselves: whoever was killed before is looked at again, and nobody twice. */
export async function markLooked(tx: Tx, holderId: string, day: PlainDate): Promise<void> {
  await tx
    .insertInto('reminder_settings')
    .values({ holder_id: holderId, is_on: true, looked_on: day })
    .onConflict((conflict) => conflict.column('holder_id').doUpdateSet({ looked_on: day }))
    .execute();
}

/** Sides of bindings that stand, whom nobody has looked at on this day. */
export async function findNotLookedAt(reader: Reader, day: PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select side.id from (select holder_id id from bindings where state <> 'ended' union select relative_id from bindings where state <> 'ended') side
      left join reminder_settings s on s.holder_id = side.id
     where s.looked_on is distinct from ${day} and coalesce(s.is_on, true) order by side.id limit ${REMINDER_PAGE}`.execute(reader);
  return rows.map((row) => row.id);
}

/** Whether the day's round has come to its end: a binding that is made later is looked at tomorrow. */
export const isRoundOver = async (reader: Reader, day: PlainDate): Promise<boolean> =>
  (await reader.selectFrom('reminder_rounds').select('day').where('day', '=', day).executeTakeFirst()) !== undefined;

export async function endRound(tx: Tx, deps: CoreDeps, day: PlainDate): Promise<void> {
  await tx
    .insertInto('reminder_rounds')
    .values({ day, ended_at: deps.now() })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
}

interface Reminder {
  readonly holderId: string;
  readonly date: FamilyDate;
  readonly daysBefore: number;
}

/** False: it was given before. */
export async function noteReminder(tx: Tx, deps: CoreDeps, { holderId, date, daysBefore }: Reminder): Promise<boolean> {
  const { numInsertedOrUpdatedRows: written } = await tx
    .insertInto('reminders')
    .values({ holder_id: holderId, kind: date.kind, subject_id: date.subjectId, on_day: date.on, days_before: daysBefore, at: deps.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(written ?? 0) === 1;
}
