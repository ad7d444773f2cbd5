import type { CodeEvents } from '@gongji/contract';
import { useEffect, useRef, useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import { useTick } from '@/shared/platform/lifecycle';
import { deviceId } from '@/shared/platform/new-id';
import { type LiveCode, liveCode, type Phase, phaseOf, type Trouble, wantsCode } from './code-phase';

const TICK_MS = 500;
const POLL_MS = 1_500;

interface ShownCodeState {
  readonly phase: Phase;
  /** A fresh code now: asked for, after a capture, or to show again after a scan. */
  readonly renew: () => void;
}

/** Shows the code of one person while `active`: asks, counts down, asks again ahead of expiry, and watches what becomes of it. */
export function useShownCode(personId: string, active: boolean): ShownCodeState {
  const [live, setLive] = useState<LiveCode | null>(null);
  const [events, setEvents] = useState<CodeEvents | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const asking = useRef({ turn: 0, underWay: false, at: 0 });
  // The code before this one may be scanned in the moment it is replaced, so both are watched.
  const watched = useRef<readonly string[]>([]);

  const ask = async () => {
    if (asking.current.underWay) return;
    const { turn } = asking.current;
    const askedAt = Date.now();
    asking.current = { turn, underWay: true, at: askedAt };
    const outcome = await callBff('showCode', { body: { personId, deviceId: deviceId() }, always: true });
    if (turn !== asking.current.turn) return;
    asking.current = { turn, underWay: false, at: askedAt };
    if (outcome.kind !== 'done') {
      setTrouble(outcome.kind === 'refused' ? { kind: 'refused', refusal: outcome.refusal } : { kind: 'offline' });
      return;
    }
    watched.current = [outcome.answer.codeId, ...watched.current].slice(0, 2);
    setLive(liveCode(outcome.answer, askedAt));
    setTrouble(null);
  };

  const clear = () => {
    asking.current = { turn: asking.current.turn + 1, underWay: false, at: 0 };
    watched.current = [];
    setLive(null);
    setEvents(null);
    setTrouble(null);
  };

  const poll = async () => {
    const { turn } = asking.current;
    for (const codeId of watched.current) {
      const outcome = await callBff('codeEvents', { path: { codeId } });
      if (turn !== asking.current.turn) return;
      if (outcome.kind === 'done' && (outcome.answer.state === 'scanned' || outcome.answer.state === 'settled')) setEvents(outcome.answer);
    }
  };

  const known = { live, events, trouble, now };
  const phase = phaseOf(known);
  useTick(TICK_MS, active && phase.kind !== 'settled', () => {
    const at = Date.now();
    setNow(at);
    if (wantsCode({ ...known, now: at }, asking.current.at)) void ask();
  });
  useTick(POLL_MS, active && watched.current.length > 0 && phase.kind !== 'settled', () => void poll());
  // Leaving the page or turning to another person throws the code away: coming back asks for a new one. A scan under way is kept in sight.
  const keptInSight = useRef(false);
  keptInSight.current = phase.kind === 'scanned' || phase.kind === 'settled';
  useEffect(clear, [personId]);
  useEffect(() => {
    if (!active) {
      if (!keptInSight.current) clear();
      return;
    }
    setNow(Date.now());
    if (!keptInSight.current) void ask();
  }, [active, personId]);

  const renew = () => {
    clear();
    void ask();
  };
  return { phase, renew };
}
