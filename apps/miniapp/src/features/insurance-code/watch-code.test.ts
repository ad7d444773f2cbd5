import { describe, expect, it } from '@jest/globals';
import type { CodeEvents, ShownCode } from '@gongji/contract';
import type { ErrorCode } from '@gongji/domain';
import type { Outcome } from '@/shared/bff/outcome';
import type { Reserve } from '@/shared/session/offline-keys';
import { offlineKey, refusalOf, settlement, shownCode, uuid } from '../../../test/support/fixtures';
import { type Shown, watchCode } from './watch-code';

const ME = uuid(101);
const MOTHER = uuid(102);

/** A watch with a clock that stands still and a server that says what it is told. */
function watched() {
  const world = {
    now: 0,
    asked: [] as string[],
    shown: { personId: '', phase: { kind: 'asking', slow: false } } as Shown,
    outcome: 'done' as 'done' | 'silent' | ErrorCode,
    states: new Map<string, CodeEvents['state']>(),
    late: [] as (() => void)[],
    holdAnswers: false,
    followed: [] as readonly string[],
    reserve: null as Reserve | null,
  };
  const outcomeOf = (turn: number): Outcome<ShownCode> => {
    if (world.outcome === 'done') return { kind: 'done', answer: shownCode({ codeId: uuid(turn) }) };
    if (world.outcome === 'silent') return { kind: 'unknown', reference: null };
    return { kind: 'refused', refusal: { ...refusalOf(world.outcome), requestId: null, fields: [] } };
  };
  const watch = watchCode({
    now: () => world.now,
    changed: (shown) => {
      world.shown = shown;
    },
    ask: (personId) => {
      world.asked.push(personId);
      const outcome = outcomeOf(world.asked.length);
      return world.holdAnswers ? new Promise((answerNow) => world.late.push(() => answerNow(outcome))) : Promise.resolve(outcome);
    },
    read: (codeId) => Promise.resolve({ kind: 'done', answer: eventsOf(codeId, world.states.get(codeId) ?? 'shown') }),
    follow: (codeIds) => {
      world.followed = codeIds;
    },
    reserveOf: () => world.reserve,
  });
  const settle = () => new Promise((done) => setTimeout(done));
  const tickAt = async (now: number) => {
    world.now = now;
    watch.tick();
    await settle();
  };
  const enter = async (personId = ME) => {
    watch.enter(personId);
    await settle();
  };
  const phase = () => world.shown.phase;
  return { world, watch, tickAt, settle, enter, phase };
}

const eventsOf = (codeId: string, state: CodeEvents['state']): CodeEvents => ({
  codeId,
  state,
  scannedAt: null,
  institution: null,
  settlement: state === 'settled' ? settlement : null,
});

describe('watching a code', () => {
  it('shows the next code before the last one is over', async () => {
    const { world, tickAt, enter, phase } = watched();
    await enter();
    await tickAt(25_500);
    expect(world.asked).toEqual([ME]);
    await tickAt(26_500);
    expect(world.asked).toEqual([ME, ME]);
    expect(phase()).toMatchObject({ kind: 'shown', secondsLeft: 30, live: { code: { codeId: uuid(2) } } });
  });

  it('strikes out the last code when nobody answers, and tries again', async () => {
    const { world, tickAt, enter, phase } = watched();
    await enter();
    world.outcome = 'silent';
    await tickAt(27_000);
    expect(phase().kind).toBe('shown');
    await tickAt(30_500);
    expect(phase().kind).toBe('struck');
    world.outcome = 'done';
    await tickAt(34_000);
    expect(phase().kind).toBe('shown');
  });

  it('shows a code without network where the phone has a key, and the real one again as soon as somebody answers', async () => {
    const { world, tickAt, enter, phase } = watched();
    world.reserve = { key: offlineKey(), clockLeadMs: 60_000, lastContactAt: 0 };
    world.outcome = 'silent';
    await enter();
    expect(phase()).toMatchObject({ kind: 'offline', step: 2, secondsLeft: 30 });
    await tickAt(2_500);
    expect(phase()).toMatchObject({ kind: 'offline', step: 2, secondsLeft: 28 });
    world.outcome = 'done';
    await tickAt(3_500);
    expect(phase().kind).toBe('shown');
  });

  it('does not wait for an answer that takes long before it shows what it has', async () => {
    const { world, tickAt, enter, phase } = watched();
    world.holdAnswers = true;
    await enter();
    expect(phase()).toEqual({ kind: 'asking', slow: false });
    await tickAt(3_000);
    expect(phase()).toEqual({ kind: 'asking', slow: true });
    world.reserve = { key: offlineKey(), clockLeadMs: 0, lastContactAt: 0 };
    await tickAt(3_500);
    expect(phase().kind).toBe('offline');
  });

  it('keeps a code that still holds while the service is busy, and asks again', async () => {
    const { world, tickAt, enter, phase } = watched();
    await enter();
    world.outcome = 'RATE_LIMITED';
    await tickAt(26_500);
    expect(phase().kind).toBe('shown');
    await tickAt(30_100);
    expect(phase()).toMatchObject({ kind: 'refused', refusal: { code: 'RATE_LIMITED' } });
    world.outcome = 'done';
    await tickAt(33_500);
    expect(phase().kind).toBe('shown');
  });

  it('does not ask again by itself after a refusal', async () => {
    const { world, tickAt, enter, phase } = watched();
    world.outcome = 'CODE_OWNER_NOT_INSURED';
    await enter();
    await tickAt(60_000);
    expect([phase().kind, world.asked.length]).toEqual(['refused', 1]);
  });

  it('drops a code that the server calls over, whatever this phone counts', async () => {
    const { watch, world, tickAt, enter, phase } = watched();
    await enter();
    world.now = 27_000;
    watch.hear(eventsOf(uuid(1), 'expired'));
    expect(phase().kind).toBe('struck');
    await tickAt(27_500);
    expect([phase().kind, world.asked.length]).toEqual(['shown', 2]);
  });

  it('asks at once when the server calls a code ended, and says why there is no other', async () => {
    const { watch, world, tickAt, enter, phase } = watched();
    await enter();
    world.outcome = 'CODE_NOT_ALLOWED';
    watch.hear(eventsOf(uuid(1), 'ended'));
    expect(phase().kind).toBe('asking');
    await tickAt(500);
    expect([phase().kind, world.asked.length]).toEqual(['refused', 2]);
  });

  it('leaves the code to another window that took it, until somebody asks for it here', async () => {
    const { watch, world, tickAt, settle, enter, phase } = watched();
    await enter();
    watch.hear(eventsOf(uuid(1), 'expired'));
    await tickAt(60_000);
    expect([phase().kind, world.asked.length]).toEqual(['superseded', 1]);
    watch.renew();
    await settle();
    expect([phase().kind, world.asked.length]).toEqual(['shown', 2]);
  });

  it('does not take the end of its own code for another window, while it asks for the next one', async () => {
    const { watch, world, settle, enter, phase } = watched();
    await enter();
    world.holdAnswers = true;
    watch.renew();
    watch.hear(eventsOf(uuid(1), 'expired'));
    world.late[0]?.();
    await settle();
    expect(phase()).toMatchObject({ kind: 'shown', live: { code: { codeId: uuid(2) } } });
  });

  it('follows the code that is shown and the one before it', async () => {
    const { world, tickAt, enter, watch } = watched();
    await enter();
    await tickAt(27_000);
    await tickAt(54_000);
    expect(world.followed).toEqual([uuid(3), uuid(2)]);
    watch.leave();
    expect(world.followed).toEqual([]);
  });

  it('sees a scan of the code that was just replaced', async () => {
    const { world, watch, tickAt, enter, phase } = watched();
    await enter();
    await tickAt(27_000);
    world.states.set(uuid(1), 'scanned');
    await watch.look();
    expect(phase().kind).toBe('scanned');
  });

  it('turns to the settlement as soon as it is told, follows that alone, and stays there whatever comes late', async () => {
    const { watch, world, tickAt, enter, phase } = watched();
    await enter();
    await tickAt(27_000);
    watch.hear(eventsOf(uuid(1), 'settled'));
    watch.hear(eventsOf(uuid(1), 'scanned'));
    watch.hear(eventsOf(uuid(2), 'expired'));
    expect([phase(), world.followed]).toEqual([{ kind: 'settled', settlement }, [uuid(1)]]);
  });

  it('turns to the void of a settlement that is looked at, and follows nothing more', async () => {
    const { watch, world, enter, phase } = watched();
    await enter();
    watch.hear(eventsOf(uuid(1), 'settled'));
    const voided = { ...settlement, voidedAt: '2026-11-22T10:05:00.000+08:00' };
    watch.hear({ ...eventsOf(uuid(1), 'settled'), settlement: voided });
    watch.hear(eventsOf(uuid(1), 'settled'));
    expect([phase(), world.followed]).toEqual([{ kind: 'settled', settlement: voided }, []]);
  });

  it('turns to the settlement by asking, where nobody tells', async () => {
    const { world, watch, enter, phase } = watched();
    await enter();
    world.states.set(uuid(1), 'settled');
    await watch.look();
    expect(phase()).toEqual({ kind: 'settled', settlement });
  });

  it('shows again after a scan without being told of that scan once more', async () => {
    const { watch, enter, settle, phase } = watched();
    await enter();
    watch.hear(eventsOf(uuid(1), 'scanned'));
    watch.renew();
    await settle();
    watch.hear(eventsOf(uuid(1), 'scanned'));
    expect(phase()).toMatchObject({ kind: 'shown', live: { code: { codeId: uuid(2) } } });
  });

  it('throws the code away when the page is left, and asks for no other', async () => {
    const { world, watch, tickAt, enter, phase } = watched();
    await enter();
    watch.leave();
    expect(phase().kind).toBe('asking');
    await tickAt(60_000);
    expect(world.asked).toHaveLength(1);
  });

  it('keeps a scan in sight when the page is left, and follows it again afterwards', async () => {
    const { watch, world, enter, phase } = watched();
    await enter();
    watch.hear(eventsOf(uuid(1), 'scanned'));
    watch.leave();
    expect([phase().kind, world.followed]).toEqual(['scanned', []]);
    await enter();
    expect([phase().kind, world.followed]).toEqual(['scanned', [uuid(1)]]);
  });

  it('ignores an answer to a question from before the page was left', async () => {
    const { world, watch, enter, phase, settle } = watched();
    world.holdAnswers = true;
    await enter();
    watch.leave();
    for (const answer of world.late) answer();
    await settle();
    expect(phase().kind).toBe('asking');
  });

  it('ignores what was on its way for another person', async () => {
    const { world, watch, enter, settle } = watched();
    world.holdAnswers = true;
    await enter(ME);
    await enter(MOTHER);
    world.late[0]?.();
    await settle();
    watch.hear(eventsOf(uuid(1), 'settled'));
    expect(world.shown).toEqual({ personId: MOTHER, phase: { kind: 'asking', slow: false } });
    world.late[1]?.();
    await settle();
    expect(world.shown).toMatchObject({ personId: MOTHER, phase: { kind: 'shown', live: { code: { codeId: uuid(2) } } } });
  });
});
