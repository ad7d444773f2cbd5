import { useSyncExternalStore } from 'react';
import { keep, readKept } from '../platform/storage';
import { textSize } from '../platform/text-size';

// Who has chosen neither gets what the phone asks for: large text in WeChat's own settings is large text here.

/** Of WeChat's sizes of text, in px; 17 is the usual one. */
const LARGE_PX = 20;

let elder: boolean | undefined;
const listeners = new Set<() => void>();
const current = (): boolean => (elder ??= readKept<boolean>('elder') ?? (textSize() ?? 0) >= LARGE_PX);
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

/** As after a new launch: what was chosen is read from the phone again. */
export function forgetElder(): void {
  elder = undefined;
}
