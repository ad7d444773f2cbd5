import { AppError } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findBinding, findInvitation, type StoredBinding } from '../store/binding.store';
import type { BindingView } from '../views/binding-view';
import { readBinding } from './binding.query';

export interface AskInvitation {
  readonly personId: string;
  readonly token: string;
}

/**
 * What the named relative is asked, or what became of it. Everybody else, and every token that was never given or was taken back, gets the same words after
 * the same look-up: a link says to nobody whom it is for.
 */
export async function openInvitation(deps: CoreDeps, { personId, token }: AskInvitation): Promise<BindingView> {
  const found = await findInvitation(deps.db, token);
  if (found === undefined || found.relativeId !== personId) throw new AppError('INVITATION_INVALID');
  const binding = await findBinding(deps.db, found.bindingId);
  if (binding === undefined) throw new AppError('INVITATION_INVALID');
  if (isExpired(binding, deps.now())) throw new AppError('BINDING_INVITATION_EXPIRED');
  return readBinding(deps, { personId, bindingId: binding.id });
}

const isExpired = ({ acceptBy, grants }: StoredBinding, now: Date): boolean =>
  acceptBy === null ? grants.some((grant) => grant.reason === 'invitation-expired') : now > acceptBy;
