import Taro from '@tarojs/taro';
import { KEPT_SHAPES } from './kept-shapes';

// Everything that stays on the phone. No certificate number is ever kept here; a name, limits and what is written to
// us only in a form that somebody is filling in, for a day at most.

export const STORAGE_KEYS = {
  token: 'session-token',
  demoKey: 'demo-key',
  requestKeys: 'request-keys',
  deviceId: 'device-id',
  elder: 'elder',
  /** The English texts, while English is chosen. */
  english: 'english-texts',
  drafts: 'drafts',
  /** Whose account was deleted here. */
  left: 'left-accounts',
  /** Whose badges were shown, by id, so that each keeps its colour: goes with the person. */
  met: 'people-met',
  /** What somebody is writing to us. */
  complaint: 'complaint',
  /** An invitation that was opened before logging in. */
  invitation: 'invitation',
  /** Which messages WeChat was not allowed to bring, and when that was. */
  subscribeRefusals: 'subscribe-refusals',
  /** What shows codes without network: goes with the person. */
  offlineKeys: 'offline-keys',
  /** What was read last, for a phone without network: goes with the person. */
  answers: 'answers',
} as const satisfies Readonly<Record<keyof typeof KEPT_SHAPES, string>>;
type StorageKey = keyof typeof STORAGE_KEYS;

/** What belongs to the phone and not to the person: it survives a log-out. */
const KEPT: readonly StorageKey[] = ['deviceId', 'elder', 'english', 'left'];

/** undefined where nothing was kept, or nothing that can be read: a page must not break again and again over what a phone holds. */
export function readKept<T>(name: StorageKey): T | undefined {
  return KEPT_SHAPES[name](stored(name)) as T | undefined;
}

/** What a phone without free space did not store: kept for as long as the program runs. */
const held = new Map<StorageKey, unknown>();

function stored(name: StorageKey): unknown {
  try {
    return held.get(name) ?? Taro.getStorageSync(STORAGE_KEYS[name]);
  } catch {
    return undefined;
  }
}

export function keep(name: StorageKey, value: unknown): void {
  try {
    Taro.setStorageSync(STORAGE_KEYS[name], value);
    held.delete(name);
  } catch {
    held.set(name, value);
  }
}

export function forget(name: StorageKey): void {
  held.delete(name);
  try {
    Taro.removeStorageSync(STORAGE_KEYS[name]);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

export function forgetPerson(): void {
  for (const name of Object.keys(STORAGE_KEYS) as StorageKey[]) if (!KEPT.includes(name)) forget(name);
}
