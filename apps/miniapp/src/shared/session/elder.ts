import { useSyncExternalStore } from 'react';
import { keep, readKept } from '../platform/storage';
import { inWeChat } from '../platform/target';
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

function become(on: boolean | undefined): void {
  elder = on;
  for (const listener of listeners) listener();
}

export function setElder(on: boolean): void {
  keep('elder', on);
  become(on);
}

// Chosen in another tab of the browser, it holds here as well.
if (!inWeChat) addEventListener('storage', () => become(undefined));

/** As after a new launch: what was chosen is read from the phone again. */
export function forgetElder(): void {
  elder = undefined;
}
