import { type Fen, type InstitutionKind, type PlainDate, startOfDay, ZERO } from '@gongji/domain';
import { sql } from 'kysely';
import { anyOf } from './any-of';
import type { Reader } from './transaction';

/** What relatives have paid for a person at counters lately. */
export interface StoredCounterUse {
  readonly settledLastHour: number;
  readonly settledToday: number;
  readonly sharedTodayFen: Fen;
}

export const UNUSED: StoredCounterUse = { settledLastHour: 0, settledToday: 0, sharedTodayFen: ZERO };

const HOUR_MS = 3_600_000;

/** Those for whom relatives have paid today or within the last hour, which may have begun yesterday. What was voided does not count. */
export async function findCounterUses(
  reader: Reader,
  personIds: readonly string[],
  { now, today }: { readonly now: Date; readonly today: PlainDate },
): Promise<ReadonlyMap<string, StoredCounterUse>> {
  if (personIds.length === 0) return new Map();
  const [dayStart, hourStart] = [startOfDay(today), new Date(now.getTime() - HOUR_MS)];
  const { rows } = await sql<{ holder_id: string; hour: number; day: number; shared: Fen }>`
    select holder_id, count(*) filter (where at > ${hourStart})::int as hour, count(*) filter (where at >= ${dayStart})::int as day,
           coalesce(sum(shared_fen) filter (where at >= ${dayStart}), 0)::bigint shared
      from settlements s
     where holder_id = ${anyOf(personIds)} and at >= least(${dayStart}::timestamptz, ${hourStart}::timestamptz) and shared_fen > 0
       and not exists (select from settlement_voids v where v.settlement_id = s.id)
     group by holder_id`.execute(reader);
  return new Map(
    rows.map(({ holder_id, hour, day, shared }) => [holder_id, { settledLastHour: hour, settledToday: day, sharedTodayFen: shared }]),
  );
}

export async function findInstitutionKinds(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, InstitutionKind>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('institutions').select(['id', 'kind']).where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row.kind]));
}
