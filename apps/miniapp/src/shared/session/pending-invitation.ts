import { forget, keep, readKept } from '../platform/storage';

// Who opens an invitation without being logged in comes back to it afterwards.

/** How its link names it: by the token that was sent, or by its binding, as from one's own list. */
export type InvitationName = { readonly token: string } | { readonly bindingId: string };

interface Pending {
  readonly token: string;
  readonly bindingId: string;
  readonly keptAt: number;
}

/** Long enough to log in; later it would be a surprise. */
const KEPT_MS = 30 * 60_000;

export const keepInvitation = (named: InvitationName): void =>
  keep('invitation', { token: '', bindingId: '', ...named, keptAt: Date.now() });
export const forgetInvitation = (): void => forget('invitation');

function pendingNow(): Pending | undefined {
  const pending = readKept<Pending>('invitation');
  return pending === undefined || Date.now() - pending.keptAt >= KEPT_MS ? undefined : pending;
}

/** Somebody who logs in now comes to an invitation. */
export const isInvited = (): boolean => pendingNow() !== undefined;

/** Gives it once. */
export function takeInvitation(): InvitationName | undefined {
  const pending = pendingNow();
  forgetInvitation();
  if (pending === undefined) return undefined;
  return pending.token === '' ? { bindingId: pending.bindingId } : { token: pending.token };
}
