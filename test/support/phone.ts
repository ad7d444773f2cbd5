import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPhone, PATIENCE_MS } from './browser';

// A person's phone in a journey: what they see, by role and name, and what they tap. The same for the browser and for WeChat.

type Role = Parameters<Page['getByRole']>[0];

export interface Phone {
  readonly page: Page;
  /** The page in front has this title. */
  at(title: string): Promise<void>;
  /** To a tab, going back as often as it takes to see the tabs. */
  goTo(tab: string): Promise<void>;
  tap(name: string | RegExp, role?: Role): Promise<void>;
  sees(...texts: readonly (string | RegExp)[]): Promise<void>;
  find(role: Role, name: string | RegExp): Locator;
  /** Writes with a finger on what has this name. */
  scribble(name: RegExp): Promise<void>;
  keepPicture(name: string): Promise<void>;
  /** Keeps a picture and lists what the page does not do for people who see, hear or move differently. */
  inspect(name: string): Promise<string[]>;
  /** Everything that went wrong in the program so far. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

interface PhoneOptions {
  readonly address: string;
  readonly folder: string;
  /** Where the title of the page in front stands. */
  readonly title: (page: Page) => Locator;
  readonly tab: (page: Page, name: string) => Locator;
  readonly faults?: (page: Page) => Promise<string[]>;
}

const SLIDE_MS = 1000;
const OUTPUT = join(__dirname, '../.output');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

export const openPhoneAt = async (browser: Browser, options: PhoneOptions): Promise<Phone> => {
  const context = await openPhone(browser);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !NO_FAULT.test(message.text())) faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  await page.goto(options.address);
  const find = (role: Role, name: string | RegExp) => page.getByRole(role, { name, exact: typeof name === 'string' });
  const keepPicture = async (name: string) => {
    const folder = join(OUTPUT, options.folder);
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  return {
    page,
    find,
    at: (title) => options.title(page).filter({ hasText: title }).waitFor(),
    async goTo(name) {
      const tab = options.tab(page, name);
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until && !(await tab.isVisible()); ) {
        // While a page slides away its button is there and cannot be tapped any more.
        await find('button', '返回')
          .tap({ timeout: SLIDE_MS })
          .catch(() => undefined);
        await page.waitForTimeout(SLIDE_MS / 2);
      }
      await tab.tap();
      await options.title(page).filter({ hasText: name }).waitFor();
    },
    tap: (name, role = 'button') => find(role, name).tap(),
    async sees(...texts) {
      for (const text of texts) await page.getByText(text).locator('visible=true').first().waitFor();
    },
    scribble: (name) => scribble(page, find('img', name)),
    keepPicture,
    async inspect(name) {
      await keepPicture(name);
      return (await violations(page)).map((violation) => `${name}: ${violation}`);
    },
    faults: async () => [...faults, ...((await options.faults?.(page)) ?? [])],
    close: () => context.close(),
  };
};

/**
 * A refusal is an answer, whatever the browser calls it. And Taro's own tab bar on h5 is made of links to "javascript:;": the tap works,
 * and the browser says that it ran no script.
 */
const NO_FAULT = /^(Running the JavaScript URL violates|Failed to load resource: the server responded with a status of 4)/;

const scribble = async (page: Page, canvas: Locator): Promise<void> => {
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('nothing to write on');
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  const at = (step: number) => ({ x: box.x + 40 + step * 15, y: box.y + 40 + (step % 3) * 20 });
  await touch('touchStart', at(0));
  for (let step = 1; step <= 12; step++) await touch('touchMove', at(step));
  await touch('touchEnd');
  // A tap within a third of a second would be the second half of a double tap.
  await page.waitForTimeout(SLIDE_MS / 2);
};

interface Axe {
  run(scope: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document, { runOnly: tags });
    return found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  }, WCAG);
};
