import { createHmac } from 'node:crypto';
import type { CoreDeps } from '../deps';
import { hashOf } from './sealing';

export interface Invitation {
  readonly bindingId: string;
  readonly acceptBy: Date;
}

/**
 * What the link and the QR code carry: 256 bits that only this server can make, so it need not be kept to be shown again, and a new deadline makes another.
 * Only its hash is stored, to be found by.
 */
export function invitationToken({ keys }: Pick<CoreDeps, 'keys'>, { bindingId, acceptBy }: Invitation): string {
  const key = createHmac('sha256', keys.certificateIndexKey).update('invitation').digest();
  return createHmac('sha256', key).update(`invitation:${bindingId}${acceptBy.toISOString()}`).digest('base64url');
}

export const invitationHash = (deps: Pick<CoreDeps, 'keys'>, invitation: Invitation): Buffer => hashOf(invitationToken(deps, invitation));
