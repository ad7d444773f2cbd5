import { describe, expect, it } from '@jest/globals';
import type { CodeEvents, ShownCode } from '@gongji/contract';
import type { Outcome } from '@/shared/bff/outcome';
import { settlement, shownCode, uuid } from '../../../test/support/fixtures';
import type { Phase } from './code-phase';
import { type CodeWatch, type Shown, watchCode } from './watch-code';

// Ten thousand times another person is chosen while answers for the last ones are still on their way, late and in any order. What is
// drawn must never be somebody else's. Whose code it is stands in its id, so that the check needs nothing of what it checks.

const SWITCHES = 10_000;
const PEOPLE = [101, 102, 103, 104].map(uuid);
const SILENCE: Outcome<never> = { kind: 'unknown', reference: null };

/** mulberry32: the same run each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ownerOf = (codeId: string): string => codeId.split('/')[0] ?? '';
const eventsOf = (codeId: string, state: CodeEvents['state']): CodeEvents => ({
  codeId,
  state,
  scannedAt: null,
  institution: codeId,
  settlement: { ...settlement, settlementId: codeId },
});

/** The code that a phase comes from; undefined where it shows nobody's. */
function sourceOf(phase: Phase): string | undefined {
  if (phase.kind === 'shown') return phase.live.code.codeId;
  if (phase.kind === 'scanned') return phase.institution ?? undefined;
  return phase.kind === 'settled' ? phase.settlement.settlementId : undefined;
}

function switchAtRandom(random: (below: number) => number) {
  const late: (() => void)[] = [];
  const issued: string[] = [];
  const seen = { wrong: 0, shown: 0, scanned: 0, settled: 0 };
  let now = 0;
  let chosen = '';
  const later = <T>(outcome: T): Promise<T> => new Promise((answer) => late.push(() => answer(outcome)));
  const changed = ({ personId, phase }: Shown) => {
    const source = sourceOf(phase);
    if (source === undefined) return;
    seen[phase.kind as 'shown' | 'scanned' | 'settled'] += 1;
    if (ownerOf(source) !== chosen || personId !== chosen) seen.wrong += 1;
  };
  const ask = (personId: string): Promise<Outcome<ShownCode>> => {
    const codeId = `${personId}/${issued.length}`;
    issued.push(codeId);
    return later(random(8) === 0 ? SILENCE : { kind: 'done', answer: shownCode({ codeId }) });
  };
  const stateOf = (): CodeEvents['state'] => (['shown', 'scanned', 'settled', 'expired'] as const)[random(4)] ?? 'shown';
  const watch: CodeWatch = watchCode({
    ask,
    read: (codeId) => later(random(8) === 0 ? SILENCE : { kind: 'done', answer: eventsOf(codeId, stateOf()) }),
    follow: () => undefined,
    reserveOf: () => null,
    now: () => now,
    changed,
  });
  const acts: readonly (() => void)[] = [
    () => watch.tick(),
    () => watch.renew(),
    () => void watch.look(),
    () => watch.hear(eventsOf(issued[issued.length - 1 - random(Math.min(issued.length, 12))] ?? '', stateOf())),
    () => (watch.leave(), watch.enter(chosen)),
    () => void (now += random(30_000)),
  ];
  const turn = async () => {
    chosen = PEOPLE[random(PEOPLE.length)] ?? '';
    watch.enter(chosen);
    for (let left = random(6); left > 0; left -= 1) {
      acts[random(acts.length)]?.();
      for (let answers = random(3); answers > 0 && late.length > 0; answers -= 1) late.splice(random(late.length), 1)[0]?.();
      await Promise.resolve();
      await Promise.resolve();
    }
    if (late.length > 40) late.splice(0, 1)[0]?.();
  };
  return { turn, seen };
}

describe('choosing another person', () => {
  it(`draws nobody else's code or result in ${SWITCHES} switches with late answers in any order`, async () => {
    const { turn, seen } = switchAtRandom(randomFrom(20_261_128));
    for (let switches = 0; switches < SWITCHES; switches += 1) await turn();
    expect(seen.wrong).toBe(0);
    for (const often of [seen.shown, seen.scanned, seen.settled]) expect(often).toBeGreaterThan(500);
  });
});
