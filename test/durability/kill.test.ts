import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleChild } from '../support/bundle-child';
import { runChild } from '../support/run-child';

/** Two processes side by side, each on its own folder. */
const FOLDERS = 2;
const KILLS = 10;
/** A child lives for so many acknowledgements at most, and dies at some moment of the next: by its work, not by the speed of the machine. */
const MOST_ACKNOWLEDGED = 90;
const MOST_MS = 60;
const CHILD = 'test/.output/pay-until-killed.mjs';
const acknowledgedIn = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => /^(settled|applied|voided|unbound) /.test(line));

describe('a process that is killed', () => {
  let parent: string;
  beforeAll(() => bundleChild('pay-until-killed.ts', CHILD));
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'gongji-kill-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  /** Runs the child; kills it at a random moment after it began to pay. Answers every whole line it said. */
  const run = async (folder: string, mode: 'until-killed' | 'check-only'): Promise<readonly string[]> => {
    let isDoomed = mode === 'check-only';
    const enough = 1 + Math.floor(Math.random() * MOST_ACKNOWLEDGED);
    const { said } = await runChild([CHILD, join(folder, 'db'), join(folder, 'acknowledged'), mode], (soFar, kill) => {
      if (isDoomed || acknowledgedIn(soFar.split('\n')).length < enough) return;
      isDoomed = true;
      setTimeout(kill, Math.random() * MOST_MS);
    });
    return said
      .slice(0, said.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean);
  };

  /** How many acknowledgements one folder has seen, and what was wrong. */
  const killAgainAndAgain = async (folder: string): Promise<{ readonly acknowledged: number; readonly problems: readonly string[] }> => {
    const file = join(folder, 'acknowledged');
    mkdirSync(folder);
    writeFileSync(file, '');
    const problems: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const lines = await run(folder, 'until-killed');
      problems.push(...lines.filter((line) => /^(lost|broken)/.test(line)));
      appendFileSync(
        file,
        acknowledgedIn(lines)
          .map((line) => `${line}\n`)
          .join(''),
      );
    }
    const acknowledged = readFileSync(file, 'utf8').split('\n').filter(Boolean).length;
    const last = await run(folder, 'check-only');
    return { acknowledged, problems: [...problems, ...last.filter((line) => line !== `checked ${acknowledged}`)] };
  };

  it(`loses nothing it acknowledged, in ${FOLDERS * KILLS} kills`, async () => {
    const folders = Array.from({ length: FOLDERS }, (_, index) => join(parent, `folder-${index}`));
    const results = await Promise.all(folders.map(killAgainAndAgain));
    expect(results.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { acknowledged } of results) expect(acknowledged).toBeGreaterThanOrEqual(KILLS);
  }, 900_000);
});
