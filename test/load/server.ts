import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pg from 'pg';
import type { Pool } from '@gongji/core';
import { type PostgresServer, startPostgres } from '../support/postgres';
import { type Bookkeeper, openBooks } from './books';
import { openNewBooksLab } from './books-lab';
import { copyPayers, copyQuotes, makeOriginal } from './families';
import type { Plan } from './options';
import type { Round } from './rounds';

// One PostgreSQL for both sides, with real fsync, and the databases on it.

/** What a pot takes with its share of its payer, indexes, log and room for rounds. */
const BYTES_PER_ACCOUNT = 800;
const BYTES_AT_LEAST = 12e9;

export const startServer = ({ sharedBuffers }: Plan): Promise<PostgresServer> =>
  startPostgres({
    durable: true,
    // A round is a few seconds: a checkpoint comes between two rounds, when the bench asks for it, and in none.
    settings: { shared_buffers: sharedBuffers, max_wal_size: '8GB', checkpoint_timeout: '30min', maintenance_work_mem: '256MB' },
  });

/** Throws where the disk cannot hold what the plan makes. */
export function refuseSmallDisk({ quick, manyAccounts }: Plan): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const needed = (quick ? 4e9 : BYTES_AT_LEAST) + (manyAccounts ?? 0) * BYTES_PER_ACCOUNT;
  const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
  if (bavail * bsize < needed)
    throw new Error(
      `the bench needs ${gigabytes(needed)} GB in ${tmpdir()}, ${gigabytes(bavail * bsize)} are free (fewer --accounts need less)`,
    );
}

/** The database `books` of the project, with payers who have pots. */
export interface Books {
  readonly url: string;
  readonly payers: number;
  readonly prepare: (round: Round) => Promise<void>;
  readonly bookkeeper: Bookkeeper;
  readonly close: () => Promise<void>;
}

export async function makeBooks(server: PostgresServer, accounts: number): Promise<Books> {
  const url = await makeDatabase(server, `books_${accounts}`);
  const lab = await openNewBooksLab(url);
  const payers = accounts / 2;
  const original = await makeOriginal(lab);
  await copyPayers(lab.pool, original, payers);
  await tidy(lab.pool);
  return {
    url,
    payers,
    prepare: async (round) => {
      await copyQuotes(lab.pool, original, round);
      await tidy(lab.pool);
    },
    bookkeeper: await openBooks(url),
    close: lab.close,
  };
}

/** What loading leaves behind is done before anything is measured. */
async function tidy(pool: Pool): Promise<void> {
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
}

export async function makeDatabase(server: PostgresServer, name: string): Promise<string> {
  await onServer(server, `create database ${name}`);
  return server.url(name);
}

export const checkpoint = (server: PostgresServer): Promise<unknown> => onServer(server, 'checkpoint');

export const versionOf = async (server: PostgresServer): Promise<string> =>
  (await onServer(server, 'show server_version')).rows[0]?.['server_version'] ?? 'unknown';

async function onServer(server: PostgresServer, statement: string): Promise<pg.QueryResult<Readonly<Record<string, string>>>> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
