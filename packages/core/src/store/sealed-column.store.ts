import { type RawBuilder, sql } from 'kysely';
import type { Database } from './tables';

// Everything that is sealed, read and replaced where it lies: a table's pages one after the other, whatever its keys.

/** Every column of the database whose name ends with `_sealed`, by table. */
export const SEALED_COLUMNS = {
  persons: ['certificate_sealed', 'name_sealed'],
  institutions: ['sm_sealed'],
  institution_keys: ['secret_sealed'],
  offline_keys: ['secret_sealed'],
  complaints: ['text_sealed', 'phone_sealed'],
  complaint_answers: ['text_sealed'],
  subscriptions: ['openid_sealed'],
} as const;
export type SealedTable = keyof typeof SEALED_COLUMNS;

/** A table's own size: 8 kB each. */
const PAGES_AT_ONCE = 16;

export interface SealedRow {
  /** Where it lies; another place after each change of the row. */
  readonly place: string;
  readonly values: readonly (Buffer | null)[];
}

/** All rows, some pages at a time; those that come meanwhile lie at the end, or where one that was read made room. */
export async function* walkSealed(db: Database, table: SealedTable): AsyncGenerator<readonly SealedRow[]> {
  const columns = SEALED_COLUMNS[table];
  for (let page = 0; page < (await pagesOf(db, table)); page += PAGES_AT_ONCE) {
    const { rows } = await sql<Record<string, Buffer | null> & { place: string }>`
      select ctid::text place, ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
       where ctid >= ${`(${page},0)`}::tid and ctid < ${`(${page + PAGES_AT_ONCE},0)`}::tid`.execute(db);
    yield rows.map((row) => ({ place: row.place, values: columns.map((column) => row[column] ?? null) }));
  }
}

async function pagesOf(db: Database, table: SealedTable): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::int)::int pages`.execute(db);
  return rows[0]?.pages ?? 0;
}

export interface Resealed extends SealedRow {
  readonly resealed: readonly (Buffer | null)[];
}

/** Refuses every change of a row, and knows nothing of what is only sealed anew. */
const GUARDS: Readonly<Partial<Record<SealedTable, string>>> = { complaint_answers: 'complaint_answers__append_only' };

/** Answers how many were replaced: what somebody else has locked, or changed since it was read, is left for the next time. */
export const replaceSealed = (db: Database, table: SealedTable, rows: readonly Resealed[]): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const guard = GUARDS[table];
    const turn = (way: 'disable' | 'enable') =>
      guard === undefined ? undefined : sql`alter table ${sql.table(table)} ${sql.raw(way)} trigger ${sql.ref(guard)}`.execute(tx);
    await turn('disable');
    const { numAffectedRows = 0n } = await replacing(table, rows).execute(tx);
    await turn('enable');
    return Number(numAffectedRows);
  });

function replacing(table: SealedTable, rows: readonly Resealed[]): RawBuilder<unknown> {
  const columns = SEALED_COLUMNS[table];
  const list = JSON.stringify(rows.map(({ place, values, resealed }) => [place, ...values.map(hexOf), ...resealed.map(hexOf)]));
  const at = (index: number) => sql`(v.value ->> ${sql.lit(index)})::bytea`;
  const sets = columns.map((column, index) => sql`${sql.ref(column)} = ${at(1 + columns.length + index)}`);
  const unchanged = columns.map((column, index) => sql`t.${sql.ref(column)} is not distinct from ${at(1 + index)}`);
  return sql`
    with v as (select value, (value ->> 0)::tid place from json_array_elements(${list}::json)),
         free as materialized (select t.ctid place from v join ${sql.table(table)} t on t.ctid = v.place for update of t skip locked)
    update ${sql.table(table)} t set ${sql.join(sets)} from v join free using (place)
     where t.ctid = v.place and ${sql.join(unchanged, sql` and `)}`;
}

const hexOf = (bytes: Buffer | null): string | null => (bytes === null ? null : `\\x${bytes.toString('hex')}`);
