import type { BindingView } from '@gongji/contract';
import { useState } from 'react';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import type { GrantKind } from './binding-text';

export type GrantAct = 'pause' | 'resume' | 'withdraw';

interface Options {
  readonly binding: BindingView;
  readonly kind: GrantKind;
  /** Reads the binding again. */
  readonly reload: () => void;
}

export interface GrantStep {
  /** The binding as it is known now: the answer to the last step until it has been read again. */
  readonly binding: BindingView;
  readonly kind: GrantKind;
  readonly state: WriteState<BindingView>;
  readonly busy: boolean;
  /** What was tapped and waits for a yes. */
  readonly asked: GrantAct | null;
  readonly ask: (act: GrantAct | null) => void;
  readonly take: (act: GrantAct) => void;
  readonly reload: () => void;
}

const IDLE = { kind: 'idle' } as const;

/** One step with one switch. Whatever comes of it, the binding is read again: the next tap is about what stands then. */
export function useGrantStep({ binding, kind, reload }: Options): GrantStep {
  const pause = useWrite('pauseGrant');
  const resume = useWrite('resumeGrant');
  const withdraw = useWrite('withdrawInvitation');
  const [asked, setAsked] = useState<GrantAct | null>(null);
  const [takenOn, setTakenOn] = useState(binding);

  const writes = [pause, resume, withdraw];
  const last: WriteState<BindingView> = writes.find((write) => write.state.kind !== 'idle')?.state ?? IDLE;
  // A binding that has been read since says more than the answer does. A refusal stays until the next tap.
  const overtaken = takenOn !== binding && (last.kind === 'done' || last.kind === 'unknown');
  const state = overtaken ? IDLE : last;

  const ask = (act: GrantAct | null) => {
    for (const { reset } of writes) reset();
    setAsked(act);
  };
  const take = async (act: GrantAct) => {
    ask(null);
    setTakenOn(binding);
    const path = { bindingId: binding.bindingId };
    const outcome =
      act === 'withdraw' ? await withdraw.submit({ path }) : await (act === 'pause' ? pause : resume).submit({ path, body: { kind } });
    if (outcome !== undefined) reload();
  };
  const known = state.kind === 'done' ? state.answer : binding;
  return { binding: known, kind, state, busy: state.kind === 'submitting', asked, ask, take: (act) => void take(act), reload };
}
