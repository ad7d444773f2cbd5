import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, RouteName } from '@gongji/contract';
import { addressOf, keepAnswer, lastAnswer, presentVisit } from './answers';
import { callBff, type CallOptions } from './call-bff';
import { useBackOnline } from '../platform/network';
import type { Refusal } from './outcome';

export interface Reading<T> {
  readonly phase: 'loading' | 'ok' | 'failed';
  /** Kept while loading again, and when the last try failed. */
  readonly answer?: T;
  readonly readAt?: number;
  /** null: nobody answered. */
  readonly refusal: Refusal | null;
  readonly reload: () => void;
}

interface State {
  readonly phase: Reading<unknown>['phase'];
  readonly refusal: Refusal | null;
}

type ReadOptions = Pick<CallOptions<RouteName>, 'path' | 'query'> & {
  readonly body?: unknown;
  /** Each reading counts against a limit: by itself it is read again only where nobody answered. */
  readonly sparing?: boolean;
};

/** Reads a route, again whenever the page comes back to the front. */
export function useRead<N extends RouteName>(name: N, options: ReadOptions = {}): Reading<Answer<N>> {
  const address = addressOf(name, options);
  const [state, setState] = useState<State>({ phase: 'loading', refusal: null });
  const newest = useRef(0);
  const readOnce = useRef(false);

  const reload = useCallback(() => {
    const turn = (newest.current += 1);
    setState((before) => ({ ...before, phase: 'loading' }));
    const askedIn = presentVisit();
    const [, given] = JSON.parse(address) as [N, CallOptions<N>];
    void callBff(name, given).then((outcome) => {
      if (turn !== newest.current) return;
      readOnce.current = true;
      if (outcome.kind === 'done') keepAnswer(address, outcome.answer, askedIn);
      setState({ phase: outcome.kind === 'done' ? 'ok' : 'failed', refusal: outcome.kind === 'refused' ? outcome.refusal : null });
    });
  }, [address, name]);

  useEffect(reload, [reload]);
  const again = () => {
    if (!options.sparing || (state.phase === 'failed' && state.refusal === null)) reload();
  };
  // The page's first showing comes with the first read, or before it where somebody had to be logged in first: only the answer tells them apart.
  useDidShow(() => {
    if (readOnce.current) again();
  });
  useBackOnline(again);

  const kept = lastAnswer(address);
  const last = kept === undefined ? {} : { answer: kept.answer as Answer<N>, readAt: kept.readAt };
  return { ...state, ...last, reload };
}
