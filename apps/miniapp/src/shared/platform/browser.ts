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
  const register = () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}
