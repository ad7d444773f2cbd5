import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ROOT } from '../../config/run/paths';
import { describeWith, findProgram } from '../support/programs';
import type { Result } from './report';
import { findPgbench } from './yardstick';

// That the bench works, never how quick anything is: that is for a quiet machine and its owner to judge.

const MOST_MS = 600_000;

const RATIOS = [
  'core_premium_vs_pgbench',
  'core_premium_hot_vs_pgbench',
  'core_premium_replays_vs_pgbench',
  'core_premium_told_vs_pgbench',
  'http_premium_vs_pgbench',
  'http_balance_vs_koa_hello',
  'code_issue_vs_koa_hello',
  'scan_vs_redis_ping',
  'http_settle_vs_pgbench',
  'flatness_4e3_vs_2e3',
];
const VALUES = [
  ...['node_cpu', 'hot_node_cpu', 'replays_node_cpu', 'told_node_cpu'].map((name) => `core_premium_${name}`),
  ...['core', 'http'].flatMap((way) => ['per_second', 'p50', 'p99'].map((name) => `${way}_premium_open_loop_${name}`)),
  'core_premium_alone_p50',
  'core_premium_alone_direct_p50',
  'core_premium_pglite_per_second',
];
/** The difference of two times that are nearly the same: noise can turn its sign. */
const DIFFERENCE = 'core_premium_gathering_wait_p50';

const bench = (argv: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'test/load/bench.ts', ...argv], { cwd: ROOT, env, encoding: 'utf8', timeout: MOST_MS });

describeWith('pgbench and redis-server', findPgbench() !== undefined && findProgram('redis-server') !== undefined)(
  'npm run bench -- --quick',
  () => {
    it(
      'measures every figure on books that add up',
      () => {
        const { status, stderr } = bench(['--quick', '--seed', '7']);
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        const { figures, machine, plan } = JSON.parse(readFileSync(`${ROOT}bench/quick.json`, 'utf8')) as Result;
        expect(Object.keys(figures).sort()).toEqual([...RATIOS, ...VALUES, DIFFERENCE].sort());
        for (const [name, { value }] of Object.entries(figures)) {
          expect({ name, value: Number.isFinite(value) && (value > 0 || name === DIFFERENCE) }).toEqual({ name, value: true });
        }
        expect(plan.seed).toBe(7);
        expect(Object.keys(machine)).toEqual(['node', 'postgres', 'cpu', 'cores', 'memoryGb', 'loadAverage']);
      },
      MOST_MS,
    );
  },
);

describe('a bench that cannot run', () => {
  it.each([
    ['a number that is none', ['--accounts', 'many'], 'bench: --accounts is a whole number'],
    ['a word that it does not know', ['--fast'], "bench: Unknown option '--fast'"],
  ])('says so in one line: %s', (_what, argv, line) => {
    const { status, stderr } = bench(argv);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(line)]);
  });
});
