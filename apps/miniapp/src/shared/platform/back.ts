import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

// A browser's own way back, where it should first close something on the page. Each open thing is an entry in the browser's history that leads
// to the same page; leaving that entry closes it, before Taro's router hears of it. WeChat tells no page that somebody goes back.

interface Kept {
  readonly idx?: number;
  readonly within?: boolean;
}

/** What going back closes, the last one first; only after all of them the page is left. */
const open = new Set<{ readonly current: () => unknown }>();
/** The entry is there. */
let held = false;
let heldAt: number | undefined;
/** What waits until the entry is gone again; null: it is not on its way out. */
let waiting: (() => void)[] | null = null;

/** What was closed has gone by then. */
const CLOSING_MS = 60;

const here = (): Kept => (window.history.state as Kept | null) ?? {};

if (process.env.TARO_ENV !== 'weapp') window.addEventListener('popstate', (event) => hear(event));

function hear(event: PopStateEvent): void {
  const { idx, within = false } = (event.state as Kept | null) ?? {};
  // Forward again to what was closed: the same page.
  const stays = held ? idx === heldAt && !within : waiting !== null || within;
  const [wasHeld, then] = [held, waiting];
  [held, waiting] = [false, null];
  if (!stays) return;
  event.stopImmediatePropagation();
  if (then !== null) for (const act of then) act();
  else if (wasHeld) [...open].pop()?.current();
  // More may be open than was closed.
  setTimeout(hold, CLOSING_MS);
}

function hold(): void {
  if (held || waiting !== null || open.size === 0) return;
  heldAt = here().idx;
  // A browser keeps the entry when the page is loaded again.
  if (!here().within) window.history.pushState({ ...here(), within: true }, '');
  held = true;
}

/** Before another page opens, so that no entry is left behind that leads nowhere. */
export function whenNothingHolds(act: () => void): void {
  if (process.env.TARO_ENV === 'weapp') return act();
  if (waiting === null && !held) return act();
  open.clear();
  (waiting ?? letGo()).push(act);
}

/** Answers what waits for it. */
function letGo(): (() => void)[] {
  held = false;
  window.history.back();
  return (waiting = []);
}

/** Whether the browser's way back closes something here. */
export const holdsBack = (): boolean => held;

/** Going back closes this first, as long as it is open. In a browser only. */
export function useBack(isOpen: boolean, goBack: () => unknown): void {
  const latest = useRef(goBack);
  latest.current = goBack;
  const claim = useRef(() => {
    open.add(latest);
    hold();
  });
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp' || !isOpen) return undefined;
    claim.current();
    return () => {
      open.delete(latest);
      if (held && open.size === 0) letGo();
    };
  }, [isOpen]);
  // Back from another page that was opened from here.
  useDidShow(() => {
    if (process.env.TARO_ENV !== 'weapp' && isOpen) claim.current();
  });
}

const hearEscape = ({ key }: KeyboardEvent): void => {
  if (key === 'Escape' && held) window.history.back();
};

/** What stands over the page: going back closes it, and so does the key for it. */
export function useBackOrEscape(goBack: () => unknown): void {
  useBack(true, goBack);
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    window.addEventListener('keydown', hearEscape);
    return () => window.removeEventListener('keydown', hearEscape);
  }, []);
}
