import { inWeChat } from './target';

/** Taro's tab bar links to `javascript:;`, which a strict content policy refuses, loudly, at every tap. The tap itself is the bar's own. */
export function quietTabBar(): void {
  if (inWeChat) return;
  const silence = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('a[href^="javascript:"]')) event.preventDefault();
  };
  document.addEventListener('click', silence, true);
}

/** 长辈版 for what Taro draws outside of our pages. */
export function enlargeTabBar(elder: boolean): void {
  if (!inWeChat) document.documentElement.classList.toggle('elder', elder);
}

/** Keeps the page itself for a browser without network, after everything that the first page needs has come. */
export function openWithoutNetwork(): void {
  if (inWeChat || !('serviceWorker' in navigator)) return;
  afterLoad(() => void navigator.serviceWorker.register('/worker.js').catch(() => undefined));
}

function afterLoad(act: () => void): void {
  if (document.readyState === 'complete') act();
  else window.addEventListener('load', act);
}

/** Long after the first page was drawn on a usual network, and before somebody has walked out of its reach. */
const QUIET_MS = 4_000;

/** One after the other, whenever the browser has nothing else to do; again when the network is back. What has come once costs nothing. */
export function whenIdleAfterLoad(fetches: readonly (() => Promise<unknown>)[]): void {
  const fetchAll = async () => {
    for (const fetchOne of fetches) {
      await idle();
      // What does not come now is fetched when somebody asks for it.
      await fetchOne().catch(() => undefined);
    }
  };
  if (savesData()) return;
  afterLoad(() => void setTimeout(() => void fetchAll(), QUIET_MS));
  window.addEventListener('online', () => void fetchAll());
}

const idle = () =>
  new Promise<void>((next) => void ('requestIdleCallback' in window ? requestIdleCallback(() => next()) : setTimeout(next, 50)));

/** Chosen in the browser's settings, where it has them. */
const savesData = (): boolean => (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/** The whole program, in its newest version. */
export const startAnew = (): void => window.location.reload();
