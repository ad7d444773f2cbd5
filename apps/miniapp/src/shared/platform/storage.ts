import Taro from '@tarojs/taro';

// Everything that stays on the phone. No certificate number is ever kept here; a name and limits only in a form that somebody is
// filling in, for a day at most.

export const STORAGE_KEYS = {
  token: 'session-token',
  demoKey: 'demo-key',
  requestKeys: 'request-keys',
  deviceId: 'device-id',
  elder: 'elder',
  drafts: 'drafts',
  /** An invitation that was opened before logging in. */
  invitation: 'invitation',
  /** What shows codes without network: goes with the person. */
  offlineKeys: 'offline-keys',
  /** What was read last, for a phone without network: goes with the person. */
  answers: 'answers',
} as const;
type StorageKey = keyof typeof STORAGE_KEYS;

/** What belongs to the phone and not to the person: it survives a log-out. */
const KEPT: readonly StorageKey[] = ['deviceId', 'elder'];

/** undefined where nothing was kept. */
export function readKept<T>(name: StorageKey): T | undefined {
  const value: unknown = Taro.getStorageSync(STORAGE_KEYS[name]);
  return value === '' || value === undefined || value === null ? undefined : (value as T);
}

export const keep = (name: StorageKey, value: unknown): void => Taro.setStorageSync(STORAGE_KEYS[name], value);
export const forget = (name: StorageKey): void => Taro.removeStorageSync(STORAGE_KEYS[name]);

export function forgetPerson(): void {
  for (const name of Object.keys(STORAGE_KEYS) as StorageKey[]) if (!KEPT.includes(name)) forget(name);
}
