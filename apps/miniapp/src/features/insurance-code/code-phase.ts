import type { CodeEvents, SettlementView, ShownCode } from '@gongji/contract';
import type { Refusal } from '@/shared/bff/outcome';

/** A code with the moment, by this phone, from which it must not be shown any more. */
export interface LiveCode {
  readonly code: ShownCode;
  readonly deadline: number;
}

export type Trouble = { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'offline' };

export type Phase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly live: LiveCode; readonly secondsLeft: number }
  | { readonly kind: 'struck' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'scanned'; readonly institution: string | null }
  | { readonly kind: 'settled'; readonly settlement: SettlementView };

interface Known {
  readonly live: LiveCode | null;
  readonly events: CodeEvents | null;
  readonly trouble: Trouble | null;
  readonly now: number;
}

/** What became of the code goes before the code; a code past its time is never shown, whatever else is known. */
export function phaseOf({ live, events, trouble, now }: Known): Phase {
  if (events?.state === 'settled' && events.settlement) return { kind: 'settled', settlement: events.settlement };
  if (events?.state === 'scanned') return { kind: 'scanned', institution: events.institution };
  if (trouble?.kind === 'refused') return { kind: 'refused', refusal: trouble.refusal };
  const secondsLeft = live === null ? 0 : Math.ceil((live.deadline - now) / 1000);
  if (live !== null && secondsLeft > 0) return { kind: 'shown', live, secondsLeft };
  return trouble === null && live === null ? { kind: 'asking' } : { kind: 'struck' };
}

/** Counted from the moment of asking, so a slow answer never makes a code look longer-lived than it is. */
export const liveCode = (code: ShownCode, askedAt: number): LiveCode => ({ code, deadline: askedAt + code.ttlSeconds * 1000 });

const AHEAD_MS = 4_000;
const RETRY_MS = 3_000;

/** Time for a new code: none yet, nearly over, or some seconds after a try that nobody answered. */
export function wantsCode({ live, events, trouble, now }: Known, lastAskedAt: number): boolean {
  if (events?.state === 'scanned' || events?.state === 'settled' || trouble?.kind === 'refused') return false;
  if (trouble?.kind === 'offline' && now - lastAskedAt < RETRY_MS) return false;
  return live === null || live.deadline - now <= AHEAD_MS;
}
