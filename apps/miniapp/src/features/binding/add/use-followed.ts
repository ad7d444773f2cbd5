import type { BindingView } from '@gongji/contract';
import { useRef, useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import { useWaiting } from '../use-waiting';

interface Followed {
  /** As it stands now. */
  readonly binding: BindingView;
  readonly waits: boolean;
  readonly look: () => void;
  readonly take: (binding: BindingView) => void;
}

/** A binding that was just asked for, followed until the other side has answered. */
export function useFollowed(asked: BindingView): Followed {
  const [binding, setBinding] = useState(asked);
  const looking = useRef(0);
  const waits = binding.grants.some(({ state }) => state === 'proposed');
  const take = (newer: BindingView) => {
    // What was asked for before this is older than this.
    looking.current += 1;
    setBinding(newer);
  };
  const look = async () => {
    const turn = looking.current;
    const outcome = await callBff('binding', { path: { bindingId: asked.bindingId } });
    if (outcome.kind === 'done' && turn === looking.current) take(outcome.answer);
  };
  useWaiting(waits, () => void look());
  return { binding, waits, look: () => void look(), take };
}
