import { startRedis } from '../support/redis';
import type { CoreAbilities } from './core-worker';
import type { CounterAbilities } from './counter-worker';
import type { EdgeAbilities } from './edge-worker';
import type { HttpAbilities } from './http-worker';
import { logInPayers } from './log-in';
import type { Measured } from './measure';
import { type Plan, shortNumber } from './options';
import type { PgliteAbilities } from './pglite-worker';
import type { Round } from './rounds';
import { type Books, checkpoint, makeBooks, makeDatabase, startServer, versionOf } from './server';
import { type Abilities, startWorker, type Worker } from './worker';
import { makeYardstick } from './yardstick';

// Everything that is measured, open.

/** Processes of the edge, and of the bare Koa it is compared with: one for each of the two cores on which everything runs. */
const SERVERS = 2;

export interface Stage {
  readonly plan: Plan;
  readonly postgresVersion: string;
  readonly books: Books;
  /** The same with many more accounts. */
  readonly largeBooks: Books | null;
  readonly core: Worker<CoreAbilities>;
  readonly caller: Worker<HttpAbilities>;
  readonly counter: Worker<CounterAbilities>;
  readonly redisUrl: string;
  readonly embedded: Worker<PgliteAbilities>;
  /** Of the edge's processes, which share their database and Redis. */
  readonly edgePorts: readonly number[];
  readonly helloPorts: readonly number[];
  /** One for each payer of the books, in their order. */
  readonly tokens: readonly string[];
  readonly yardstick: () => Promise<Measured>;
  /** Makes what the round asks for, runs it from a fresh checkpoint, then looks at the books. */
  readonly play: <M extends Acknowledging>(books: Books, round: Round, run: () => Promise<M>) => Promise<M>;
  /** Runs what settles on the books, then looks at them. */
  readonly settle: <M extends Acknowledging>(name: string, run: () => Promise<M>) => Promise<M>;
}

interface Acknowledging {
  readonly acknowledged: number;
}

export interface Backstage {
  readonly plan: Plan;
  readonly pgbench: string;
  readonly say: (line: string) => void;
  /** What is to be closed at the end, the last one first, however far the opening came. */
  readonly closing: (() => Promise<unknown>)[];
}

export async function openStage({ plan, pgbench, say, closing }: Backstage): Promise<Stage> {
  const server = await startServer(plan);
  closing.push(server.remove);
  const start = <A extends Abilities>(script: string): Worker<A> => {
    const worker = startWorker<A>(`test/load/${script}.ts`);
    closing.push(worker.stop);
    return worker;
  };
  const redis = await startRedis();
  closing.push(() => redis.stop());
  say(`filling pgbench's tables, scale ${plan.pgbenchScale}`);
  const bench = await makeYardstick(pgbench, await makeDatabase(server, 'yardstick'), plan.pgbenchScale);
  const fill = async (accounts: number): Promise<Books> => {
    say(`filling the books with ${shortNumber(accounts)} accounts`);
    const filled = await makeBooks(server, accounts);
    closing.push(filled.close);
    return filled;
  };
  const books = await fill(plan.accounts);
  const largeBooks = plan.manyAccounts === null ? null : await fill(plan.manyAccounts);
  const core = start<CoreAbilities>('core-worker');
  for (const each of [books, largeBooks]) if (each !== null) await core.ask('open', { url: each.url });
  const startServers = () => Array.from({ length: SERVERS }, () => start<EdgeAbilities>('edge-worker'));
  const [edges, hellos] = [startServers(), startServers()];
  const redisUrl = redis.url;
  return {
    plan,
    postgresVersion: await versionOf(server),
    books,
    largeBooks,
    core,
    caller: start<HttpAbilities>('http-worker'),
    counter: start<CounterAbilities>('counter-worker'),
    redisUrl,
    embedded: start<PgliteAbilities>('pglite-worker'),
    edgePorts: await Promise.all(edges.map((edge) => edge.ask('serveEdge', { url: books.url, redisUrl }))),
    helloPorts: await Promise.all(hellos.map((hello) => hello.ask('serveHello', {}))),
    tokens: await logInPayers(redisUrl, books.payers),
    yardstick: async () => {
      await checkpoint(server);
      return bench.measure(plan.yardstickSeconds);
    },
    play: async (played, round, run) => {
      await played.prepare(round);
      const measured = await run();
      await played.bookkeeper.check(round.name, { payments: measured.acknowledged });
      return measured;
    },
    settle: async (name, run) => {
      const measured = await run();
      await books.bookkeeper.check(name, { settlements: measured.acknowledged });
      return measured;
    },
  };
}
