import { type CoreDeps, databaseOf, type PoolClient } from '@gongji/core';

type Query = (text: string, values?: readonly unknown[]) => Promise<never>;

/** The same process, whose transactions ask by way of what `by` makes of a connection's own: it may look at each statement and its end, or send another. */
export function watchedDeps(deps: CoreDeps, by: (query: Query) => Query): CoreDeps {
  const pool = {
    ...deps.pool,
    connect: async (): Promise<PoolClient> => {
      const client = await deps.pool.connect();
      return { query: by((text, values) => client.query(text, values) as Promise<never>), release: () => client.release() };
    },
  };
  return { ...deps, pool, db: databaseOf(pool) };
}
