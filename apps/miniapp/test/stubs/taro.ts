import { jest } from '@jest/globals';
import { useEffect, useRef } from 'react';

// What the app uses of @tarojs/taro. A call of anything else fails by name, so no test passes on a silent undefined.

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: unknown;
}
interface Received {
  readonly statusCode: number;
  readonly data: unknown;
}
interface Goal {
  readonly url: string;
}

interface DayGiven {
  readonly title: string;
  readonly startTime: number;
  readonly success: () => void;
  readonly fail: (error: unknown) => void;
}
interface FileGiven {
  readonly filePath: string;
  readonly fileName: string;
  readonly success: () => void;
  readonly fail: (error: unknown) => void;
}

const kept = new Map<string, unknown>();
let isFull = false;
let params: Readonly<Record<string, string>> = {};
const capture = new Set<() => void>();
const USUAL_PX = 17;
let textPx = USUAL_PX;

const apis = {
  request: jest.fn<(sent: Sent) => Promise<Received>>(),
  /** No connection unless a test brings one: the page then asks instead. */
  connectSocket: jest.fn<(given: Goal) => Promise<object>>().mockRejectedValue(new Error('connectSocket:fail')),
  navigateTo: jest.fn<(goal: Goal) => Promise<object>>().mockResolvedValue({}),
  redirectTo: jest.fn<(goal: Goal) => Promise<object>>().mockResolvedValue({}),
  switchTab: jest.fn<(goal: Goal) => Promise<object>>().mockResolvedValue({}),
  reLaunch: jest.fn<(goal: Goal) => Promise<object>>().mockResolvedValue({}),
  showModal: jest.fn<(given: { readonly title: string; readonly content: string }) => Promise<object>>().mockResolvedValue({}),
  navigateBack: jest.fn(async () => ({})),
  login: jest.fn(async () => ({ code: 'wechat-code' })),
  setClipboardData: jest.fn<(given: { readonly data: string }) => Promise<object>>().mockResolvedValue({}),
  downloadFile: jest.fn<(sent: Pick<Sent, 'url' | 'header'>) => Promise<{ readonly statusCode: number; readonly tempFilePath: string }>>(),
  saveImageToPhotosAlbum: jest.fn<(given: { readonly filePath: string }) => Promise<object>>(),
  openDocument: jest.fn<(given: { readonly filePath: string }) => Promise<object>>(),
  makePhoneCall: jest.fn<(given: { readonly phoneNumber: string }) => Promise<object>>().mockResolvedValue({}),
  setTabBarBadge: jest.fn<(given: { readonly index: number; readonly text: string }) => Promise<object>>().mockResolvedValue({}),
  removeTabBarBadge: jest.fn<(given: { readonly index: number }) => Promise<object>>().mockResolvedValue({}),
  requestSubscribeMessage: jest.fn<(given: { readonly tmplIds: readonly string[] }) => Promise<Readonly<Record<string, string>>>>(),
  openSetting: jest.fn(async () => ({})),
  scanCode: jest.fn<() => Promise<{ readonly result: string }>>(),
  setScreenBrightness: jest.fn<(given: { readonly value: number }) => Promise<object>>().mockResolvedValue({}),
  setKeepScreenOn: jest.fn<(given: { readonly keepScreenOn: boolean }) => Promise<object>>().mockResolvedValue({}),
  addPhoneCalendar: jest.fn((given: DayGiven) => given.success()),
  shareFileMessage: jest.fn((given: FileGiven) => given.success()),
  getScreenBrightness: jest.fn(async (options: { readonly success: (found: { readonly value: number }) => void }) => {
    options.success({ value: 0.4 });
  }),
};

const noSurface = {
  select: () => noSurface,
  fields: () => noSurface,
  exec: (found: (result: readonly null[]) => void) => found([null]),
};

const taro = {
  ...apis,
  canIUse: () => true,
  getFileSystemManager: () => ({ readFileSync: (path: string) => phoneFiles.get(path) ?? '' }),
  getCurrentPages: () => [{}, {}],
  /** As slow as in a browser. */
  nextTick: (act: () => void) => void setTimeout(act, 100),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (isFull) throw new Error('setStorageSync:fail exceed storage max size');
    kept.set(key, JSON.parse(JSON.stringify(value)));
  },
  removeStorageSync: (key: string) => void kept.delete(key),
  getNetworkType: async () => ({ networkType: 'wifi' }),
  getWindowInfo: () => ({ pixelRatio: 1 }),
  getDeviceInfo: () => ({ brand: 'HUAWEI', model: 'NOH-AN00' }),
  getAppBaseInfo: () => ({ fontSizeSetting: textPx }),
  createSelectorQuery: () => noSurface,
  pageScrollTo: async () => ({}),
  onUserCaptureScreen: (captured: () => void) => void capture.add(captured),
  offUserCaptureScreen: (captured: () => void) => void capture.delete(captured),
};

export default new Proxy(taro, {
  get(target, name) {
    if (name in target) return target[name as keyof typeof target];
    throw new Error(`Taro.${String(name)} is not in the test stub`);
  },
});

export const useRouter = () => ({ params });

/** As Taro does: registered once, and the newest closure is called. */
function useOnce(act: () => void, when: 'mounted' | 'unmounted'): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (when === 'mounted') latest.current();
    return () => (when === 'unmounted' ? latest.current() : undefined);
  }, [when]);
}

const showings = new Set<() => void>();
const hidings = new Set<() => void>();
let alreadyShown = false;
export const useDidShow = (shown: () => void): void => useTold(shown, showings);
export const useDidHide = (hidden: () => void): void => useTold(hidden, hidings);
function useTold(act: () => void, told: Set<() => void>): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const tell = () => latest.current();
    told.add(tell);
    if (told === showings && !alreadyShown) tell();
    return () => void told.delete(tell);
  }, [told]);
}
export const useReady = (ready: () => void) => useOnce(ready, 'mounted');
export const useLaunch = (launched: () => void) => useOnce(launched, 'mounted');
export const useUnload = (unload: () => void) => useOnce(unload, 'unmounted');
export const useShareAppMessage = (): void => undefined;

/** In WeChat's own settings. */
export const setTextSize = (px: number): void => {
  textPx = px;
};
/** Files that were downloaded, by their path. */
export const phoneFiles = new Map<string, string>();
/** What stays on the phone, by key. */
export const phoneStorage = kept;
/** From now on nothing more can be kept. */
export const fillPhone = (): void => {
  isFull = true;
};
export const setPageQuery = (query: Readonly<Record<string, string>>): void => {
  params = query;
};
/** What is mounted from now on comes too late for the page's first showing: it waited for somebody to be logged in. */
export const mountLate = (): void => {
  alreadyShown = true;
};
export const showPageAgain = (): void => {
  for (const show of showings) show();
};
/** Another page covers it. */
export const hidePage = (): void => {
  for (const hide of hidings) hide();
};
export const captureScreen = (): void => {
  for (const captured of capture) captured();
};
export function resetTaro(): void {
  kept.clear();
  isFull = false;
  phoneFiles.clear();
  capture.clear();
  alreadyShown = false;
  params = {};
  textPx = USUAL_PX;
  for (const api of Object.values(apis)) api.mockClear();
  apis.connectSocket.mockReset().mockRejectedValue(new Error('connectSocket:fail'));
}
