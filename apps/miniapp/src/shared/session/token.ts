import { forgetAnswers } from '../bff/answers';
import { forget, keep, readKept } from '../platform/storage';

const listeners = new Set<() => void>();

/** Of this tab of a browser, whoever another tab has logged in since. null: not read yet. */
let own: string | undefined | null = null;

export const keptToken = (): string | undefined => readKept<string>('token');
export const readToken = (): string | undefined => (own === null ? (own = keptToken()) : own);
export function keepToken(token: string): void {
  own = token;
  keep('token', token);
}
/** What a launch begins with. */
export function recallToken(): void {
  own = null;
}

/** Somebody who is no longer logged in must see no codes and no balances either. */
export function loseToken(): void {
  forget('token');
  recallToken();
  forget('offlineKeys');
  forgetAnswers();
  for (const listener of listeners) listener();
}

let ended = false;

/** Ended on purpose, here or on another phone: nothing logs in by itself again, and the page that follows says so, once. */
export function endToken(): void {
  ended = true;
  for (const name of ['demoKey', 'drafts', 'complaint'] as const) forget(name);
  loseToken();
}
export function takeEnded(): boolean {
  const was = ended;
  ended = false;
  return was;
}

/** Told when the session is over and could not be renewed. */
export const onTokenLost = (listener: () => void): void => void listeners.add(listener);
