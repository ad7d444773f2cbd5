import { sql } from 'kysely';
import type { Tables } from './tables';
import type { Tx } from './transaction';

/** A value as JSON carries it into its column; bytes as PostgreSQL writes them. Nothing nested: which columns are sent is told by their names alone. */
type Cell = string | number | boolean | Date | null | readonly string[];
export type Cells<T extends keyof Tables> = { readonly [C in keyof Tables[T]]?: Cell };

/**
 * Many rows in one statement, whose text does not depend on how many they are, so that the server keeps its plan. All rows have the columns of the
 * first; what is the same in all of them is sent once. Answers how many were written: with `once`, a row whose key is there already is left out.
 */
export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  table: T,
  { rows, once = false }: { readonly rows: readonly Cells<T>[]; readonly once?: boolean },
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const names = Object.keys(first);
  const columns = sql.join(names.map((column) => sql.ref(column)));
  const { shared, own } = parted(rows, names);
  const conflict = once ? sql` on conflict do nothing` : sql``;
  const written = await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(
    json_populate_record(null::${sql.table(table)}, ${JSON.stringify(first, shared)}::json), ${JSON.stringify(rows, own)}::json)${conflict}`.execute(
    tx,
  );
  return Number(written.numAffectedRows ?? 0);
}

/** Which columns have one value for all, and which have not. */
function parted(rows: readonly object[], names: readonly string[]): { readonly shared: string[]; readonly own: string[] } {
  const cells = rows as readonly Readonly<Record<string, Cell>>[];
  const alike = new Set(names.filter((name) => cells.every((row) => row[name] === cells[0]?.[name])));
  return { shared: [...alike], own: names.filter((name) => !alike.has(name)) };
}

export const bytesText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
