import { type MessageKind, messageKindOf, type MessageSubject } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { countUnread, findMessages, findSubjects } from '../store/message.store';
import type { MessageList } from '../views/account-view';
import { instant } from '../views/instant';

interface AskMessages {
  readonly personId: string;
  /** Missing: all. */
  readonly kind?: MessageKind | undefined;
  /** The last message seen. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The inbox, newest first. */
export async function readMessages(deps: CoreDeps, { personId, kind, cursor, limit }: AskMessages): Promise<MessageList> {
  const found = await findMessages(deps.db, { holderId: personId, kind, beforeId: cursor, limit: limit + 1 });
  const messages = found.slice(0, limit);
  const subjects = await findSubjects(deps.db, {
    readerId: personId,
    ids: messages.map((message) => message.subject_id),
  });
  return {
    messages: messages.map(({ id, at, title, text, topic, read_at, subject_id: subjectId }) => ({
      messageId: id,
      at: instant(at),
      title,
      text,
      kind: messageKindOf(topic),
      read: read_at !== null,
      about: aboutOf(subjectId, subjects.get(subjectId)),
    })),
    nextCursor: found.length > limit ? (messages[messages.length - 1]?.id ?? null) : null,
  };
}

const aboutOf = (id: string, kind: MessageSubject | undefined): MessageList['messages'][number]['about'] =>
  kind === undefined ? null : { kind, id };

export const readUnread = async (deps: CoreDeps, personId: string): Promise<{ readonly count: number }> => ({
  count: await countUnread(deps.db, personId),
});
