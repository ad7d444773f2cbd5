import { AppError } from '@gongji/domain';
import { Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import type { Pool } from './pool';
import type { Database, Tables } from './tables';

declare const inside: unique symbol;
/** An open transaction. Stores that write take one, so that a write outside a transaction does not compile. */
export type Tx = Transaction<Tables> & { readonly [inside]: true };
/** Reads may run in a transaction or beside one. */
export type Reader = Database | Tx;

/** Typed queries over any pool. */
export const databaseOf = (pool: Pool): Database =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }) });

const ATTEMPTS = 8;
/** 40P01 deadlock, 40001 serialization failure, 23505: somebody else's row came first, and a second look will see it. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set(['40P01', '40001', '23505']);

/** Somebody else wrote the same request while this one was deciding: roll back and answer theirs. */
export class RequestRaced extends Error {
  override readonly name = 'RequestRaced';
}

const following = new WeakMap<Tx, (() => void)[]>();

/** Something to say once the transaction stands; never said of one that was rolled back. It may be lost with the process, and must not throw. */
export function afterCommit(tx: Tx, say: () => void): void {
  const waiting = following.get(tx);
  if (waiting === undefined) throw new Error('not a transaction of inTransaction');
  waiting.push(say);
}

/** All or nothing. Runs again after a lost race; gives up with SERVICE_BUSY, having changed nothing. */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(db, work);
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
      if (attempt === ATTEMPTS) throw new AppError('SERVICE_BUSY', { seconds: 1 });
      await pause(attempt * 5);
    }
  }
}

async function attemptOnce<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const waiting: (() => void)[] = [];
  const result = await db
    .transaction()
    .setIsolationLevel('read committed')
    .execute((opened) => {
      const tx = opened as Tx;
      following.set(tx, waiting);
      return work(tx);
    });
  for (const say of waiting) say();
  return result;
}

const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof RequestRaced || (error instanceof Error && 'code' in error && WORTH_ANOTHER_TRY.has(String(error.code)));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
