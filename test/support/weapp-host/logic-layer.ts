// What a mini program's logic layer has as free names, and what a browser has that it has not. Each of its files becomes a function
// whose parameters are these names: the first list is given, the second stays undefined, so that a slip fails here as on a phone.

export const words = (text: string): string[] => text.trim().split(/\s+/);

export const BUILT_IN = words(`
  view text button input textarea switch checkbox checkbox-group radio radio-group picker slider image canvas scroll-view
  swiper swiper-item form label navigator rich-text progress icon root-portal cover-view cover-image page-meta web-view
`);

export const GIVEN = words(`
  require module exports wx App Page Component Behavior getApp getCurrentPages globalThis global Function console
  setTimeout clearTimeout setInterval clearInterval
`);

export const HIDDEN = words(`
  window document navigator location history localStorage sessionStorage indexedDB fetch XMLHttpRequest WebSocket Worker
  self top parent frames alert confirm prompt open postMessage requestAnimationFrame cancelAnimationFrame getComputedStyle
  matchMedia Image Audio HTMLElement Element Node Event CustomEvent MutationObserver IntersectionObserver ResizeObserver
  URL URLSearchParams Blob File FileReader FormData TextEncoder TextDecoder AbortController Headers Request Response
  performance crypto structuredClone queueMicrotask btoa atob Intl customElements process Buffer importScripts caches
  screen MessageChannel BroadcastChannel EventSource setImmediate requestIdleCallback WebAssembly devicePixelRatio
  innerWidth innerHeight addEventListener removeEventListener dispatchEvent scrollTo getSelection name event origin
`);
