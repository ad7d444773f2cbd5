import { addMonths, type Fen, type PlainDate, plainDate, startOfDay } from '@gongji/domain';
import { sql } from 'kysely';
import type { Reader } from './transaction';

export interface SharedLimit {
  readonly limitFen: Fen;
  /** Taken by all relatives together since the limit was first set, holds included. */
  readonly spentFen: Fen;
}

/** Taken under each binding in the calendar month of `on`: settlements, and premiums that are held or paid. */
export async function findSpentInMonth(reader: Reader, bindingIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, Fen>> {
  if (bindingIds.length === 0) return new Map();
  const first = plainDate(`${on.slice(0, 7)}-01`);
  const [from, to] = [startOfDay(first), startOfDay(addMonths(first, 1))];
  const { rows } = await sql<{ binding_id: string; spent: Fen }>`
    select binding_id, sum(amount_fen)::bigint spent from (
      select binding_id, amount_fen from settlement_legs where binding_id = any(${bindingIds}::uuid[]) and at >= ${from} and at < ${to}
      union all
      select binding_id, amount_fen from premium_payments where binding_id = any(${bindingIds}::uuid[])
         and submitted_at >= ${from} and submitted_at < ${to} and state not in ('voided', 'failed')
    ) taken group by binding_id`.execute(reader);
  return new Map(rows.map((row) => [row.binding_id, row.spent]));
}

export async function findSharedLimits(reader: Reader, holderIds: readonly string[]): Promise<ReadonlyMap<string, SharedLimit>> {
  if (holderIds.length === 0) return new Map();
  const { rows } = await sql<{ holder_id: string; limit_fen: Fen; spent: Fen }>`
    select l.holder_id, l.limit_fen, (
      coalesce((select sum(s.amount_fen) from settlement_legs s where s.holder_id = l.holder_id and s.binding_id is not null and s.at >= l.set_at), 0) +
      coalesce((select sum(p.amount_fen) from premium_payments p where p.holder_id = l.holder_id and p.submitted_at >= l.set_at
                   and p.state not in ('voided', 'failed')), 0))::bigint spent
      from shared_limits l where l.holder_id = any(${holderIds}::uuid[])`.execute(reader);
  return new Map(rows.map((row) => [row.holder_id, { limitFen: row.limit_fen, spentFen: row.spent }]));
}
