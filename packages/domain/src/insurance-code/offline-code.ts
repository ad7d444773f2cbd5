import { sha256 } from 'js-sha256';

/** A step of RFC 6238, and what a shown code may be off: the phone's clock and the counter's hand take a while. */
export const OFFLINE_STEP_SECONDS = 30;
export const OFFLINE_STEPS_OFF = 1;

// Two digits shorter than a code of the service's own, so that the two are told apart.
const HANDLE = /^\d{14}$/;
const PAYLOAD = /^(\d{14})(\d{24})$/;

export const offlineStepAt = (instantMs: number): number => Math.floor(instantMs / 1000 / OFFLINE_STEP_SECONDS);

/**
 * The code that a phone shows in one step without network: the key's handle, then 24 digits of HMAC-SHA-256 over the step (RFC 4226's moving factor, eight
 * bytes, big-endian). Four words of the digest give six digits each, so that no phone needs integers beyond 2^53; some 79 bits, guessed never.
 */
export function offlinePayload(key: { readonly handle: string; readonly secret: Uint8Array }, step: number): string {
  if (!HANDLE.test(key.handle)) throw new RangeError('a handle has fourteen digits');
  const factor = new DataView(new ArrayBuffer(8));
  factor.setUint32(0, Math.floor(step / 2 ** 32));
  factor.setUint32(4, step % 2 ** 32);
  const digest = new DataView(sha256.hmac.arrayBuffer(key.secret, factor.buffer));
  const groups = [0, 4, 8, 12].map((at) => (digest.getUint32(at) % 1_000_000).toString().padStart(6, '0'));
  return key.handle + groups.join('');
}

/** The handle of an offline code; undefined for anything else, a code of the service's own included. */
export const offlineHandle = (payload: string): string | undefined => PAYLOAD.exec(payload)?.[1];

/** The step that a code was made for, of those that are still taken at this moment; undefined for a wrong or a past one. */
export function offlineStepOf(
  key: { readonly handle: string; readonly secret: Uint8Array },
  payload: string,
  instantMs: number,
): number | undefined {
  const now = offlineStepAt(instantMs);
  const taken = Array.from({ length: 2 * OFFLINE_STEPS_OFF + 1 }, (_, index) => now - OFFLINE_STEPS_OFF + index);
  return taken.find((step) => offlinePayload(key, step) === payload);
}
