import type { CodeEvents, ShownCode } from '@gongji/contract';
import type { Outcome } from '@/shared/bff/outcome';
import { type LiveCode, liveCode, type Phase, phaseOf, type Trouble, wantsCode } from './code-phase';

interface Edges {
  readonly ask: () => Promise<Outcome<ShownCode>>;
  readonly read: (codeId: string) => Promise<Outcome<CodeEvents>>;
  readonly now: () => number;
  readonly changed: (phase: Phase) => void;
}

export interface CodeWatch {
  /** Twice a second: counts down, and asks for the next code ahead of expiry. */
  readonly tick: () => void;
  /** What became of the codes that were shown last. */
  readonly look: () => Promise<void>;
  /** Throws the code away, unless a scan is under way. */
  readonly leave: () => void;
  readonly renew: () => void;
}

/** One person's codes, one after the other, and what became of them. */
export function watchCode({ ask, read, now, changed }: Edges): CodeWatch {
  let live: LiveCode | null = null;
  let events: CodeEvents | null = null;
  let trouble: Trouble | null = null;
  let askedAt = 0;
  let asking = false;
  // An answer that arrives after the code was thrown away belongs to nobody.
  let turn = 0;
  // The code before this one may be scanned in the moment it is replaced, so both are watched.
  let watched: readonly string[] = [];

  const phase = (): Phase => phaseOf({ live, events, trouble, now: now() });
  const clear = () => {
    turn += 1;
    [live, events, trouble, asking, watched, askedAt] = [null, null, null, false, [], 0];
  };

  const request = async () => {
    const mine = turn;
    asking = true;
    askedAt = now();
    const sentAt = askedAt;
    const outcome = await ask();
    if (mine !== turn) return;
    asking = false;
    if (outcome.kind === 'done') {
      watched = [outcome.answer.codeId, ...watched].slice(0, 2);
      live = liveCode(outcome.answer, sentAt);
    }
    trouble = outcome.kind === 'done' ? null : outcome.kind === 'refused' ? outcome : { kind: 'offline' };
    changed(phase());
  };

  const tick = () => {
    if (!asking && wantsCode({ live, events, trouble, now: now() }, askedAt)) void request();
    changed(phase());
  };

  const look = async () => {
    const mine = turn;
    const answers = await Promise.all(watched.map(read));
    if (mine !== turn) return;
    for (const outcome of answers) {
      if (outcome.kind === 'done' && (outcome.answer.state === 'scanned' || outcome.answer.state === 'settled')) events = outcome.answer;
    }
    changed(phase());
  };

  const leave = () => {
    const { kind } = phase();
    if (kind !== 'scanned' && kind !== 'settled') clear();
    changed(phase());
  };
  const renew = () => {
    clear();
    tick();
  };
  return { tick, look, leave, renew };
}
