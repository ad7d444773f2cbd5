import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, openPglite, type Pool } from '@gongji/core';

/** Tests run from the root, also where they are bundled into a child. */
const TEMPLATE = 'test/.output/pglite-template.tar';

/** Given back and empty again. */
let spare: Pool | undefined;
let isOver = false;
// In the set-up and in a child there are no tests, and one database only.
globalThis.afterAll?.(async () => {
  isOver = true;
  await spare?.end();
});

/**
 * An own embedded database in memory, migrated and empty: the one that was given back before, else a copy of a template. To open one takes
 * two seconds of a processor, to empty one a twentieth of that.
 */
export const freshPglite = async (): Promise<Pool> => {
  const pool = spare ?? (await openPglite({ folder: null, durable: false, template: template() }));
  spare = undefined;
  return {
    ...pool,
    async end() {
      if (isOver || spare !== undefined) return pool.end();
      await pool.query(EMPTY);
      spare = pool;
    },
  };
};

let read: Blob | undefined;
const template = (): Blob => {
  read ??= new Blob([readFileSync(TEMPLATE)]);
  return read;
};

/** Past the triggers, which keep what is written from being removed; with what the migrations wrote. */
const EMPTY = `begin;
set local session_replication_role = replica;
do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' loop execute format('delete from %I', name); end loop;
  for name in select sequencename from pg_sequences where schemaname = 'public' loop execute format('alter sequence %I restart', name); end loop;
  for name in select tablename from pg_tables where schemaname = 'migrated' loop
    execute format('insert into %1$I overriding system value select * from migrated.%1$I', name);
  end loop;
end $$;
commit`;

/** Once more, where no test writes. */
const KEEP_MIGRATED = `create schema migrated;
do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create table migrated.%1$I as table %1$I', name);
  end loop;
end $$`;

/** Once a run, before any worker starts. */
export const makePgliteTemplate = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-pglite-'));
  const dataDir = join(folder, 'database');
  const pool = await openPglite({ folder: dataDir, durable: false });
  await migrate(pool);
  await pool.query(KEEP_MIGRATED);
  await pool.end();
  const db = await PGlite.create(dataDir);
  const dump = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(dirname(TEMPLATE), { recursive: true });
  // Whoever reads it meanwhile, for another run, has it whole.
  writeFileSync(`${TEMPLATE}.new`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${TEMPLATE}.new`, TEMPLATE);
  rmSync(folder, { recursive: true });
};
