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

/** Ended on purpose, here or on another phone: nothing logs in by itself again. */
export function endToken(): void {
  forget('demoKey');
  loseToken();
}

/** Told when the session is over and could not be renewed. */
export const onTokenLost = (listener: () => void): void => void listeners.add(listener);
