import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { watchPages, watchRequests } from './pages-shown';
import { isExecutable } from './programs';

// A real browser for the journeys: the machine's Chromium, else the one that npm brought (@sparticuz/chromium).

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

/** So long a journey waits for what has to come: what never comes is found late, what comes slowly on a small machine is no fault. */
export const PATIENCE_MS = 75_000;

/** `more`: switches beside the usual ones, such as a made-up camera. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const installed = INSTALLED.find(isExecutable);
  return installed === undefined
    ? launchNpmBrowser(more)
    : watched(await chromium.launch({ executablePath: installed, args: argsOf(more) }));
};

/** Whose pages are patient, and tell what they show when a journey fails. */
const watched = (browser: Browser): Browser => {
  watchPages(browser);
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.setDefaultTimeout(PATIENCE_MS);
    watchRequests(context);
    return context;
  };
  return browser;
};

/** The one that npm brought, the same on every machine: for pictures that are compared. */
export const launchNpmBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const { default: npmChromium } = await import('@sparticuz/chromium');
  // Not its own list of switches: with --single-process, made for a cloud function, closing one page ends the browser.
  return watched(await chromium.launch({ executablePath: await npmChromium.executablePath(), args: argsOf(more) }));
};

const argsOf = (more: readonly string[]): string[] => ['--headless', ...SWITCHES, ...more];

/** A phone of 375 px, in Chinese, by touch. */
export const openPhone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
