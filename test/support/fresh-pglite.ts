import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, openPglite, type Pool } from '@gongji/core';
import { EMPTY, KEEP_MIGRATED, shapeOf } from './emptied';
import { EMBEDDED_TEMPLATE } from './embedded-template';
import { RUN_ENDED, runEnds } from './run-ends';

/** Tests run from the root, also where they are bundled into a child. */
const OUTPUT = 'test/.output';
const TEMPLATE = join(OUTPUT, 'pglite-template.tar');

/** Given back and empty again: for later tests, in this file or the next (config/jest/keeping-runtime.cjs). */
let spare: Pool | undefined;
let shapeAtFirst: string | undefined;
const endSpare = (): void => void spare?.end();
// Its clock keeps a process alive: Jest's own, where that runs a single file by itself, and a worker, which in the end no longer listens to Jest.
runEnds.once(RUN_ENDED, endSpare);
runEnds.on('removeListener', (name) => name === 'message' && endSpare());

/** An own embedded database in memory, migrated and empty: the one that was given back before, else a copy of a template. */
export const freshPglite = async (): Promise<Pool> => {
  const pool = spare ?? (await openPglite({ folder: null, durable: false, template: template() }));
  spare = undefined;
  shapeAtFirst ??= await shapeOf(pool);
  return {
    ...pool,
    async end() {
      if (spare !== undefined || (await shapeOf(pool)) !== shapeAtFirst) return pool.end();
      spare = pool;
      await pool.query(EMPTY);
    },
  };
};

let read: Blob | undefined;
const template = (): Blob => {
  read ??= new Blob([readFileSync(TEMPLATE)]);
  return read;
};

/** A folder for those who start the whole system, and an image for those who keep theirs in memory. */
export const makePgliteTemplates = async (): Promise<void> => {
  const parent = mkdtempSync(join(tmpdir(), 'gongji-pglite-'));
  const dataDir = join(parent, 'database');
  const pool = await openPglite({ folder: dataDir, durable: false });
  await migrate(pool);
  await pool.end();
  mkdirSync(OUTPUT, { recursive: true });
  const folder = mkdtempSync(join(OUTPUT, 'embedded-'));
  cpSync(dataDir, folder, { recursive: true });
  const db = await PGlite.create(dataDir);
  await db.exec(KEEP_MIGRATED);
  const dump = await db.dumpDataDir('none');
  await db.close();
  // Whoever reads or makes it meanwhile, for another run, has it whole.
  const made = `${TEMPLATE}.${process.pid}`;
  writeFileSync(made, Buffer.from(await dump.arrayBuffer()));
  renameSync(made, TEMPLATE);
  rmSync(parent, { recursive: true });
  process.env[EMBEDDED_TEMPLATE] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
};
