import type { Pool, PoolClient } from '../store/pool';
import { MIGRATIONS } from './all-migrations';

const LOCK = 727_274;

/** Brings the database up to date in one transaction, or leaves it as it was. Several processes may start at once: the lock lets one work. */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1::bigint)', [LOCK]);
    await applyMissing(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function applyMissing(client: PoolClient): Promise<void> {
  await client.query('create table if not exists schema_migrations (id text primary key, at timestamptz not null default now())');
  const { rows } = await client.query<{ id: string }>('select id from schema_migrations');
  const done = new Set(rows.map((row) => row.id));
  refuseOther(done);
  for (const migration of MIGRATIONS) {
    if (done.has(migration.id)) continue;
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (id) values ($1)', [migration.id]);
  }
}

/** A database of another version would be written with rules this version does not know. */
function refuseOther(done: ReadonlySet<string>): void {
  const known = new Set(MIGRATIONS.map((migration) => migration.id));
  const unknown = [...done].filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new Error(`the database is of another version (${unknown.join(', ')}): run that one, or give this one a database of its own`);
}
