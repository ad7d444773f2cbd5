import { clockShift, sandboxInstitutions, type SandboxInstitution, sandboxPeople } from '@gongji/contract';
import { z } from 'zod';
import { callOutside } from './call-outside';

const TIMEOUT_MS = 5_000;

/** What the sandbox says of its synthetic world. */
export interface SandboxWorld {
  readonly people: () => Promise<z.output<typeof sandboxPeople>>;
  readonly institutions: () => Promise<readonly SandboxInstitution[]>;
  /** Milliseconds that the demonstration's clock is ahead. */
  readonly clockOffsetMs: () => Promise<number>;
}

export function sandboxWorldAt(base: string): SandboxWorld {
  const get = <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> =>
    callOutside({ method: 'GET', url: new URL(path, base), schema, timeoutMs: TIMEOUT_MS });
  return {
    people: () => get('/sandbox/people', sandboxPeople),
    institutions: async () => (await get('/sandbox/institutions', sandboxInstitutions)).institutions,
    clockOffsetMs: async () => (await get('/sandbox/clock', z.object(clockShift.shape))).offsetMs,
  };
}
