import { words } from '../../logic-layer';
import { log } from '../log';
import type { Pages } from '../pages';
import { api } from './answer';
import { overlays } from './overlays';
import { phone } from './phone';
import { request } from './request';
import { createSelectorQuery } from './selector-query';
import { connectSocket } from './socket';
import { storage } from './storage';

// The wx object. An API that it lacks is written down in log.unknownApis, and the journey fails on it.

interface Addressed {
  readonly url: string;
}

/** Names that libraries try on any object, and that are no API. */
const NOT_ASKED = new Set(['then', 'toJSON', 'webpackJsonp']);

const loginCode = (): string => new URLSearchParams(location.search).get('login') ?? 'unknown-code';

export const createWx = (pages: Pages, launchOptions: object) => {
  const listeners = new Set<() => void>();
  const nothing = () => undefined;
  const wx: Record<string, unknown> = {
    ...phone(pages.element),
    ...storage,
    ...overlays,
    ...navigation(pages),
    ...Object.fromEntries(SILENT.flatMap((name) => [`on${name}`, `off${name}`]).map((name) => [name, nothing])),
    request,
    connectSocket,
    // Taro looks whether there is a cloud; this program has none.
    cloud: undefined,
    createSelectorQuery: createSelectorQuery(pages),
    nextTick: (act: () => void) => queueMicrotask(act),
    getLaunchOptionsSync: () => launchOptions,
    getEnterOptionsSync: () => launchOptions,
    login: api('login', () => ({ code: loginCode() })),
    checkSession: api('checkSession', nothing),
    onUserCaptureScreen: (listener: () => void) => void listeners.add(listener),
    offUserCaptureScreen: (listener?: () => void) => (listener ? listeners.delete(listener) : listeners.clear()),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in wx,
  };
  return { wx: withUnknownListed(wx), captured: () => listeners.forEach((listener) => listener()) };
};

/** Listeners for what never happens here. */
const SILENT = words(`
  AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange WindowResize MemoryWarning
  KeyboardHeightChange
`);

const navigation = (pages: Pages) => ({
  navigateTo: api<Addressed>('navigateTo', ({ url }) => pages.navigateTo(url)),
  redirectTo: api<Addressed>('redirectTo', ({ url }) => pages.redirectTo(url)),
  switchTab: api<Addressed>('switchTab', ({ url }) => pages.switchTab(url)),
  reLaunch: api<Addressed>('reLaunch', ({ url }) => pages.reLaunch(url)),
  navigateBack: api<{ readonly delta?: number }>('navigateBack', ({ delta }) => pages.navigateBack(delta)),
  setNavigationBarTitle: api<{ readonly title: string }>('setNavigationBarTitle', ({ title }) => pages.setTitle(title)),
  setNavigationBarColor: api('setNavigationBarColor', () => undefined),
  setTabBarBadge: api('setTabBarBadge', () => undefined),
  removeTabBarBadge: api('removeTabBarBadge', () => undefined),
  stopPullDownRefresh: api('stopPullDownRefresh', () => undefined),
  pageScrollTo: api<{ readonly scrollTop?: number; readonly selector?: string }>('pageScrollTo', ({ scrollTop, selector }) => {
    const target = selector === undefined ? null : pages.top().element.querySelector(selector);
    if (target) target.scrollIntoView({ block: 'start' });
    else pages.element.scrollTop = scrollTop ?? 0;
  }),
});

const withUnknownListed = (wx: Record<string, unknown>): Record<string, unknown> =>
  new Proxy(wx, {
    get(target, name) {
      const asked = typeof name === 'string' && !name.startsWith('__') && !NOT_ASKED.has(name);
      if (asked && !(name in target) && !log.unknownApis.includes(name)) log.unknownApis.push(name);
      return typeof name === 'string' ? target[name] : undefined;
    },
  });
