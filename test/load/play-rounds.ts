import { type Plan, shortNumber } from './options';
import type { BenchRecord } from './record';
import type { Round } from './rounds';
import type { Books } from './server';
import type { Stage } from './stage';

// One round of everything: yardstick and ours in turns, so that both meet the machine in the same mood.

/** Arrivals at constant intervals come at this share of what a closed loop has just reached. */
const OPEN_LOOP_SHARE = 0.5;
const REPLAY_SHARE = 0.1;
/** A read is so much quicker than a payment that a round of as many is over too soon. */
const READS_PER_WRITE = 3;

export interface Play {
  readonly stage: Stage;
  readonly record: BenchRecord;
  readonly number: number;
}

/** Compiled code and filled caches on both sides; nothing is written down. */
export async function warmUp(stage: Stage): Promise<void> {
  const { plan, books, largeBooks, core, caller, edgePorts: ports, tokens } = stage;
  await stage.yardstick();
  for (const each of [books, largeBooks]) {
    if (each === null) continue;
    const round = roundOf(plan, each, { name: 'warm-up', count: plan.requests / 2 });
    await stage.play(each, round, () => core.ask('closedLoop', { url: each.url, round, reach: 'held' }));
  }
  const round = roundOf(plan, books, { name: 'http-warm-up', count: plan.httpRequests / 2 });
  await stage.play(books, round, () => caller.ask('premium', { ports, round, tokens }));
}

export async function playRound(play: Play): Promise<void> {
  await playCore(play);
  await playAlone(play);
  await playHttp(play);
  await playReads(play);
  await playCounter(play);
  await playFlatness(play);
  await playEmbedded(play);
}

const CORE_ROUNDS = [
  { figure: 'core_premium_vs_pgbench', changes: {}, reach: 'held' },
  { figure: 'core_premium_hot_vs_pgbench', changes: { hot: true }, reach: 'held' },
  { figure: 'core_premium_replays_vs_pgbench', changes: { replayShare: REPLAY_SHARE }, reach: 'held' },
  { figure: 'core_premium_told_vs_pgbench', changes: {}, reach: 'told' },
] as const;

async function playCore({ stage, record, number }: Play): Promise<void> {
  const { plan, books, core } = stage;
  const rates: number[] = [];
  for (const { figure, changes, reach } of CORE_ROUNDS) {
    const yardstick = await stage.yardstick();
    const round = roundOf(plan, books, { name: `${figure}-${number}`, count: plan.requests, ...changes });
    const ours = await stage.play(books, round, () => core.ask('closedLoop', { url: books.url, round, reach }));
    record.compare(figure, ours, yardstick);
    record.note(figure.replace('vs_pgbench', 'node_cpu'), 'microseconds', ours.cpuMicros);
    rates.push(ours.perSecond);
  }
  const perSecond = (rates[0] as number) * OPEN_LOOP_SHARE;
  const round = roundOf(plan, books, { name: `core-open-loop-${number}`, count: Math.ceil(perSecond * plan.openLoopSeconds) });
  const open = await stage.play(books, round, () => core.ask('openLoop', { url: books.url, round, perSecond }));
  record.note('core_premium_open_loop_per_second', 'per-second', open.perSecond);
  record.note('core_premium_open_loop_p50', 'milliseconds', open.p50Ms);
  record.note('core_premium_open_loop_p99', 'milliseconds', open.p99Ms);
}

async function playAlone({ stage, record, number }: Play): Promise<void> {
  const { plan, books, core } = stage;
  const round = roundOf(plan, books, { name: `alone-${number}`, count: plan.aloneRequests });
  const alone = await stage.play(books, round, () => core.ask('alone', { url: books.url, round }));
  record.note('core_premium_alone_p50', 'milliseconds', alone.gatheredP50Ms);
  record.note('core_premium_alone_direct_p50', 'milliseconds', alone.directP50Ms);
  record.note('core_premium_gathering_wait_p50', 'milliseconds', alone.waitP50Ms);
}

async function playHttp({ stage, record, number }: Play): Promise<void> {
  const { plan, books, caller, edgePorts: ports, tokens } = stage;
  const yardstick = await stage.yardstick();
  const closed = roundOf(plan, books, { name: `http-${number}`, count: plan.httpRequests });
  const ours = await stage.play(books, closed, () => caller.ask('premium', { ports, round: closed, tokens }));
  record.compare('http_premium_vs_pgbench', ours, yardstick);
  const perSecond = ours.perSecond * OPEN_LOOP_SHARE;
  const round = roundOf(plan, books, { name: `http-open-loop-${number}`, count: Math.ceil(perSecond * plan.openLoopSeconds) });
  const open = await stage.play(books, round, () => caller.ask('premium', { ports, round, tokens, perSecond }));
  record.note('http_premium_open_loop_per_second', 'per-second', open.perSecond);
  record.note('http_premium_open_loop_p50', 'milliseconds', open.p50Ms);
  record.note('http_premium_open_loop_p99', 'milliseconds', open.p99Ms);
}

async function playReads({ stage, record }: Play): Promise<void> {
  const { plan, caller, edgePorts, helloPorts, tokens } = stage;
  const count = plan.httpRequests * READS_PER_WRITE;
  const hello = await caller.ask('hello', { ports: helloPorts, count });
  const balance = await caller.ask('balance', { ports: edgePorts, count, tokens });
  record.compare('http_balance_vs_koa_hello', balance, hello);
}

/** One visit after the other: a code is shown, scanned, settled. */
async function playCounter({ stage, record, number }: Play): Promise<void> {
  const { plan, books, caller, counter, edgePorts: ports, helloPorts, redisUrl, tokens } = stage;
  const count = plan.httpRequests;
  const round = roundOf(plan, books, { name: `counter-${number}`, count });
  const hello = await caller.ask('hello', { ports: helloPorts, count: count * READS_PER_WRITE });
  record.compare('code_issue_vs_koa_hello', await counter.ask('show', { ports, round, tokens }), hello);
  const ping = await counter.ask('pingRedis', { url: redisUrl, count: count * READS_PER_WRITE });
  record.compare('scan_vs_redis_ping', await counter.ask('scan', { ports, round }), ping);
  const yardstick = await stage.yardstick();
  const settled = await stage.settle(round.name, () => counter.ask('settle', { ports, round }));
  record.compare('http_settle_vs_pgbench', settled, yardstick);
}

async function playFlatness({ stage, record, number }: Play): Promise<void> {
  const { plan, books, largeBooks, core } = stage;
  if (largeBooks === null || plan.manyAccounts === null) return;
  const measure = (each: Books) => {
    const round = roundOf(plan, each, { name: `flatness-${number}`, count: plan.requests });
    return stage.play(each, round, () => core.ask('closedLoop', { url: each.url, round, reach: 'held' }));
  };
  const few = await measure(books);
  const many = await measure(largeBooks);
  record.compare(`flatness_${shortNumber(plan.manyAccounts)}_vs_${shortNumber(plan.accounts)}`, many, few);
}

async function playEmbedded({ stage, record, number }: Play): Promise<void> {
  const { plan, books, embedded } = stage;
  const round = roundOf(plan, books, { name: `embedded-${number}`, count: plan.embeddedRequests });
  record.note('core_premium_pglite_per_second', 'per-second', (await embedded.ask('measure', { round })).perSecond);
}

/** Everybody pays as often as everybody else, and once, unless the round changes that. */
const roundOf = ({ seed }: Plan, { payers }: Books, changes: Pick<Round, 'name' | 'count'> & Partial<Round>): Round => ({
  payers,
  seed,
  hot: false,
  replayShare: 0,
  ...changes,
});
