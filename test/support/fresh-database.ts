import { randomBytes } from 'node:crypto';
import { migrate, openPostgres, type Pool } from '@gongji/core';
import pg from 'pg';
import { EMPTY, KEEP_MIGRATED, shapeOf } from './emptied';
import { SERVER_URL } from './postgres.server';

const TEMPLATE = 'gongji_migrated';
const TEMPLATE_LOCK = 20270101;

export interface FreshDatabase {
  readonly url: string;
  /** As the owner. Ended, its idle connections are kept for the next to come: new ones would get to know the tables and plan every statement again. */
  openPool(connections: number): Pool;
  drop(): Promise<void>;
}

interface Spare {
  readonly name: string;
  /** Looks whether it is as it was, and empties it. */
  readonly sweeper: Pool;
  readonly pools: KeptPool[];
}

interface KeptPool {
  readonly connections: number;
  readonly pool: Pool;
  isLent: boolean;
}

/** Given back and empty again: for later tests, in this file or the next (config/jest/keeping-runtime.cjs). They go with the server. */
const spares: Spare[] = [];
let shapeAtFirst: string | undefined;

/** An own database, migrated and empty: one that was given back before, else a copy of a template, which the first worker to come makes. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const spare = spares.pop() ?? (await copyTemplate());
  return {
    url: urlOf(spare.name),
    openPool: (connections) => lendPool(spare, connections),
    async drop() {
      if (await isEmptied(spare)) spares.push(spare);
      else await drop(spare);
    },
  };
};

/** The name by which kept connections are known on the server. */
const KEPT = 'kept';

const lendPool = (spare: Spare, connections: number): Pool => {
  const kept = spare.pools.find((each) => each.connections === connections && !each.isLent) ?? addPool(spare, connections);
  kept.isLent = true;
  return {
    ...kept.pool,
    end: async () => {
      kept.isLent = false;
    },
  };
};

const addPool = ({ name, pools }: Spare, connections: number): KeptPool => {
  const pool = openPostgres({ url: `${urlOf(name)}?application_name=${KEPT}`, connections });
  const kept = { connections, pool, isLent: false };
  pools.push(kept);
  return kept;
};

const copyTemplate = async (): Promise<Spare> => {
  const name = `gongji_${randomBytes(8).toString('hex')}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const made = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (made.rowCount === 0) await makeTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  const sweeper = openPostgres({ url: urlOf(name), connections: 1 });
  shapeAtFirst ??= await shapeOf(sweeper);
  return { name, sweeper, pools: [] };
};

const drop = async ({ name, sweeper, pools }: Spare): Promise<void> => {
  await Promise.all([sweeper, ...pools.map(({ pool }) => pool)].map((each) => each.end()));
  await onServer((server) => server.query(`drop database if exists ${name} with (force)`));
};

/** false: it is not worth it, or no longer the template's. */
const isEmptied = async ({ sweeper }: Spare): Promise<boolean> => {
  // A process that was killed in the middle may still be at work here.
  while ((await sweeper.query(END_OTHERS)).rowCount !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  if ((await shapeOf(sweeper)) !== shapeAtFirst) return false;
  await sweeper.query(EMPTY);
  return true;
};

const END_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
    and not (application_name = '${KEPT}' and state = 'idle')`;

/** Under a working name until it is migrated: a worker that died half-way leaves no half template. */
const makeTemplate = async (client: pg.Client): Promise<void> => {
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const pool = openPostgres({ url: urlOf(unfinished), connections: 2 });
  await migrate(pool);
  await pool.query(KEEP_MIGRATED);
  await pool.end();
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
};

const serverUrl = (): string => {
  const url = process.env[SERVER_URL];
  if (!url) throw new Error('No PostgreSQL: this test belongs in a Jest project with the postgres set-up (config/jest.config.mjs)');
  return url;
};

const urlOf = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
};

const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await connect(serverUrl());
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const connect = async (connectionString: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
};
