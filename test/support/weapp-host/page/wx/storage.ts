import { api } from './answer';

// Kept in the host page's own storage: closing and opening the program again finds it.

const PREFIX = 'wx:';
const read = (key: string): unknown => {
  const text = localStorage.getItem(PREFIX + key);
  return text === null ? undefined : (JSON.parse(text) as unknown);
};
const write = (key: string, value: unknown): void => localStorage.setItem(PREFIX + key, JSON.stringify(value));
const remove = (key: string): void => localStorage.removeItem(PREFIX + key);
const keys = (): string[] => Object.keys(localStorage).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));

interface Keyed {
  readonly key: string;
  readonly data?: unknown;
}

export const storage = {
  getStorageSync: (key: string) => read(key) ?? '',
  setStorageSync: write,
  removeStorageSync: remove,
  clearStorageSync: () => keys().forEach(remove),
  getStorageInfoSync: () => ({ keys: keys(), currentSize: 0, limitSize: 10_240 }),
  getStorage: api<Keyed>('getStorage', ({ key }) => {
    const data = read(key);
    if (data === undefined) throw new Error('getStorage:fail data not found');
    return { data };
  }),
  setStorage: api<Keyed>('setStorage', ({ key, data }) => write(key, data)),
  removeStorage: api<Keyed>('removeStorage', ({ key }) => remove(key)),
};
