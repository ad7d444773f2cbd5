import type { Browser } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser, openPhone } from '../support/browser';
import { type RunningSystem, startSystem } from '../support/system';

// What a phone fetches before somebody can use the page: counted as it comes through the wire, with headers, compressed as the BFF sends it.

const MOST_BYTES = 150_000;
/** Without brotli, which every browser of the last ten years has over https. */
const MOST_GZIP_BYTES = 155_000;

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

  it(`is at most ${MOST_GZIP_BYTES / 1000} KB of files for a browser that knows gzip only, as over plain http in an office`, async () => {
    const { addresses } = await load(browser, system.bffUrl);
    const replies = await Promise.all(addresses.map((address) => fetch(address, { headers: { 'accept-encoding': 'gzip' } })));
    expect(new Set(replies.map(({ headers }) => headers.get('content-encoding')))).toEqual(new Set(['gzip']));
    const bytes = replies.reduce((sum, { headers }) => sum + Number(headers.get('content-length')), 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(MOST_GZIP_BYTES);
  });
});

interface FirstLoad {
  readonly bytes: Readonly<Record<'signedOut' | 'signedIn', number>>;
  /** Of its scripts and sheets, and how they came. */
  readonly addresses: readonly string[];
  readonly encodings: ReadonlySet<string>;
}

/** Opens the address as a new visitor, then as somebody with a session, each time with an empty cache. */
const load = async (browser: Browser, address: string): Promise<FirstLoad> => {
  const context = await openPhone(browser);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  const came = new Map<string, string>();
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) came.set(response.url(), response.headers()['content-encoding'] ?? 'none');
  });

  await page.goto(address);
  const person = page.getByRole('button', { name: /^陈建国 / });
  await person.waitFor();
  await page.waitForLoadState('networkidle');
  const signedOut = bytes;
  await person.tap();
  await agreeToPrivacy(page);
  const code = page.getByRole('img', { name: /陈建国的医保码/ }).first();
  await code.waitFor();
  bytes = 0;
  came.clear();
  await page.reload();
  await code.waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  return { bytes: { signedOut, signedIn: bytes }, addresses: [...came.keys()], encodings: new Set(came.values()) };
};
