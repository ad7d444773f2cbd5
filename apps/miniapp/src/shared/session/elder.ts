import { useSyncExternalStore } from 'react';
import { keep, readKept } from '../platform/storage';

let elder: boolean | undefined;
const listeners = new Set<() => void>();
const current = (): boolean => (elder ??= readKept<boolean>('elder') === true);
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** 长辈版: larger text and targets on every page. */
export const useElder = (): boolean => useSyncExternalStore(subscribe, current);

export function setElder(on: boolean): void {
  elder = on;
  keep('elder', on);
  for (const listener of listeners) listener();
}
