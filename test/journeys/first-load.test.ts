import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser, openPhone } from '../support/browser';
import { type RunningSystem, startSystem } from '../support/system';

// What a phone fetches before somebody can use the page: counted as it comes through the wire, with headers, compressed as the BFF sends it.

const MOST_BYTES = 150_000;
/** Without brotli, which every browser of the last ten years has over https. */
const MOST_GZIP_BYTES = 155_900;
/** What is smaller comes as it is (apps/miniapp/config/first-load.ts). */
const WORTH_COMPRESSING = 1024;

describe('the first load in a browser', () => {
  let system: RunningSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it(`transfers at most ${MOST_BYTES / 1000} KB for the page with the code, signed in or not`, async () => {
    const first = await load(browser, system.bffUrl);
    expect(first.encodings).toEqual(new Set(['br']));
    expect(first.bytes.signedOut).toBeGreaterThan(50_000);
    expect(first.bytes.signedOut).toBeLessThan(MOST_BYTES);
    expect(first.bytes.signedIn).toBeGreaterThan(50_000);
    expect(first.bytes.signedIn).toBeLessThan(MOST_BYTES);
  });

  it(`is at most ${MOST_GZIP_BYTES} bytes of files for a browser that knows gzip only, as over plain http in an office`, async () => {
    const { addresses } = await load(browser, system.bffUrl);
    const replies = await Promise.all(addresses.map((address) => fetch(address, { headers: { 'accept-encoding': 'gzip' } })));
    expect(new Set(replies.map(({ headers }) => headers.get('content-encoding')))).toEqual(new Set(['gzip']));
    const bytes = replies.reduce((sum, { headers }) => sum + Number(headers.get('content-length')), 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(MOST_GZIP_BYTES);
  });

  it('draws with the browser’s own elements, all but the tab bar: each custom element starts and settles by itself', async () => {
    const page = await newcomer(browser, system.bffUrl);
    const elements = await page.evaluate(() => [...document.querySelectorAll('*')].map(({ localName }) => localName));
    expect(elements.length).toBeGreaterThan(200);
    expect(new Set(elements.filter((name) => name.includes('-')))).toEqual(new Set(['taro-tabbar']));
    await page.context().close();
  });

  it('moves nothing that somebody may be about to tap, and opens at the log-in where nobody is logged in', async () => {
    const page = await newcomer(browser, system.bffUrl);
    expect(await page.evaluate(() => Reflect.get(window, 'moved') as unknown)).toEqual([]);
    // By itself, not by way of the page with the code.
    expect(await page.evaluate(() => Reflect.get(window, 'titles') as unknown)).toEqual(['登录']);
    await page.context().close();
  });
});

/** The page of somebody who was never here, with what moved while it came, and each heading that it had. */
const newcomer = async (browser: Browser, address: string): Promise<Page> => {
  const page = await (await openPhone(browser)).newPage();
  await page.addInitScript(() => {
    const moved: number[] = [];
    const titles: string[] = [];
    Object.assign(window, { moved, titles });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      const title = document.querySelector('[role="heading"]')?.textContent ?? '';
      if (title !== '' && titles.at(-1) !== title) titles.push(title);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await person(page).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

const person = (page: Page) => page.getByRole('button', { name: /^陈建国 / });

interface FirstLoad {
  readonly bytes: Readonly<Record<'signedOut' | 'signedIn', number>>;
  /** Of its scripts and sheets that are worth compressing, and how they came. */
  readonly addresses: readonly string[];
  readonly encodings: ReadonlySet<string>;
}

/** Opens the address as a new visitor, then as somebody with a session, each time in a page of its own: what one is still fetching is not counted for the other. */
const load = async (browser: Browser, address: string): Promise<FirstLoad> => {
  const context = await openPhone(browser);
  const code = (page: Page) => page.getByRole('img', { name: /陈建国的医保码/ }).first();

  const signedOut = await open(context, address, { shows: person, last: '/sandbox/people' });
  await person(signedOut.page).tap();
  await agreeToPrivacy(signedOut.page);
  await code(signedOut.page).waitFor();
  await signedOut.page.close();
  const signedIn = await open(context, address, { shows: code, last: '/api/insurance-codes' });
  await context.close();
  const { came } = signedIn;
  return {
    bytes: { signedOut: signedOut.bytes, signedIn: signedIn.bytes },
    addresses: [...came.keys()],
    encodings: new Set(came.values()),
  };
};

interface Opened {
  readonly page: Page;
  /** Of all that was asked for before the answer came that one waits for: what the page looks up afterwards keeps nobody waiting. */
  readonly bytes: number;
  /** Address of each script and sheet that is worth it, and how it was compressed. */
  readonly came: ReadonlyMap<string, string>;
}

/** A new page with an empty cache. */
const open = async (
  context: BrowserContext,
  address: string,
  { shows, last }: { readonly shows: (page: Page) => Locator; readonly last: string },
): Promise<Opened> => {
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  const came = new Map<string, string>();
  const paths = new Map<string, string>();
  let isThere = false;
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!isThere) paths.set(requestId, new URL(request.url).pathname);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (paths.has(requestId)) bytes += encodedDataLength;
    isThere ||= paths.get(requestId) === last;
  });
  page.on('response', (response) => {
    if (!/\.(js|css)$/.test(new URL(response.url()).pathname)) return;
    const { 'content-encoding': encoding = 'none', 'content-length': length } = response.headers();
    if (encoding !== 'none' || Number(length) >= WORTH_COMPRESSING) came.set(response.url(), encoding);
  });
  await page.goto(address);
  await shows(page).waitFor();
  await page.waitForLoadState('networkidle');
  return { page, bytes, came };
};
