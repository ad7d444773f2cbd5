import { AppError } from '@gongji/domain';
import { CompiledQuery, type DatabaseConnection, DummyDriver, Kysely, PostgresDialect, type PostgresPool, Transaction } from 'kysely';
import type { Pool } from './pool';
import type { Database, Tables } from './tables';

declare const inside: unique symbol;
/** An open transaction. Stores that write take one, so that a write outside a transaction does not compile. */
export type Tx = Transaction<Tables> & { readonly [inside]: true };
/** Reads may run in a transaction or beside one. */
export type Reader = Database | Tx;

/** The database gave no connection: nothing was asked of it. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
  readonly code: string;

  constructor(cause: unknown) {
    super('the database gives no connection', { cause });
    this.code = codeOf(cause);
  }
}

/** Typed queries over any pool. */
export function databaseOf(pool: Pool): Database {
  const connect = () =>
    pool.connect().catch((error: unknown) => {
      throw new NoConnection(error);
    });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { ...pool, connect } as unknown as PostgresPool }) });
}

const ATTEMPTS = 8;
/** Somebody else's row came first; the next attempt will see it. If none ever does, it was not a race. */
const UNIQUE_VIOLATION = '23505';
/** 40P01: deadlock; 40001: serialization failure. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set(['40P01', '40001', UNIQUE_VIOLATION]);

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

/** All or nothing. Runs again after a lost race. Gives up with SERVICE_BUSY, having changed nothing, or, if a row is in the way every time, with that error: a bug. */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(db, work);
    } catch (error) {
      if (!isWorthAnotherTry(error) || (attempt === ATTEMPTS && codeOf(error) === UNIQUE_VIOLATION)) throw error;
      if (attempt === ATTEMPTS) throw new AppError('SERVICE_BUSY', { seconds: 1 });
      await pause(attempt * 5);
    }
  }
}

const attemptOnce = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inSession(db, async ({ tx, connection, end }) => {
    const waiting: (() => void)[] = [];
    following.set(tx, waiting);
    try {
      // Not waited for: it goes out together with the first statement, which fails if it does.
      const begun = tx.executeQuery(BEGIN);
      begun.catch(() => undefined);
      const result = await work(tx);
      await begun;
      end();
      await connection.executeQuery(COMMIT);
      for (const say of waiting) say();
      return result;
    } catch (error) {
      end();
      // A connection that cannot roll back any more is gone, and the transaction with it.
      await connection.executeQuery(ROLLBACK).catch(() => undefined);
      throw error;
    }
  });

const BEGIN = CompiledQuery.raw('start transaction isolation level read committed');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/** For reads beside a transaction: on one connection, so that those that do not need each other's answers go to the server together. */
export const readTogether = <T>(db: Database, read: (reader: Reader) => Promise<T>): Promise<T> =>
  inSession(db, ({ tx, end }) => read(tx).finally(end));

interface Session {
  readonly tx: Tx;
  readonly connection: DatabaseConnection;
  /** A statement that comes later, because nobody waited for it, fails instead of running outside the transaction. */
  readonly end: () => void;
}

/**
 * Kysely's own transaction sends a statement when the one before is answered. This one sends it when it is asked for, in that order, so that statements
 * that do not need each other's answers (`Promise.all`) share one way to the server and back. When one fails, the server refuses those that are on their
 * way, nothing more is sent, and all of them fail by the first one's error, whichever is looked at first.
 */
function inSession<T>(db: Database, use: (session: Session) => Promise<T>): Promise<T> {
  const executor = db.getExecutor();
  return executor.provideConnection((connection) => {
    let ended = false;
    let failure: unknown;
    const inOrder: DatabaseConnection = {
      executeQuery: async (query) => {
        if (ended) throw new Error('a statement after the end of its transaction');
        if (failure !== undefined) throw failure;
        try {
          return await connection.executeQuery(query);
        } catch (error) {
          failure ??= error;
          throw failure;
        }
      },
      streamQuery: () => {
        throw new Error('nothing is streamed in a transaction');
      },
    };
    const own = executor.withConnectionProvider({ provideConnection: (consume) => consume(inOrder) });
    const tx = new Transaction<Tables>({ config: { dialect: DIALECT }, driver: new DummyDriver(), dialect: DIALECT, executor: own }) as Tx;
    return use({ tx, connection, end: () => void (ended = true) });
  });
}

/** Only to construct the transaction, which has its connection already. */
const DIALECT = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction has its connection')) });

const isWorthAnotherTry = (error: unknown): boolean => error instanceof RequestRaced || WORTH_ANOTHER_TRY.has(codeOf(error));
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
