import type { Answer } from '@gongji/contract';
import { useState } from 'react';
import { callBff, type CallOptions } from './call-bff';
import type { Refusal } from './outcome';
import { type Reading, useRead } from './use-read';

/** What the BFF gives page by page, the newest first. */
type PagedRoute = 'accountEntries' | 'codeLog' | 'accessLog' | 'messages';

export type Turning = { readonly kind: 'idle' | 'loading' | 'unreachable' } | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Older<A, T> {
  /** The first page that these follow: when it is read again, they start over. */
  readonly first: A;
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly turning: Turning;
}

export interface Pages<A, T> {
  readonly reading: Reading<A>;
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly turning: Turning;
  readonly turnPage: () => Promise<void>;
}

interface Asked<N extends PagedRoute, T> {
  readonly query: NonNullable<CallOptions<N>['query']>;
  readonly itemsOf: (answer: Answer<N>) => readonly T[];
}

/** The newest page is read like any answer; older ones are added below it. Another query starts over. */
export function usePages<N extends PagedRoute, T>(name: N, { query, itemsOf }: Asked<N, T>): Pages<Answer<N>, T> {
  const reading = useRead(name, { query });
  const first = reading.answer;
  const [kept, setKept] = useState<Older<Answer<N>, T>>();
  const older = kept !== undefined && kept.first === first ? kept : undefined;
  const nextCursor = older === undefined ? (first?.nextCursor ?? null) : older.nextCursor;

  const turnPage = async () => {
    if (first === undefined || nextCursor === null || older?.turning.kind === 'loading') return;
    const before = { first, items: older?.items ?? [], nextCursor };
    setKept({ ...before, turning: { kind: 'loading' } });
    const outcome = await callBff(name, { query: { ...query, cursor: nextCursor } });
    if (outcome.kind === 'unknown') return setKept({ ...before, turning: { kind: 'unreachable' } });
    if (outcome.kind === 'refused') return setKept({ ...before, turning: outcome });
    const { answer } = outcome;
    setKept({ first, items: [...before.items, ...itemsOf(answer)], nextCursor: answer.nextCursor, turning: { kind: 'idle' } });
  };
  return {
    reading,
    items: [...(first === undefined ? [] : itemsOf(first)), ...(older?.items ?? [])],
    hasMore: nextCursor !== null,
    turning: older?.turning ?? { kind: 'idle' },
    turnPage,
  };
}
