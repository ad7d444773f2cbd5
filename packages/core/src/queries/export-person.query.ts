import { AppError } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { type KeptTable, PERSON_COLUMNS } from '../export/kept-table';
import { KEPT_TABLES } from '../export/kept-tables';
import { wordsFor } from '../export/kept-words';
import { findKnown } from '../facts/known';
import { findInstitutionNames } from '../store/institution.store';
import { findPerson, findPersons, regionNameOf } from '../store/person.store';
import { open } from '../store/sealing';
import { instant } from '../views/instant';
import type { ExportedCell, ExportedColumn, PersonExport } from '../views/privacy-view';

type Row = Readonly<Record<string, unknown>>;

/**
 * Everything that is kept about a person, table by table and oldest first: one's own name and number in full, everybody else masked, secrets and internal numbers left out.
 * Codes are said in words. Read in one snapshot.
 */
export async function exportPerson(deps: CoreDeps, personId: string): Promise<PersonExport> {
  if ((await findPerson(deps.db, personId)) === undefined) throw new AppError('PERSON_NOT_ENROLLED');
  const tables = await inTurn(deps, () => readAll(deps, personId));
  const words = await wordsOf(
    deps,
    personId,
    tables.flatMap(({ rows }) => rows),
  );
  return {
    madeAt: instant(deps.now()),
    tables: tables.map(({ kept, rows }) => ({
      title: kept.title,
      purpose: kept.purpose,
      until: kept.until,
      columns: Object.entries(kept.columns).map(([column, title]) => ({ title, kind: kindOf(kept, column, rows) })),
      rows: rows.map((row) => Object.keys(kept.columns).map((column) => cellOf(words, kept, { column, row }))),
    })),
  };
}

const turns = new WeakMap<CoreDeps, Promise<unknown>>();

/** One after the other in this process: some tables have no index by person and are read whole, and many exports at once would leave no connection to anybody else. */
function inTurn<T>(deps: CoreDeps, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(deps) ?? Promise.resolve()).then(work);
  turns.set(
    deps,
    turn.catch(() => undefined),
  );
  return turn;
}

interface ReadTable {
  readonly kept: KeptTable;
  readonly rows: readonly Row[];
}

const readAll = (deps: CoreDeps, personId: string): Promise<readonly ReadTable[]> =>
  deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (reader) => {
      const read: ReadTable[] = [];
      for (const kept of KEPT_TABLES) {
        const columns = sql.join(Object.keys(kept.columns).map((column) => sql.ref(column)));
        const own = sql.join(
          kept.by.map((column) => sql`${sql.ref(column)} = ${personId}`),
          sql` or `,
        );
        const { rows } = await sql<Row>`select ${columns} from ${sql.table(kept.table)} where ${own} order by ${inTime(kept)}`.execute(
          reader,
        );
        read.push({ kept, rows: rows.map((row) => seenBy(personId, kept, row)) });
      }
      return read;
    });

/** By the first time that a row tells, and as they were written where they tell none or the same. */
function inTime({ columns }: KeptTable) {
  const when = Object.keys(columns).find((column) => /(^|_)at$/.test(column));
  return when === undefined ? sql`ctid` : sql`${sql.ref(when)}, ctid`;
}

/** A payer's row says to the person whom they paid for that it happened. How much came from which pot would tell what is in the payer's account. */
function seenBy(personId: string, { holdersOnly = [] }: KeptTable, row: Row): Row {
  return row['holder_id'] === personId ? row : { ...row, ...Object.fromEntries(holdersOnly.map((column) => [column, null])) };
}

type Said = (column: string, value: unknown) => ExportedCell;

function cellOf(said: Said, { table }: KeptTable, { column, row }: { readonly column: string; readonly row: Row }): ExportedCell {
  const words = wordsFor(table, column, row);
  const sayOne = (value: unknown): unknown => (typeof value === 'string' ? (words?.[value] ?? value) : value);
  const value = row[column];
  return said(column, Array.isArray(value) ? value.map(sayOne) : sayOne(value));
}

function kindOf({ table }: KeptTable, column: string, rows: readonly Row[]): ExportedColumn['kind'] {
  if (isMoney(column)) return 'fen';
  if (column === 'signature') return 'drawing';
  if (rows.some((row) => row[column] instanceof Date)) return 'instant';
  return rows.some((row) => wordsFor(table, column, row) !== undefined) ? 'words' : null;
}

async function wordsOf(deps: CoreDeps, personId: string, rows: readonly Row[]): Promise<Said> {
  const idsIn = (columns: readonly string[]) =>
    rows.flatMap((row) => columns.flatMap((column) => (typeof row[column] === 'string' ? [row[column]] : [])));
  const people = await findPersons(deps.db, idsIn(PERSON_COLUMNS));
  const lookers = await findInstitutionNames(deps.db, idsIn(['institution_id', 'looker_id', 'actor_id', 'holder_id']));
  const known = await findKnown(deps.db, deps, [personId]);
  const nameOf = (id: string): string => {
    const person = people.get(id);
    if (id === personId) return '本人';
    return person === undefined ? (lookers.get(id) ?? '') : known.nameFor(personId, person);
  };
  return (column, value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return instant(value);
    if (Buffer.isBuffer(value)) return open(deps, value);
    if (Array.isArray(value)) return value.join('、');
    if (typeof value === 'string' && column.endsWith('region_code')) return regionNameOf(deps, value);
    if (typeof value === 'string' && (PERSON_COLUMNS.includes(column) || column === 'institution_id')) return nameOf(value);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    throw new Error(`no words for a value of ${column}`);
  };
}

const MONEY = ['amount', 'balance', 'frozen', 'frozen_delta', 'balance_before', 'balance_after', 'frozen_before', 'frozen_after'];
const isMoney = (column: string): boolean => column.endsWith('_fen') || MONEY.includes(column);
