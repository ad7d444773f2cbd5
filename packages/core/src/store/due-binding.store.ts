import { OPEN_PREMIUM_STATES, type PlainDate } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { Reader, Tx } from './transaction';

export const DUE_PAGE = 500;

export interface AskDue {
  readonly now: Date;
  readonly today: PlainDate;
  /** Of each region with somebody below the age of consent: who was born on this day or before is of age. */
  readonly ofAge: readonly { readonly regionCode: string; readonly bornBy: PlainDate }[];
  /** The last one seen; null: from the beginning. */
  readonly after: string | null;
}

/**
 * Where the clock or the register may have something to do: invitations, last days, birthdays, and people whose insurance has changed. What waits for a
 * payment is not looked at before that is finished: a look locks the binding, and a premium can be under way for a month.
 */
export async function findDueBindingIds(reader: Reader, { now, today, ofAge, after }: AskDue): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select b.id from bindings b where b.accept_by < ${now} and b.state <> 'ended'
      union select g.binding_id from grants g
       where g.ends_on < ${today} and g.state <> 'ended' and (g.kind = 'show-code' or not ${isPaying('g.holder_id', 'g.binding_id')})
      union select b.id from bindings b where b.checked_at is null and b.state <> 'ended' and not ${isPaying('b.holder_id', 'b.id')}
      union select g.binding_id from grants g join bindings b on b.id = g.binding_id join persons p on p.id = b.relative_id
        join unnest(${ofAge.map((age) => age.regionCode)}::text[], ${ofAge.map((age) => age.bornBy)}::date[]) of_age (region_code, born_by)
          on of_age.region_code = p.region_code and p.birth_date <= of_age.born_by
       where g.agreed_by = 'guardian' and g.kind = 'show-code' and g.state in ('active', 'paused')
    ) due where ${after}::uuid is null or id > ${after}::uuid order by id limit ${DUE_PAGE}`.execute(reader);
  return rows.map((row) => row.id);
}

const isPaying = (holderId: string, bindingId: string) => sql`exists (select 1 from premium_payments p
   where p.holder_id = ${sql.ref(holderId)} and p.binding_id = ${sql.ref(bindingId)} and p.state = any(${[...OPEN_PREMIUM_STATES]}::text[]))`;

/** Where somebody is insured whose code is shown by a guardian's statement. */
export async function findRegionsOfMinors(reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ region_code: string }>`
    select distinct p.region_code from grants g join bindings b on b.id = g.binding_id join persons p on p.id = b.relative_id
     where g.agreed_by = 'guardian' and g.kind = 'show-code' and g.state in ('active', 'paused')`.execute(reader);
  return rows.map((row) => row.region_code);
}

/** Something of these people has changed that can end a binding. Their bindings are locked: a check that has begun is over. */
export async function markToCheck(tx: Tx, bindingIds: readonly string[]): Promise<void> {
  if (bindingIds.length === 0) return;
  await tx.updateTable('bindings').set({ checked_at: null }).where('id', '=', anyOf(bindingIds)).execute();
}

export async function markChecked(tx: Tx, deps: CoreDeps, bindingId: string): Promise<void> {
  await tx.updateTable('bindings').set({ checked_at: deps.now() }).where('id', '=', bindingId).execute();
}
