import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale';
import { ROOT } from './paths';
import { runJest } from './run-jest';

// `npm test`: builds what the journeys and the pictures open, runs every Jest project, then says in plain words what passed and what could not run.

interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly notRun: Readonly<Record<string, number>>;
}

const SUMMARY = join(ROOT, 'test/.output/summary.json');

const test = async (argv: readonly string[]): Promise<number> => {
  if (opensBuilds(argv)) await Promise.all([buildIfStale('h5'), buildIfStale('weapp')]);
  rmSync(SUMMARY, { force: true });
  const code = await runJest(argv);
  if (existsSync(SUMMARY)) printSummary(JSON.parse(readFileSync(SUMMARY, 'utf8')) as Summary);
  return code;
};

/** Only these open a build; `--selectProjects` may leave them out. */
const OPENING = ['journeys', 'screens'];
const opensBuilds = (argv: readonly string[]): boolean =>
  !argv.includes('--selectProjects') || OPENING.some((project) => argv.includes(project));

const printSummary = ({ passed, failed, skipped, notRun }: Summary): void => {
  for (const [program, count] of Object.entries(notRun)) console.log(`Not run: ${count} tests (${program} is not on this machine)`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
};

test(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
