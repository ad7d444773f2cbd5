import { randomBytes } from 'node:crypto';
import { migrate, openPostgres } from '@gongji/core';
import pg from 'pg';
import { SERVER_URL } from './postgres.server';

const TEMPLATE = 'gongji_migrated';
const TEMPLATE_LOCK = 20270101;

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An own database, migrated and empty: a copy of a template, which the first worker to come makes. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const name = `gongji_${randomBytes(8).toString('hex')}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const made = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (made.rowCount === 0) await makeTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: urlOf(name),
    drop: () => onServer((client) => client.query(`drop database if exists ${name} with (force)`).then(() => undefined)),
  };
};

/** Under a working name until it is migrated: a worker that died half-way leaves no half template. */
const makeTemplate = async (client: pg.Client): Promise<void> => {
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const pool = openPostgres({ url: urlOf(unfinished), connections: 2 });
  await migrate(pool);
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

const onServer = async (work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};
