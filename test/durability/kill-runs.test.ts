import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleChild } from '../support/bundle-child';

const CHILD = 'test/.output/run-until-killed.mjs';
const PEOPLE = 1_200;
const MOST_KILLS = 6;

interface Ended {
  readonly said: string;
  readonly killed: boolean;
}

describe('a run through all accounts that is killed again and again', () => {
  let parent: string;
  beforeAll(async () => {
    await bundleChild('run-until-killed.ts', CHILD);
    parent = mkdtempSync(join(tmpdir(), 'gongji-runs-'));
  }, 60_000);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  /** Killed so long after it began to run; null: not at all. */
  const run = (mode: 'prepare' | 'run', killAfterMs: number | null): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [CHILD, join(parent, 'db'), mode, String(PEOPLE)], { stdio: ['ignore', 'pipe', 'pipe'] });
      let [said, complaint] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const begins = !said.includes('running') && text.includes('running');
        said += text;
        if (begins && killAfterMs !== null) void wait(killAfterMs).then(() => child.kill('SIGKILL'));
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (signal === 'SIGKILL' || code === 0) resolve({ said, killed: signal === 'SIGKILL' });
        else reject(new Error(`the child ended by itself: ${code} ${complaint}`));
      });
    });

  it('credits and switches each account once, whatever was killed', async () => {
    await run('prepare', null);
    let kills = 0;
    let ended: Ended;
    do {
      ended = await run('run', kills < MOST_KILLS ? 50 + Math.random() * 400 : null);
      kills += ended.killed ? 1 : 0;
    } while (!ended.said.includes('finished'));
    expect(kills).toBeGreaterThan(1);
    expect(JSON.parse(ended.said.slice(ended.said.indexOf('finished ') + 9))).toEqual({
      runs: [
        `credit 2026-12 ${PEOPLE} 0 ${PEOPLE} finished`,
        `credit 2027-01 ${PEOPLE} 0 ${PEOPLE * 2} finished`,
        expect.stringMatching(new RegExp(`^year-switch 2027 ${PEOPLE} 0 .* finished$`)),
      ],
      pots: [
        { pot: 'carriedOver', low: 101, high: 101 },
        { pot: 'currentYear', low: 2, high: 2 },
      ],
      whole: true,
    });
  }, 600_000);
});
