import type { Answer, Body, RouteName } from '@gongji/contract';
import { useState } from 'react';
import { useWrite, type WriteState } from './use-write';

export interface Question<N extends RouteName, D> {
  readonly state: WriteState<Answer<N>>;
  /** `about`: the draft that is asked about, where it has changed only now. */
  readonly ask: (body: Body<N>, about?: D) => void;
}

const IDLE = { kind: 'idle' } as const;

/** What only asks and takes nothing. A changed draft takes the old answer off the screen, also one that is still on its way. */
export function useQuestion<N extends RouteName, D extends object>(name: N, draft: D): Question<N, D> {
  const [asked, setAsked] = useState(draft);
  const { state, busy, submit } = useWrite(name);
  return {
    state: busy || asked === draft ? state : IDLE,
    ask: (body, about = draft) => {
      setAsked(about);
      void submit({ body });
    },
  };
}
