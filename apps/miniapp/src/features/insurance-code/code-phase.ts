import type { CodeEvents, SettlementView, ShownCode } from '@gongji/contract';
import { OFFLINE_STEP_SECONDS, offlineStepAt } from '@gongji/domain';
import type { Refusal } from '@/shared/bff/outcome';
import type { Reserve } from '@/shared/session/offline-keys';

/** A code with the moment, by this phone, from which it must not be shown any more. */
export interface LiveCode {
  readonly code: ShownCode;
  readonly deadline: number;
}

/** busy: refused for now, which says nothing about the code that is shown. superseded: another window of this phone shows a newer one. */
export type Trouble =
  | { readonly kind: 'refused' | 'busy'; readonly refusal: Refusal }
  | { readonly kind: 'offline' }
  | { readonly kind: 'superseded' };

const BUSY: readonly string[] = ['RATE_LIMITED', 'SERVICE_BUSY', 'SERVICE_NOT_READY', 'OUTSIDE_UNAVAILABLE'];
export const troubleOf = (refusal: Refusal): Trouble => ({ kind: BUSY.includes(refusal.code) ? 'busy' : 'refused', refusal });

export type Phase =
  | { readonly kind: 'asking'; readonly slow: boolean }
  | { readonly kind: 'shown'; readonly live: LiveCode; readonly secondsLeft: number }
  | { readonly kind: 'offline'; readonly reserve: Reserve; readonly step: number; readonly secondsLeft: number }
  | { readonly kind: 'struck' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'scanned'; readonly institution: string | null }
  | { readonly kind: 'settled'; readonly settlement: SettlementView };

export interface Known {
  readonly live: LiveCode | null;
  readonly events: CodeEvents | null;
  readonly trouble: Trouble | null;
  /** When the question went out that nobody has answered yet. */
  readonly waitingSince: number | null;
  readonly reserve: Reserve | null;
  readonly now: number;
}

/** So long nobody at a counter is left looking at nothing. */
const PATIENCE_MS = 3_000;

/** What became of the code goes before the code; a code past its time is never shown, whatever else is known. */
export function phaseOf({ live, events, trouble, waitingSince, reserve, now }: Known): Phase {
  if (events?.state === 'settled' && events.settlement) return { kind: 'settled', settlement: events.settlement };
  if (events?.state === 'scanned' || events?.state === 'settled') return { kind: 'scanned', institution: events.institution };
  if (trouble?.kind === 'refused') return { kind: 'refused', refusal: trouble.refusal };
  if (trouble?.kind === 'superseded') return { kind: 'superseded' };
  const secondsLeft = live === null ? 0 : Math.ceil((live.deadline - now) / 1000);
  if (live !== null && secondsLeft > 0) return { kind: 'shown', live, secondsLeft };
  if (trouble?.kind === 'busy') return { kind: 'refused', refusal: trouble.refusal };
  const slow = waitingSince !== null && now - waitingSince >= PATIENCE_MS;
  if (reserve !== null && (trouble !== null || slow)) return offlinePhase(reserve, now);
  return trouble === null && live === null ? { kind: 'asking', slow } : { kind: 'struck' };
}

/** Steps are counted by the server's clock, as far as this phone knows it. */
export function offlinePhase(reserve: Reserve, now: number): Extract<Phase, { readonly kind: 'offline' }> {
  const instant = now + reserve.clockLeadMs;
  const step = offlineStepAt(instant);
  const secondsLeft = Math.ceil((step + 1) * OFFLINE_STEP_SECONDS - instant / 1000);
  return { kind: 'offline', reserve, step, secondsLeft };
}

/** Counted from the moment of asking, so a slow answer never makes a code look longer-lived than it is. */
export const liveCode = (code: ShownCode, askedAt: number): LiveCode => ({ code, deadline: askedAt + code.ttlSeconds * 1000 });

const AHEAD_MS = 4_000;
const RETRY_MS = 3_000;

/** Time for a new code: none yet, nearly over, or some seconds after a try that nobody answered. */
export function wantsCode({ live, events, trouble, now }: Known, lastAskedAt: number): boolean {
  if (events?.state === 'scanned' || events?.state === 'settled') return false;
  if (trouble?.kind === 'refused' || trouble?.kind === 'superseded') return false;
  if (trouble !== null && now - lastAskedAt < RETRY_MS) return false;
  return live === null || isNearEnd(live, now);
}

/** When this window asks for the next code by itself. */
export const isNearEnd = (live: LiveCode, now: number): boolean => live.deadline - now <= AHEAD_MS;
