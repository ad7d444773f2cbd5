import type { Fen, PlainDate } from '@gongji/domain';
import { sql } from 'kysely';
import { startOfMonth, startOfNextMonth } from './binding.store';
import type { Reader } from './transaction';

/** Taken under each binding in the calendar month of `on`: settlements, and premiums that are held or paid. What was given back counts no more. */
export async function findSpentInMonth(reader: Reader, bindingIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, Fen>> {
  if (bindingIds.length === 0) return new Map();
  const [from, to] = [startOfMonth(on), startOfNextMonth(on)];
  const { rows } = await sql<{ binding_id: string; spent: Fen }>`
    select binding_id, sum(amount_fen)::bigint spent from (
      select binding_id, amount_fen from settlement_legs l where binding_id = any(${bindingIds}::uuid[]) and at >= ${from} and at < ${to}
         and not exists (select from settlement_voids v where v.settlement_id = l.settlement_id)
      union all
      select p.binding_id, p.amount_fen from bindings b,
             lateral (select * from premium_payments p where p.holder_id = b.holder_id and p.binding_id = b.id and p.submitted_at >= ${from}
                         and p.submitted_at < ${to} and p.state not in ('voided', 'failed', 'refunded') offset 0) p
       where b.id = any(${bindingIds}::uuid[])
    ) taken group by binding_id`.execute(reader);
  return new Map(rows.map((row) => [row.binding_id, row.spent]));
}
