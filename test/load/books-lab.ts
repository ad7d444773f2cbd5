import { type CoreDeps, migrate, openPglite, openPostgres, type Pool, SERVING_PATIENCE_MS } from '@gongji/core';
import { uuidv7 } from 'uuidv7';
import { type CoreLab, openLabOn } from '../support/core-lab';

// The core on the database that is measured, as every process of the bench opens it.

/** As many connections as the BFF opens when nobody sets another number. */
const CONNECTIONS = 10;

export const openBooksLab = (url: string): Promise<CoreLab> =>
  openLabOnPool(openPostgres({ url, connections: CONNECTIONS, patienceMs: SERVING_PATIENCE_MS }));

/** On an empty database. */
export async function openNewBooksLab(url: string): Promise<CoreLab> {
  const pool = openPostgres({ url, connections: CONNECTIONS });
  await migrate(pool);
  return openLabOnPool(pool);
}

/** The embedded database on a folder, durable, as `npm start` has it. */
export async function openEmbeddedLab(folder: string): Promise<CoreLab> {
  const pool = await openPglite({ folder, durable: true });
  await migrate(pool);
  return openLabOnPool(pool);
}

/** Ids by time, as the BFF makes them: they come to an index in its order, random ones all over it. */
async function openLabOnPool(pool: Pool): Promise<CoreLab> {
  const lab = await openLabOn({ pool, url: null, openAgain: () => pool, close: () => pool.end() });
  return { ...lab, deps: { ...lab.deps, newId: uuidv7 } };
}

/** A tax office that accepts at once, in this process: what is measured is what is ours. */
export const toldAtOnce = (deps: CoreDeps): CoreDeps => ({
  ...deps,
  taxOffice: { ...deps.taxOffice, apply: ({ paymentId }) => Promise.resolve({ state: 'accepted', taxNumber: `T${paymentId}` }) },
});
