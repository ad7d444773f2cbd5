import pg from 'pg';
import type { Pool } from './pool';
import { parsers } from './value-parsers';

/** A pool on a PostgreSQL server. Reads values exactly as the PGlite pool does. */
export function openPostgres(options: { readonly url: string; readonly connections: number }): Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format) },
  } as pg.PoolConfig);
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    async connect() {
      const client = await pool.connect();
      return {
        query: (text, values) => client.query(text, values === undefined ? undefined : [...values]) as never,
        release: () => client.release(),
      };
    },
    query: (text, values) => pool.query(text, values === undefined ? undefined : [...values]) as never,
    end: () => pool.end(),
  };
}
