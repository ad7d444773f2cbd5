import type { Message } from '@gongji/contract';
import { useEffect, useRef, useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import { showUnread } from '@/shared/session/unread';

/** What is on the screen is seen: told to the BFF once, and still marked as new here until the page is opened again. */
export function useSeen(messages: readonly Message[]): ReadonlySet<string> {
  const [isNew, setNew] = useState<ReadonlySet<string>>(new Set());
  const told = useRef<string>();
  const [newest] = messages;
  const unread = messages.flatMap(({ read, messageId }) => (read ? [] : [messageId])).join();
  const upTo = unread === '' ? undefined : newest?.messageId;
  useEffect(() => {
    if (upTo === undefined || told.current === upTo) return;
    told.current = upTo;
    setNew((before) => new Set([...before, ...unread.split(',')]));
    void callBff('markMessagesRead', { body: { upTo } }).then((outcome) => {
      if (outcome.kind === 'done') showUnread(outcome.answer.count);
      else told.current = undefined;
    });
  }, [upTo, unread]);
  return isNew;
}
