import { useEffect, useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import { useTick } from '@/shared/platform/lifecycle';
import { deviceId } from '@/shared/platform/new-id';
import type { Phase } from './code-phase';
import { type CodeWatch, watchCode } from './watch-code';

const TICK_MS = 500;
const LOOK_MS = 1_500;

interface ShownCodeState {
  readonly phase: Phase;
  /** A fresh code now: asked for, after a capture, or to show again after a scan. */
  readonly renew: () => void;
}

/** The code of one person while `active`; coming back to the page asks for a new one. A different person needs a different component key. */
export function useShownCode(personId: string, active: boolean): ShownCodeState {
  const [phase, setPhase] = useState<Phase>({ kind: 'asking' });
  const [watch] = useState<CodeWatch>(() =>
    watchCode({
      ask: () => callBff('showCode', { body: { personId, deviceId: deviceId() }, always: true }),
      read: (codeId) => callBff('codeEvents', { path: { codeId } }),
      now: () => Date.now(),
      changed: setPhase,
    }),
  );
  const running = active && phase.kind !== 'settled';
  useTick(TICK_MS, running, watch.tick);
  useTick(LOOK_MS, running && phase.kind !== 'refused', () => void watch.look());
  useEffect(() => {
    if (active) watch.tick();
    else watch.leave();
  }, [active, watch]);
  return { phase, renew: watch.renew };
}
