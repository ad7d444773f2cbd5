import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleChild } from '../support/bundle-child';

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
  const children = new Set<ChildProcess>();
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(parent, { recursive: true, force: true });
  });

  /** Runs the child; kills it at a random moment after it began to pay. Answers every whole line it said. */
  const run = (folder: string, mode: 'until-killed' | 'check-only'): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const argv = [CHILD, join(folder, 'db'), join(folder, 'acknowledged'), mode];
      const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
      children.add(child);
      let said = '';
      let complaint = '';
      let isDoomed = false;
      const enough = 1 + Math.floor(Math.random() * MOST_ACKNOWLEDGED);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (mode === 'check-only' || isDoomed || acknowledgedIn(said.split('\n')).length < enough) return;
        isDoomed = true;
        setTimeout(() => child.kill('SIGKILL'), Math.random() * MOST_MS);
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        complaint = (complaint + text).slice(-2000);
      });
      child.once('error', reject);
      child.once('close', (code, signal) => {
        children.delete(child);
        const whole = said
          .slice(0, said.lastIndexOf('\n') + 1)
          .split('\n')
          .filter(Boolean);
        if (signal === 'SIGKILL' || (mode === 'check-only' && code === 0)) resolve(whole);
        else reject(new Error(`the child ended by itself: ${code} ${complaint}`));
      });
    });

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
