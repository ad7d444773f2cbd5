import type { Browser, Page as Tab } from 'playwright-core';
import { BEHIND, type Page } from '../../apps/miniapp/src/shared/platform/pages';
import { BLOCK_SHEET } from './block-font';
import { standStill } from './clock';
import type { Look } from './looks';
import { type Made, TODAY } from './made';
import { type Network, openNetwork } from './network';
import { AXE } from './observe';
import { type Picture, takePicture } from './picture';
import type { Hand, Screen, State } from './screen';

// A phone that goes from state to state: each in a fresh start of the program, so that no state hangs on the one before it.

export interface StatePhone {
  readonly tab: Tab;
  /** Throws where the state does not come. */
  show(page: Page, screen: Screen, state: State): Promise<void>;
  look(look: Look): Promise<void>;
  /** Of the whole page, as it is looked at now. */
  picture(): Promise<Picture>;
  /** What went wrong in the program or between it and the system, since it was asked last. */
  faults(): string[];
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const HEIGHT = 812;
/** Nothing moves while its picture is taken. */
const STILL = `*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }`;
/** Colours of people go by their ids, which are new in each run. */
const PEOPLE = `[class*="badge--"] { background: var(--c-person-0) !important; }`;
/** So is what an invitation's code says. */
const INVITATIONS = `.invite__canvas { opacity: 0 !important; }`;
/** What makes the pictures of each run and machine alike, and is not for people. */
export const ALIKE_ID = 'alike';

export interface Start {
  /** Starts the program anew, as that person, at that page. */
  open(tab: Tab, at: { readonly url: string; readonly as: Screen['as']; readonly made: Made }): Promise<void>;
  /** 长辈版, on or off, while the page stands. */
  enlarge(tab: Tab, on: boolean): Promise<void>;
}

export const openStatePhone = async (browser: Browser, start: Start, made: Made): Promise<StatePhone> => {
  const context = await browser.newContext({
    viewport: { width: 375, height: HEIGHT },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // For the sheets above.
    bypassCSP: true,
  });
  await context.addInitScript(standStill, TODAY);
  await context.addInitScript(putSheets, [['still', STILL] as const, [ALIKE_ID, BLOCK_SHEET + PEOPLE + INVITATIONS] as const] as const);
  await context.addInitScript({ content: AXE });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const network = await openNetwork(context, session);
  tab.setDefaultTimeout(PATIENCE_MS);
  const broken: string[] = [];
  tab.on('pageerror', (error) => broken.push(`${error.name}: ${error.message}`));
  const hand = handOf(tab, network);
  const looks = openLooks(tab, start);
  return {
    tab,
    async show(page, screen, state) {
      const replies = typeof state.replies === 'function' ? state.replies(made) : (state.replies ?? {});
      network.meets(replies);
      await looks.startOver();
      const query = new URLSearchParams((state.query ?? screen.query)?.(made) ?? {}).toString();
      const url = `/pages/${folderOf(page)}/index${query === '' ? '' : `?${query}`}`;
      await start.open(tab, { url, as: state.as ?? screen.as, made });
      await state.act?.(hand, made);
      if (state.sees !== '') await hand.sees(state.sees);
      await settle(tab, network, state.waits === true || Object.values(replies).includes('held'));
    },
    look: looks.look,
    picture: () => takePicture(session, tab.viewportSize() ?? { width: 0, height: 0 }),
    faults: () => [...network.faults(), ...broken.splice(0)],
    close: () => context.close(),
  };
};

const handOf = (tab: Tab, network: Network): Hand => {
  const find = (role: Parameters<Tab['getByRole']>[0], name: string | RegExp) =>
    tab.getByRole(role, { name, exact: typeof name === 'string' }).first();
  let replies = {};
  return {
    tab,
    tap: (name, role = 'button') => find(role, name).tap(),
    fill: (label, value) => find('textbox', label).fill(value),
    sees: (text) => tab.getByText(text).locator('visible=true').first().waitFor(),
    later: (seconds) => tab.evaluate((more) => globalThis.later?.(more), seconds),
    meets(more) {
      replies = { ...replies, ...more };
      network.meets(replies);
    },
  };
};

const folderOf = (page: Page): string => {
  const area = Object.entries(BEHIND).find(([, { pages }]) => (pages as readonly string[]).includes(page))?.[0];
  return area === undefined ? page : `${area}/${page}`;
};

/** So long nothing was asked and nothing answered. */
const QUIET_MS = 200;

/** Everything has been answered, also what was asked because of an answer; codes are drawn; the fonts are there, and what they bring is drawn. */
const settle = async (tab: Tab, network: Network, waits: boolean): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  const waitsFor = async () => {
    if (network.quietMs() < QUIET_MS) return 'an answer';
    if (waits) return undefined;
    if (!(await tab.evaluate(isThere))) return 'what comes instead of a skeleton';
    return (await tab.evaluate(isDrawn)) ? undefined : 'a drawing';
  };
  for (let reason = await waitsFor(); reason !== undefined; reason = await waitsFor()) {
    if (Date.now() > until) throw new Error(`the page goes on waiting for ${reason}`);
    await tab.waitForTimeout(QUIET_MS / 4);
  }
  await tab.evaluate(drawn);
};

const USUAL: Look = { width: 375, elder: false, dark: false };

/** Only what differs from the look before is put on: a new layout takes longest, and another colour brings none. */
const openLooks = (tab: Tab, start: Start) => {
  let now = USUAL;
  let isLaidOut = false;
  const look = async (next: Look): Promise<void> => {
    if (next.dark !== now.dark) await tab.emulateMedia({ colorScheme: next.dark ? 'dark' : 'light' });
    if (next.elder !== now.elder) {
      // What is drawn anew then is drawn for the width that is there.
      await tab.setViewportSize({ width: next.width, height: HEIGHT });
      await start.enlarge(tab, next.elder);
      await tab.waitForFunction(isDrawn);
    }
    const isRecoloured = next.dark !== now.dark && next.width === now.width && next.elder === now.elder;
    if (!isLaidOut || !isRecoloured) await fit(tab, next.width);
    now = next;
    isLaidOut = true;
    await tab.evaluate(drawn);
  };
  return {
    look,
    /** Before another start of the program. */
    async startOver() {
      await tab.setViewportSize({ width: USUAL.width, height: HEIGHT });
      if (now.dark) await tab.emulateMedia({ colorScheme: 'light' });
      now = USUAL;
      isLaidOut = false;
    },
  };
};

/** So high that the whole page is seen. */
const fit = async (tab: Tab, width: number): Promise<void> => {
  await tab.setViewportSize({ width, height: HEIGHT });
  const height = await tab.evaluate(wholeHeight);
  if (height > HEIGHT) await tab.setViewportSize({ width, height });
  await tab.evaluate(toTheTop);
};

// From here on: what runs inside of the page.

const putSheets = (sheets: readonly (readonly [string, string])[]): void => {
  document.addEventListener('DOMContentLoaded', () => {
    for (const [id, text] of sheets) document.head.append(Object.assign(document.createElement('style'), { id, textContent: text }));
  });
};

/** Of the page in front, with the tab bar below it. */
const wholeHeight = (): number => {
  const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter((page) => page.clientHeight > 0);
  const page = pages[pages.length - 1];
  return page === undefined ? 0 : Math.ceil(page.scrollHeight + innerHeight - page.clientHeight);
};

/** A page that was scrolled a little, as after a tap below, would hide that much under its bar in one picture and not in the next. */
const toTheTop = (): void => {
  for (const page of document.querySelectorAll('.taro_page')) page.scrollTop = 0;
};

/** A bone of a page to come. */
const isThere = (): boolean => document.querySelector('.skeleton') === null;

/** No canvas has the size any more with which each is born. */
const isDrawn = (): boolean =>
  [...document.querySelectorAll('canvas')].every(({ clientWidth, width, height }) => clientWidth === 0 || width !== 300 || height !== 150);

const drawn = async (): Promise<void> => {
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
};
