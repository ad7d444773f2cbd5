import { decided } from '@gongji/domain';
import type { Command } from '../outcome';
import { present, runOnce } from '../request-lists/run-once';
import type { MarkMessagesRead } from '../requests';
import { readUnread } from '../queries/message.query';
import { markRead } from '../store/message.store';

/** Everything that was on the screen has been seen. A message that came meanwhile has not. */
export const markMessagesRead: Command<MarkMessagesRead, { readonly count: number }> = async (deps, requests) => {
  const outcomes = await runOnce<MarkMessagesRead, { readonly marked: number }, void>(
    deps,
    {
      kind: 'mark-messages-read',
      bodyOf: ({ upTo }) => ({ upTo }),
      lock: async () => undefined,
      act: async (tx, { actorId: holderId, upTo }) => decided({ marked: await markRead(tx, deps, { holderId, upTo }) }),
    },
    requests,
  );
  return present(outcomes, requests, (_answer, { actorId }) => readUnread(deps, actorId));
};
