import { useCallback, useRef, useState } from 'react';
import type { Answer, RouteName } from '@gongji/contract';
import { callBff, type CallOptions } from './call-bff';
import type { Outcome } from './outcome';

export type WriteState<T> = { readonly kind: 'idle' } | { readonly kind: 'submitting' } | Outcome<T>;

export interface Write<N extends RouteName> {
  readonly state: WriteState<Answer<N>>;
  readonly busy: boolean;
  /** undefined: one is under way already. */
  readonly submit: (options?: CallOptions<N>) => Promise<Outcome<Answer<N>> | undefined>;
  readonly reset: () => void;
}

export function useWrite<N extends RouteName>(name: N): Write<N> {
  const [state, setState] = useState<WriteState<Answer<N>>>({ kind: 'idle' });
  // State is stale inside a double tap, a ref is not.
  const underWay = useRef(false);

  const submit = useCallback(
    async (options: CallOptions<N> = {}) => {
      if (underWay.current) return undefined;
      underWay.current = true;
      setState({ kind: 'submitting' });
      const outcome = await callBff(name, options);
      underWay.current = false;
      setState(outcome);
      return outcome;
    },
    [name],
  );
  const reset = useCallback(() => setState({ kind: 'idle' }), []);
  return { state, busy: state.kind === 'submitting', submit, reset };
}
