import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { inWeChat } from './target';

// WeChat holds back what it counts as private (copying, saving a picture, the calendar) until the person has agreed by a button of its kind, and asks again
// where it has forgotten, or where the program asks for more than before. Who listens draws the question; else WeChat draws one of its own.

type Resolve = (answer: Taro.onNeedPrivacyAuthorization.ResolveOption) => void;

/** Whether WeChat has this question at all: it does since base library 2.32.3. */
export const weChatAsks = (): boolean => inWeChat && Taro.canIUse('requirePrivacyAuthorize');

/** Where the person told WeChat by the button below that they agree, this answers at once. */
export async function weChatAgrees(): Promise<boolean> {
  if (!weChatAsks()) return true;
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

let held: readonly Resolve[] = [];
/** The first API that is held back; null: none is. */
let asked: string | null = null;
const listeners = new Set<() => void>();

function become(next: { readonly held: readonly Resolve[]; readonly asked: string | null }): void {
  held = next.held;
  asked = next.asked;
  for (const listener of listeners) listener();
}

/** Once a launch: WeChat keeps only the newest listener. */
export function listenForPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return;
  Taro.onNeedPrivacyAuthorization((resolve, { referrer }) => become({ held: [...held, resolve], asked: asked ?? referrer }));
}

/** What waits for the person's yes or no. */
export const usePrivacyAsked = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => asked,
  );

/** Tells WeChat that the question is on the screen. */
export const privacyShown = (): void => {
  for (const resolve of held) resolve({ event: 'exposureAuthorization' });
};

/** All that was held back goes on, or fails. `buttonId`: of the button that was tapped for the yes; WeChat looks whether it was. */
export function answerPrivacy(buttonId: string | null): void {
  const waiting = held;
  become({ held: [], asked: null });
  for (const resolve of waiting) resolve(buttonId === null ? { event: 'disagree' } : { event: 'agree', buttonId });
}
