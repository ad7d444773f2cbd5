import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, openPglite, type Pool } from '@gongji/core';
import { EMPTY, KEEP_MIGRATED } from './emptied';

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

/** An own embedded database in memory, migrated and empty: the one that was given back before, else a copy of a template. */
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
