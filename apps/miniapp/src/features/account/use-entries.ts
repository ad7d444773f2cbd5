import type { AccountEntry, EntryPage } from '@gongji/contract';
import { useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { type Reading, useRead } from '@/shared/bff/use-read';
import type { EntryFilter } from './entry-filter';

const LIMIT = 20;

type Turning = { readonly kind: 'idle' | 'loading' | 'unreachable' } | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Older {
  /** The first page that these follow: when it is read again, they start over. */
  readonly first: EntryPage;
  readonly entries: readonly AccountEntry[];
  readonly nextCursor: string | null;
  readonly turning: Turning;
}

export interface Entries {
  readonly reading: Reading<EntryPage>;
  readonly entries: readonly AccountEntry[];
  readonly hasMore: boolean;
  readonly turning: Turning;
  readonly turnPage: () => Promise<void>;
}

/** The newest page is read like any answer; older ones are added below it. Another filter starts over. */
export function useEntries(filter: EntryFilter): Entries {
  const reading = useRead('accountEntries', { query: { limit: LIMIT, ...filter } });
  const first = reading.answer;
  const [kept, setKept] = useState<Older>();
  const older = kept !== undefined && kept.first === first ? kept : undefined;
  const nextCursor = older === undefined ? (first?.nextCursor ?? null) : older.nextCursor;

  const turnPage = async () => {
    if (first === undefined || nextCursor === null || older?.turning.kind === 'loading') return;
    const before = { first, entries: older?.entries ?? [], nextCursor };
    setKept({ ...before, turning: { kind: 'loading' } });
    const outcome = await callBff('accountEntries', { query: { limit: LIMIT, ...filter, cursor: nextCursor } });
    if (outcome.kind === 'unknown') return setKept({ ...before, turning: { kind: 'unreachable' } });
    if (outcome.kind === 'refused') return setKept({ ...before, turning: outcome });
    const { entries: more, nextCursor: next } = outcome.answer;
    setKept({ first, entries: [...before.entries, ...more], nextCursor: next, turning: { kind: 'idle' } });
  };
  return {
    reading,
    entries: [...(first?.entries ?? []), ...(older?.entries ?? [])],
    hasMore: nextCursor !== null,
    turning: older?.turning ?? { kind: 'idle' },
    turnPage,
  };
}
