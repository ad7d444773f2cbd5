import { clockShift, type faceCheckOutcome, sandboxInstitutions, type SandboxInstitution, sandboxPeople } from '@gongji/contract';
import { NoAnswer } from '@gongji/core';
import { z } from 'zod';
import { callOutside, saysNothing } from './call-outside';

const TIMEOUT_MS = 5_000;

/** What the sandbox says of its synthetic world. Each throws OUTSIDE_UNAVAILABLE where it does not answer. */
export interface SandboxWorld {
  readonly people: () => Promise<z.output<typeof sandboxPeople>>;
  readonly institutions: () => Promise<readonly SandboxInstitution[]>;
  /** Milliseconds that the demonstration's clock is ahead. */
  readonly clockOffsetMs: () => Promise<number>;
  /** Tells it what the camera of the demonstration saw; false: it knows no such face check, or no longer. */
  readonly tellFaceCheck: (outcome: z.output<typeof faceCheckOutcome>) => Promise<boolean>;
}

const silent = saysNothing('沙箱');

export function sandboxWorldAt(base: string): SandboxWorld {
  const get = <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> =>
    callOutside({ method: 'GET', url: new URL(path, base), schema, timeoutMs: TIMEOUT_MS }).catch(silent);
  return {
    people: () => get('/sandbox/people', sandboxPeople),
    institutions: async () => (await get('/sandbox/institutions', sandboxInstitutions)).institutions,
    clockOffsetMs: async () => (await get('/sandbox/clock', z.object(clockShift.shape))).offsetMs,
    tellFaceCheck: (outcome) => tell(new URL('/sandbox/face-checks', base), outcome).catch(silent),
  };
}

async function tell(url: URL, told: unknown): Promise<boolean> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(told), signal: AbortSignal.timeout(TIMEOUT_MS) });
  await answer.body?.cancel();
  if (!answer.ok && answer.status !== 404) throw new NoAnswer();
  return answer.ok;
}
