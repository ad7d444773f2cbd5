import Taro, { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react';
import { moveToTitle } from './a11y';
import { inWeChat } from './target';

/** The parameters that a link to this page carried. */
export function usePageQuery(): Readonly<Record<string, string>> {
  const { params } = useRouter();
  const given: Record<string, string> = {};
  for (const name of Object.keys(params)) given[name] = decoded(params[name] ?? '');
  return given;
}

/** A link that was cut off or written by hand may be no address at all. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A page that serves two purposes names the one it serves. WeChat's bar knows only the page's config. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') void Taro.setNavigationBarTitle({ title });
  }, [title]);
}

let pagesShown = 0;

/** Moves the focus to the title of each page that one goes to; answers the id which that title has to bear. The first page of a launch is where the browser begins by itself. */
export function useTitleFocus(): string {
  const id = useId();
  useDidShow(() => {
    pagesShown += 1;
    if (inWeChat || pagesShown === 1) return;
    const before = document.activeElement;
    // The page before this one is taken away after this one was told.
    setTimeout(() => moveToTitle(id, before), TURN_MS);
  });
  return id;
}
/** A page slides in for a third of a second; the one below it is hidden then. */
const TURN_MS = 350;

/** Runs when the page comes to the front and when it leaves it, whichever way: another page, another app, a locked phone, closed. */
export function useFront(entered: () => void, left: () => void): void {
  const latest = useRef({ entered, left });
  latest.current = { entered, left };
  const covered = useRef(false);
  useDidShow(() => {
    covered.current = false;
    latest.current.entered();
  });
  useDidHide(() => {
    covered.current = true;
    latest.current.left();
  });
  useUnload(() => latest.current.left());
  useEffect(() => {
    if (inWeChat) return undefined;
    // Every page that is still there hears of it. Taro tells the one in front as well, but not in a browser where the event ends at the document.
    const changed = () => {
      if (!covered.current) latest.current[document.visibilityState === 'visible' ? 'entered' : 'left']();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
}

/** Runs whenever the page comes to the front. */
export function useShown(shown: () => void): void {
  const latest = useRef(shown);
  latest.current = shown;
  useDidShow(() => latest.current());
}

/** What the page says to everything on it: what comes up on a page that is already behind another one cannot know it by itself. */
export const Front = createContext(true);
export const useInFront = (): boolean => useContext(Front);

/** For the page itself. A browser opens one in the background, too. */
export function useFrontOfPage(): boolean {
  const [inFront, setInFront] = useState(() => inWeChat || document.visibilityState === 'visible');
  useFront(
    () => setInFront(true),
    () => setInFront(false),
  );
  return inFront;
}

/** Every so many milliseconds while `active`. */
export function useTick(everyMs: number, active: boolean, tick: () => void): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, active]);
}
