import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleChild } from '../support/bundle-child';
import { type ChildEnd, runChild } from '../support/run-child';

const CHILD = 'test/.output/run-until-killed.mjs';
const PEOPLE = 1_200;
const MOST_KILLS = 6;

describe('a run through all accounts that is killed again and again', () => {
  let parent: string;
  beforeAll(async () => {
    await bundleChild('run-until-killed.ts', CHILD);
    parent = mkdtempSync(join(tmpdir(), 'gongji-runs-'));
  }, 60_000);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  /** Killed so long after it began to run; null: not at all. */
  const run = (mode: 'prepare' | 'run', killAfterMs: number | null): Promise<ChildEnd> => {
    let isDoomed = false;
    return runChild([CHILD, join(parent, 'db'), mode, String(PEOPLE)], (said, kill) => {
      if (isDoomed || killAfterMs === null || !said.includes('running')) return;
      isDoomed = true;
      setTimeout(kill, killAfterMs);
    });
  };

  it('credits and switches each account once, whatever was killed', async () => {
    await run('prepare', null);
    let kills = 0;
    let ended: ChildEnd;
    do {
      ended = await run('run', kills < MOST_KILLS ? 50 + Math.random() * 400 : null);
      kills += ended.isKilled ? 1 : 0;
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
