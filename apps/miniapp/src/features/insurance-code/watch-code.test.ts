import { describe, expect, it } from '@jest/globals';
import type { CodeEvents, ShownCode } from '@gongji/contract';
import type { Outcome } from '@/shared/bff/outcome';
import { settlement, shownCode, uuid } from '../../../test/support/fixtures';
import type { Phase } from './code-phase';
import { watchCode } from './watch-code';

/** A watch with a clock that stands still and a server that says what it is told. */
function watched() {
  const world = {
    now: 0,
    asked: 0,
    phase: { kind: 'asking' } as Phase,
    silent: false,
    states: new Map<string, CodeEvents['state']>(),
    late: [] as (() => void)[],
    holdAnswers: false,
  };
  const codeOf = (turn: number): Outcome<ShownCode> => ({ kind: 'done', answer: shownCode({ codeId: uuid(turn) }) });
  const watch = watchCode({
    now: () => world.now,
    changed: (phase) => {
      world.phase = phase;
    },
    ask: () => {
      world.asked += 1;
      const answer: Outcome<ShownCode> = world.silent ? { kind: 'unknown', reference: null } : codeOf(world.asked);
      return world.holdAnswers ? new Promise((answerNow) => world.late.push(() => answerNow(answer))) : Promise.resolve(answer);
    },
    read: (codeId) => {
      const state = world.states.get(codeId) ?? 'shown';
      const answer = { codeId, state, scannedAt: null, institution: null, settlement: state === 'settled' ? settlement : null };
      return Promise.resolve({ kind: 'done', answer });
    },
  });
  const settle = () => new Promise((done) => setTimeout(done));
  const tickAt = async (now: number) => {
    world.now = now;
    watch.tick();
    await settle();
  };
  return { world, watch, tickAt, settle };
}

describe('watching a code', () => {
  it('shows the next code before the last one is over', async () => {
    const { world, tickAt } = watched();
    await tickAt(0);
    await tickAt(25_500);
    expect(world.asked).toBe(1);
    await tickAt(26_500);
    expect(world.asked).toBe(2);
    expect(world.phase).toMatchObject({ kind: 'shown', secondsLeft: 30, live: { code: { codeId: uuid(2) } } });
  });

  it('strikes out the last code when nobody answers, and tries again', async () => {
    const { world, tickAt } = watched();
    await tickAt(0);
    world.silent = true;
    await tickAt(27_000);
    expect(world.phase.kind).toBe('shown');
    await tickAt(30_500);
    expect(world.phase.kind).toBe('struck');
    world.silent = false;
    await tickAt(34_000);
    expect(world.phase.kind).toBe('shown');
  });

  it('sees a scan of the code that was just replaced', async () => {
    const { world, watch, tickAt } = watched();
    await tickAt(0);
    await tickAt(27_000);
    world.states.set(uuid(1), 'scanned');
    await watch.look();
    expect(world.phase.kind).toBe('scanned');
  });

  it('turns to the settlement by itself', async () => {
    const { world, watch, tickAt } = watched();
    await tickAt(0);
    world.states.set(uuid(1), 'settled');
    await watch.look();
    expect(world.phase).toEqual({ kind: 'settled', settlement });
  });

  it('throws the code away when the page is left', async () => {
    const { world, watch, tickAt } = watched();
    await tickAt(0);
    watch.leave();
    expect(world.phase.kind).toBe('asking');
  });

  it('keeps a scan in sight when the page is left', async () => {
    const { world, watch, tickAt } = watched();
    await tickAt(0);
    world.states.set(uuid(1), 'scanned');
    await watch.look();
    watch.leave();
    expect(world.phase.kind).toBe('scanned');
  });

  it('ignores an answer to a question from before the page was left', async () => {
    const { world, watch, tickAt, settle } = watched();
    world.holdAnswers = true;
    await tickAt(0);
    watch.leave();
    for (const answer of world.late) answer();
    await settle();
    expect(world.phase.kind).toBe('asking');
  });
});
