import { newId } from '../platform/new-id';
import { keep, readKept } from '../platform/storage';

// The Idempotency-Key of a write is stored before the write leaves, so that the same wish, repeated after a lost answer or a killed app,
// goes out under the same key and takes effect once. It is forgotten when the answer is known, and when a later wish about the same thing
// goes out: pausing, resuming and pausing again is not the first pause repeated.

interface StoredKey {
  readonly intent: string;
  /** What the wish is about. */
  readonly thing: string;
  readonly key: string;
  readonly madeAt: number;
}

/** The server keeps answers at least a day; an older key would be a new wish to it anyway. */
const KEPT_MS = 24 * 3_600_000;

const storedKeys = (): readonly StoredKey[] =>
  (readKept<readonly StoredKey[]>('requestKeys') ?? []).filter(({ madeAt }) => Date.now() - madeAt < KEPT_MS);

/** Two 32-bit hashes in one: tells wishes apart without keeping what they say. */
export function fingerprint(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  }
  return `${(high >>> 0).toString(16)}${(low >>> 0).toString(16)}`;
}

/** This wish went out before, and nobody knows what became of it. */
export const wasSent = (intent: string): boolean => storedKeys().some((each) => each.intent === intent);

export function keyFor(intent: string, thing: string): string {
  const keys = storedKeys();
  const stored = keys.find((each) => each.intent === intent);
  if (stored) return stored.key;
  const key = newId();
  keep('requestKeys', [...keys.filter((each) => each.thing !== thing), { intent, thing, key, madeAt: Date.now() }]);
  return key;
}

export const forgetKey = (intent: string): void =>
  keep(
    'requestKeys',
    storedKeys().filter((each) => each.intent !== intent),
  );
