import { forget, keep, readKept } from '../platform/storage';

// Who opens an invitation without being logged in comes back to it afterwards.

interface Pending {
  readonly token: string;
  readonly keptAt: number;
}

/** Long enough to log in; later it would be a surprise. */
const KEPT_MS = 30 * 60_000;

export const keepInvitation = (token: string): void => keep('invitation', { token, keptAt: Date.now() });
export const forgetInvitation = (): void => forget('invitation');

/** Gives it once. */
export function takeInvitation(): string | undefined {
  const pending = readKept<Pending>('invitation');
  forgetInvitation();
  return pending !== undefined && Date.now() - pending.keptAt < KEPT_MS ? pending.token : undefined;
}
