import { useEffect, useSyncExternalStore } from 'react';
import { presentVisit } from '../bff/answers';
import { callBff } from '../bff/call-bff';
import { useShown } from '../platform/lifecycle';
import { badgeTab } from '../platform/tab-badge';

// How many messages nobody has looked at yet: on the tab, and in words beside the row that leads to them.

let unread = 0;
const listeners = new Set<() => void>();

export function showUnread(count: number): void {
  unread = count;
  badgeTab('mine', count);
  for (const changed of listeners) changed();
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

export const useUnread = (): number => useSyncExternalStore(subscribe, () => unread);

/** Looks whenever a page comes to the front, and quietly: what cannot be read leaves the count as it was. */
export function useUnreadLook(active: boolean): void {
  const look = () => {
    if (!active) return;
    const askedIn = presentVisit();
    void callBff('unreadMessages').then((outcome) => {
      if (outcome.kind === 'done' && askedIn === presentVisit()) showUnread(outcome.answer.count);
    });
  };
  useShown(look);
  // The first showing comes before anybody is logged in.
  useEffect(look, [active]);
}
