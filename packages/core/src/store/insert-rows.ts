import { sql } from 'kysely';
import type { Tables } from './tables';
import type { Tx } from './transaction';

/** A value as JSON carries it into its column; bytes as PostgreSQL writes them. */
type Cell = string | number | boolean | Date | null | readonly string[];
export type Cells<T extends keyof Tables> = { readonly [C in keyof Tables[T]]?: Cell };

/**
 * Many rows in one statement, whose text does not depend on how many they are, so that the server keeps its plan. All rows have the columns of the
 * first. Answers how many were written: with `once`, a row whose key is there already is left out.
 */
export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  table: T,
  { rows, once = false }: { readonly rows: readonly Cells<T>[]; readonly once?: boolean },
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const conflict = once ? sql` on conflict do nothing` : sql``;
  const written = await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)${conflict}`.execute(tx);
  return Number(written.numAffectedRows ?? 0);
}

export const bytesText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
