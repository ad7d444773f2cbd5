import type { Duplex } from 'node:stream';
import pg from 'pg';
import { parameterText } from './parameter-text';
import type { Pool } from './pool';
import { parsers } from './value-parsers';

const IN_UTC = '-c timezone=UTC';
/**
 * Every statement of a command reads few rows by an index. A server that plans one while its tables are empty would read them whole, and keep that plan
 * while they grow.
 */
const PINNED_PLANS = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off';

/** A server's process that was just started knows no plan and has none of the tables' pages at hand: worth keeping over a quiet quarter of an hour. */
const IDLE_MS = 15 * 60_000;
/** A firewall between forgets a connection that says nothing for some minutes, and whoever uses it then waits for nothing. */
const ALIVE_MS = 60_000;

/** Longer than any statement of a request or a job takes: a database that has not answered by then is not going to on this connection. */
export const SERVING_PATIENCE_MS = 30_000;

interface PostgresOptions {
  readonly url: string;
  readonly connections: number;
  /**
   * How long a connection and an answer are waited for; whoever waits longer fails, and the connection is not used again. Of a server that goes silent, or
   * a network that loses what is sent, nothing else is heard for a quarter of an hour. Missing: as long as it takes, as migrations and proofs of the ledger may.
   */
  readonly patienceMs?: number;
}

/** A pool on a PostgreSQL server. Reads values exactly as the PGlite pool does. */
export function openPostgres(options: PostgresOptions): Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    idleTimeoutMillis: IDLE_MS,
    ...(options.patienceMs !== undefined && { query_timeout: options.patienceMs, connectionTimeoutMillis: options.patienceMs }),
    keepAlive: true,
    keepAliveInitialDelayMillis: ALIVE_MS,
    // Connections at rest are no reason for a process to stay.
    allowExitOnIdle: true,
    pipeline: true,
    options: `${IN_UTC} ${PINNED_PLANS}`,
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // A connection that the server closes is replaced by the pool, and what was under way on it fails; without a listener it would end the process. The pool
  // listens to those that are idle, nobody to those in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const named = statementNames();
  const ask = (text: string, values?: readonly unknown[]): pg.QueryConfig => named(text, values?.map(listAsText));
  return {
    async connect() {
      const client = await pool.connect();
      const leaveTogether = holding(client.connection.stream);
      return {
        query: (text, values) => {
          leaveTogether();
          return client.query(ask(text, values)) as never;
        },
        // Whoever comes next must not get a connection whose end the pool has not heard of yet.
        release: () => client.release(client.connection.stream.destroyed),
      };
    },
    query: (text, values) => pool.query(ask(text, values)) as never,
    load: () => ({ connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    end: () => pool.end(),
  };
}

/** The driver writes a list by adding up small strings, which is most of what a group's ids cost. */
const listAsText = (value: unknown): unknown => (Array.isArray(value) ? parameterText(value) : value);

/** What is written in one turn of the event loop leaves in one piece: a piece for each statement would wake the server for each. */
function holding(stream: Duplex): () => void {
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}

const MOST_STATEMENTS = 500;

/** A name by text lets the server keep the plan. Behind pgbouncer before 1.21 in transaction mode, names do not work. */
function statementNames(): (text: string, values: unknown[] | undefined) => pg.QueryConfig {
  const names = new Map<string, string>();
  return (text, values) => {
    if (values === undefined || values.length === 0) return { text };
    const name = names.get(text) ?? (names.size < MOST_STATEMENTS ? `g${names.size}` : undefined);
    if (name === undefined) return { text, values };
    names.set(text, name);
    return { name, text, values };
  };
}
