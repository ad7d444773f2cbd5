import { PGlite, types, type PGliteOptions, type Results } from '@electric-sql/pglite';
import { DURABLE_START, DurableNodeFS, QUICK_START } from './durable-node-fs';
import { lockFolder } from './folder-lock';
import { parameterText } from './parameter-text';
import type { Pool, PoolClient, QueryResult } from './pool';
import { parsers } from './value-parsers';

// PGlite is PostgreSQL inside this process: one session. This pool hands that session out one borrower at a time.

export interface PgliteOptions {
  /** null: in memory, for tests. */
  readonly folder: string | null;
  /** fsync on every commit. */
  readonly durable: boolean;
  /** A data folder made before (dumpDataDir): starts in a third of the time. */
  readonly template?: Blob;
}

export async function openPglite(options: PgliteOptions): Promise<Pool> {
  const unlock = options.folder === null ? () => undefined : lockFolder(options.folder);
  try {
    const db = await PGlite.create(startOptions(options));
    return poolOf(db, startHousekeeping, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function startOptions({ folder, durable, template }: PgliteOptions): PGliteOptions {
  // Values are text before PGlite sees them, whatever the parameter's type.
  const serializers = Object.fromEntries(Object.values(types).map((oid) => [oid, String]));
  const shared: PGliteOptions = {
    parsers: { ...parsers },
    serializers,
    startParams: QUICK_START,
    ...(template === undefined ? {} : { loadDataDir: template }),
  };
  if (folder === null) return shared;
  return durable ? { ...shared, fs: new DurableNodeFS(folder), startParams: DURABLE_START } : { ...shared, dataDir: folder };
}

type Housekeeping = (pool: Pool) => () => void;

function poolOf(db: PGlite, keepHouse: Housekeeping, unlock: () => void): Pool {
  const { borrow, borrowers } = turnstile();
  const breathe = breather();
  const query = (text: string, values?: readonly unknown[]) => run(db, text, values) as never;
  const pool: Pool = {
    async connect(): Promise<PoolClient> {
      const giveBack = await borrow();
      await breathe();
      return { query, release: giveBack };
    },
    async query(text, values) {
      const client = await pool.connect();
      try {
        return await client.query(text, values);
      } finally {
        client.release();
      }
    },
    load: () => ({ connections: 1, idle: borrowers() === 0 ? 1 : 0, waiting: Math.max(0, borrowers() - 1) }),
    async end() {
      stopHousekeeping();
      const giveBack = await borrow();
      try {
        await db.close();
      } finally {
        unlock();
        giveBack();
      }
    },
  };
  const stopHousekeeping = keepHouse(pool);
  return pool;
}

interface Turnstile {
  readonly borrow: () => Promise<() => void>;
  /** Who has the session, and who waits for it. */
  readonly borrowers: () => number;
}

/** First come, first served; giving back twice counts once. */
function turnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  let count = 0;
  const borrow = async () => {
    let open: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      open = resolve;
    });
    const before = last;
    count += 1;
    last = before.then(() => mine).then(() => void (count -= 1));
    await before;
    return open;
  };
  return { borrow, borrowers: () => count };
}

/** PGlite works in microtasks: under load, timers and sockets would starve without a real turn of the event loop now and then. */
function breather(): () => Promise<void> {
  let lastTurn = performance.now();
  return async () => {
    if (performance.now() - lastTurn < 10) return;
    await new Promise((resolve) => setImmediate(resolve));
    lastTurn = performance.now();
  };
}

async function run(db: PGlite, text: string, values: readonly unknown[] = []): Promise<QueryResult<unknown>> {
  // The simple protocol takes several statements at once (migrations), the extended one takes values.
  const results = values.length === 0 ? await db.exec(text) : [await db.query(text, values.map(parameterText))];
  const last: Results<unknown> | undefined = results[results.length - 1];
  const rows = last?.rows ?? [];
  return { rows, rowCount: last?.affectedRows || rows.length, command: (text.trim().split(/\s+/, 1)[0] ?? '').toUpperCase() };
}

const HOUSEKEEPING_MS = 60_000;

/** PGlite has no background processes: nothing else writes checkpoints, removes dead rows or counts rows for the planner. */
function startHousekeeping(pool: Pool): () => void {
  const timer = setInterval(() => {
    // A round that fails (the pool is closing) is made up for by the next.
    pool
      .query('checkpoint')
      .then(() => pool.query('vacuum (analyze)'))
      .catch(() => undefined);
  }, HOUSEKEEPING_MS);
  timer.unref();
  return () => clearInterval(timer);
}
