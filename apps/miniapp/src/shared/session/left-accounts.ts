import { keep, readKept } from '../platform/storage';

// Whose account was deleted on this phone. The service forgets them, and would say at the next log-in that nobody is registered.

/** A person of the demonstration by the key of theirs; WeChat's own log-in has none. */
type LogInKey = string | undefined;

const IN_WECHAT = 'wechat';

const left = (): readonly string[] => readKept<readonly string[]>('left') ?? [];

export const noteLeft = (key: LogInKey): void => keep('left', [...new Set([...left(), key ?? IN_WECHAT])]);

export const hasLeft = (key: LogInKey): boolean => left().includes(key ?? IN_WECHAT);
