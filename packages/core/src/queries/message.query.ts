import type { CoreDeps } from '../deps';
import { findMessages } from '../store/record.store';
import type { MessageList } from '../views/account-view';
import { instant } from '../views/instant';

/** The inbox, newest first. */
export async function readMessages(deps: CoreDeps, personId: string): Promise<MessageList> {
  const messages = await findMessages(deps.db, personId);
  return {
    messages: messages.map(({ id, at, title, text }) => ({ messageId: id, at: instant(at), title, text })),
  };
}
