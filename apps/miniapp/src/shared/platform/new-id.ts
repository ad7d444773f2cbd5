import { keep, readKept } from './storage';

/** A version 4 UUID. Old WeChat has no crypto; these ids need to be different, not secret. */
export const newId = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(Math.random() * 16);
    return (place === 'x' ? digit : (digit % 4) + 8).toString(16);
  });

/** This phone, so that a newer code of the same phone replaces the older one. */
export function deviceId(): string {
  const kept = readKept<string>('deviceId');
  if (kept !== undefined) return kept;
  const made = newId();
  keep('deviceId', made);
  return made;
}
