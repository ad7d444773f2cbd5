import { forgetAnswers } from '../bff/answers';
import { forget, keep, readKept } from '../platform/storage';

const listeners = new Set<() => void>();

export const readToken = (): string | undefined => readKept<string>('token');
export const keepToken = (token: string): void => keep('token', token);

/** Who is logged in no more shows no codes and no balances either. */
export function loseToken(): void {
  forget('token');
  forget('offlineKeys');
  forgetAnswers();
  for (const listener of listeners) listener();
}

let ended = false;

/** Ended on purpose, here or on another phone: nothing logs in by itself again, and the page that follows says so, once. */
export function endToken(): void {
  ended = true;
  forget('demoKey');
  loseToken();
}
export function takeEnded(): boolean {
  const was = ended;
  ended = false;
  return was;
}

/** Told when the session is over and could not be renewed. */
export const onTokenLost = (listener: () => void): void => void listeners.add(listener);
