import { type EntryKind, type Fen, type Month, monthStart, type Pot, startOfYear } from '@gongji/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './transaction';

export interface EntryFilter {
  readonly year?: number | undefined;
  /** 1–12 of the year. */
  readonly month?: number | undefined;
  readonly kind?: EntryKind | undefined;
  readonly pot?: Pot | undefined;
  /** Whom it was for: oneself, or a person's id. */
  readonly forPerson?: string | undefined;
}

export interface AskEntryRows {
  readonly holderId: string;
  readonly filter: EntryFilter;
  /** The last entry seen; null: from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

export interface StoredEntry {
  readonly id: number;
  readonly at: Date;
  readonly reason: EntryKind;
  readonly pot: Pot;
  readonly amount: Fen;
  readonly frozen_delta: Fen;
  readonly balance_after: Fen;
  readonly frozen_after: Fen;
  readonly for_person_id: string | null;
  readonly institution: string | null;
  readonly number: string | null;
  readonly settlement_id: string | null;
}

/** Newest first. */
export async function findEntries(reader: Reader, { holderId, filter, before, limit }: AskEntryRows): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select e.id, e.at, t.reason, a.pot, e.amount, e.frozen_delta, e.balance_after, e.frozen_after, t.for_person_id, i.name as institution,
           coalesce(p.number, s.number) as number, s.id as settlement_id
      from entries e
      join accounts a on a.id = e.account_id and a.kind = 'personal'
      join transfers t on t.id = e.transfer_id
      left join settlements s on s.id = t.subject_id
      left join institutions i on i.id = s.institution_id
      left join premium_payments p on p.id = t.subject_id
     where ${wanted(holderId, filter)} and (${before}::bigint is null or e.id < ${before}::bigint)
     order by e.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** Of entries `e` in accounts `a` by transfers `t`. */
function wanted(holderId: string, filter: EntryFilter): RawBuilder<boolean> {
  const [from, until] = spanOf(filter);
  const { kind, pot, forPerson } = filter;
  const conditions = [
    sql<boolean>`a.holder_id = ${holderId}`,
    ...(from === undefined ? [] : [sql<boolean>`e.at >= ${from} and e.at < ${until}`]),
    ...(kind === undefined ? [] : [sql<boolean>`t.reason = ${kind}`]),
    ...(pot === undefined ? [] : [sql<boolean>`a.pot = ${pot}`]),
    ...(forPerson === undefined
      ? []
      : [forPerson === OWN ? sql<boolean>`t.for_person_id is null` : sql<boolean>`t.for_person_id = ${forPerson}`]),
  ];
  return sql.join(conditions, sql` and `) as RawBuilder<boolean>;
}

export const OWN = 'own';

function spanOf({ year, month }: EntryFilter): readonly [from: Date, until: Date] | readonly [] {
  if (year === undefined) return [];
  if (month === undefined) return [startOfYear(year), startOfYear(year + 1)];
  const name = `${year}-${String(month).padStart(2, '0')}` as Month;
  return [monthStart(name), monthStart(name, 1)];
}

export interface SumRow {
  /** null: of all years, or of the whole year. */
  readonly year: number | null;
  readonly month: number | null;
  readonly in: Fen;
  readonly out: Fen;
  /** Held in that time, and held still. */
  readonly frozen: Fen;
  readonly count: number;
}

/**
 * Whether the movement of a transfer `t` is income or spending. What goes from one pot of a person to the other is neither, unless one pot is asked for; nor
 * is what an account opened with, nor what was taken back, neither when it was paid nor when it came back, unless that is what is asked for.
 */
const countsAsMoved = ({ kind, pot }: EntryFilter): RawBuilder<boolean> => sql<boolean>`case
  when t.reason = 'year-switch' then ${pot !== undefined}::boolean
  when t.reason in ('opening', 'settlement-void', 'refund') then t.reason = ${kind ?? ''}
  when t.reason = 'settlement' then not exists (select from settlement_voids v where v.settlement_id = t.subject_id)
  when t.reason = 'premium-paid' then not exists (select from premium_payments p where p.id = t.subject_id and p.state = 'refunded')
  else true end`;

/** By month, by year and altogether, newest first. Shanghai is eight hours ahead of the ledger, with no summer time since 1991. */
export async function sumEntries(reader: Reader, holderId: string, filter: EntryFilter): Promise<readonly SumRow[]> {
  const { rows } = await sql<SumRow>`
    select extract(year from day)::int as year, extract(month from day)::int as month,
           coalesce(sum(amount) filter (where amount > 0 and counts), 0)::bigint as in,
           coalesce(-sum(amount) filter (where amount < 0 and counts), 0)::bigint as out,
           coalesce(sum(frozen_delta) filter (where held), 0)::bigint as frozen,
           count(*)::int as count
      from (select (e.at at time zone 'UTC') + interval '8 hours' as day, e.amount, e.frozen_delta, ${countsAsMoved(filter)} as counts,
                   t.kind = 'pending' and r.id is null as held
              from entries e
              join accounts a on a.id = e.account_id and a.kind = 'personal'
              join transfers t on t.id = e.transfer_id
              left join transfers r on r.pending_id = t.id
             where ${wanted(holderId, filter)}) moved
     group by grouping sets ((extract(year from day)::int, extract(month from day)::int), (extract(year from day)::int), ())
     order by year desc nulls first, month desc nulls first`.execute(reader);
  return rows;
}

export interface ChoiceRow {
  readonly year: number;
  readonly month: number;
  readonly reason: EntryKind;
  readonly for_person_id: string | null;
}

/** What there is to choose from. */
export async function findEntryChoices(reader: Reader, holderId: string): Promise<readonly ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select distinct extract(year from (e.at at time zone 'UTC') + interval '8 hours')::int as year,
           extract(month from (e.at at time zone 'UTC') + interval '8 hours')::int as month, t.reason, t.for_person_id
      from entries e join accounts a on a.id = e.account_id and a.kind = 'personal' join transfers t on t.id = e.transfer_id
     where a.holder_id = ${holderId}`.execute(reader);
  return rows;
}

export interface TrendRow {
  readonly month: Month;
  readonly in: Fen;
  readonly out: Fen;
  /** When the month ended, or now. */
  readonly balance: Fen;
}

/** Every month with something in it up to the present one. What bears a later date, as after the demonstration's clock went back, counts as of now. */
export async function findTrend(reader: Reader, holderId: string, now: Date): Promise<readonly TrendRow[]> {
  const { rows } = await sql<TrendRow>`
    select to_char(month, 'YYYY-MM') as month,
           coalesce(sum(amount) filter (where amount > 0 and counts), 0)::bigint as in,
           coalesce(-sum(amount) filter (where amount < 0 and counts), 0)::bigint as out,
           (sum(sum(amount)) over (order by month))::bigint as balance
      from (select date_trunc('month', least(e.at, ${now}::timestamptz) at time zone 'UTC' + interval '8 hours') as month, e.amount,
                   ${countsAsMoved({})} as counts
              from entries e join accounts a on a.id = e.account_id and a.kind = 'personal' join transfers t on t.id = e.transfer_id
             where a.holder_id = ${holderId}) moved
     group by month order by month`.execute(reader);
  return rows;
}
