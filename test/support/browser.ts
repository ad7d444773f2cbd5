import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { isExecutable } from './programs';

// A real browser for the journeys: the machine's Chromium, else the one that npm brought (@sparticuz/chromium).

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

/** `more`: switches beside the usual ones, such as a made-up camera. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const installed = INSTALLED.find(isExecutable);
  return installed === undefined ? launchNpmBrowser(more) : chromium.launch({ executablePath: installed, args: argsOf(more) });
};

/** The one that npm brought, the same on every machine: for pictures that are compared. */
export const launchNpmBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const { default: npmChromium } = await import('@sparticuz/chromium');
  // Not its own list of switches: with --single-process, made for a cloud function, closing one page ends the browser.
  return chromium.launch({ executablePath: await npmChromium.executablePath(), args: argsOf(more) });
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
