import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../config/run/paths';
import { findProgram } from '../support/programs';
import { readPlan } from './options';
import { playRound, warmUp } from './play-rounds';
import { openRecord } from './record';
import { describeMachine, loadNow, reportLines, type Result, resultText } from './report';
import { refuseSmallDisk } from './server';
import { type Backstage, openStage } from './stage';
import { findPgbench } from './yardstick';

// `npm run bench`: how many premiums a second, as a ratio to a yardstick that the same machine ran just before (docs/performance.md).

const say = (line: string): void => console.log(line);

async function bench(argv: readonly string[]): Promise<void> {
  const plan = readPlan(argv);
  const pgbench = findPgbench();
  if (pgbench === undefined) throw new Error('pgbench is not on this machine; it comes with PostgreSQL: apt-get install postgresql');
  if (findProgram('redis-server') === undefined) throw new Error('redis-server is not on this machine: apt-get install redis-server');
  refuseSmallDisk(plan);
  const closing: Backstage['closing'] = [];
  try {
    keep(await measure({ plan, pgbench, say, closing }));
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function measure(backstage: Backstage): Promise<Result> {
  const { plan } = backstage;
  const [startedAt, load] = [new Date(), loadNow()];
  const stage = await openStage(backstage);
  const record = openRecord(say);
  say('warming up');
  await warmUp(stage);
  for (let number = 1; number <= plan.rounds; number += 1) {
    say(`round ${number} of ${plan.rounds}`);
    await playRound({ stage, record, number });
  }
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  const machine = describeMachine(stage.postgresVersion, load);
  return { startedAt: startedAt.toISOString(), seconds, machine, plan, figures: record.figures() };
}

function keep(result: Result): void {
  const { resultFile } = result.plan;
  const file = join(ROOT, resultFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, resultText(result));
  say(['', ...reportLines(result), '', `${resultFile} has every round.`].join('\n'));
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
