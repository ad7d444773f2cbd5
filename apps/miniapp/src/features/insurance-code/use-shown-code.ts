import { useEffect, useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import { liveCodes } from '@/shared/bff/live-codes';
import { useTick } from '@/shared/platform/lifecycle';
import { deviceId } from '@/shared/platform/new-id';
import { dropKeyOf, metServer, reserveOf } from '@/shared/session/offline-keys';
import { type Phase, troubleOf } from './code-phase';
import { type CodeWatch, type Shown, watchCode } from './watch-code';

const TICK_MS = 500;
/** Only while no connection tells. */
const LOOK_MS = 1_500;
/** Long for an answer of a few hundred bytes; the page says before that that it waits. */
const ANSWER_MS = 8_000;

interface ShownCodeState {
  readonly phase: Phase;
  readonly renew: () => void;
}

function startWatching(changed: (shown: Shown) => void, turned: (open: boolean) => void): CodeWatch {
  const { follow } = liveCodes({ told: (events) => watch.hear(events), turned });
  const watch: CodeWatch = watchCode({
    ask: async (personId) => {
      const outcome = await callBff('showCode', { body: { personId, deviceId: deviceId() }, always: true, timeoutMs: ANSWER_MS });
      if (outcome.kind === 'done') metServer(outcome.answer.issuedAt);
      if (outcome.kind === 'refused' && troubleOf(outcome.refusal).kind === 'refused') dropKeyOf(personId);
      return outcome;
    },
    read: (codeId) => callBff('codeEvents', { path: { codeId } }),
    follow,
    reserveOf,
    now: () => Date.now(),
    changed,
  });
  return watch;
}

const ASKING: Phase = { kind: 'asking', slow: false };

/** The code of one person while `active`; coming back to the page asks for a new one. */
export function useShownCode(personId: string, active: boolean): ShownCodeState {
  const [shown, setShown] = useState<Shown>({ personId, phase: ASKING });
  const [told, setTold] = useState(false);
  const [watch] = useState(() => startWatching(setShown, setTold));
  // Between a tap on another person and the next phase, the old one must not be drawn under the new name.
  const phase = shown.personId === personId ? shown.phase : ASKING;
  const running = active && phase.kind !== 'settled';
  useTick(TICK_MS, running, watch.tick);
  useTick(LOOK_MS, running && !told && phase.kind !== 'refused' && phase.kind !== 'superseded', () => void watch.look());
  useEffect(() => {
    if (active) watch.enter(personId);
    else watch.leave();
  }, [active, personId, watch]);
  useEffect(() => () => watch.leave(), [watch]);
  return { phase, renew: watch.renew };
}
