import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser, openPhone, PATIENCE_MS } from '../support/browser';
import type { Look, ReadingBench, Size } from '../support/read-drawings';
import { until } from '../support/until';
import { type RunningSystem, startSystem } from '../support/system';
import { openWeapp, type WeappServer } from '../support/weapp-host/open-weapp';

// Scanners read the codes on the screen, in every theme, size and build, sharp and a little unsharp.

const CODES = 50;
/** Device pixels, at two of them a pixel of the page: a bar's narrowest line is two wide. */
const SHARP: Look = { blur: 0 };
const MILD: Look = { blur: 0.6 };
const CUT: Look = { blur: 0, cut: true };
const THEMES = ['light', 'dark', 'elder'] as const;
const WIDTHS = [375, 414] as const;
const SCREENS = THEMES.flatMap((theme) => WIDTHS.map((width) => ({ theme, width })));
type Screen = (typeof SCREENS)[number];
/** In modules (ISO/IEC 18004 and 15417); a finder pattern is seven wide, the first bar of Code 128 set C two. */
const QR = { quiet: 4, firstRun: 7 };
const BARS = { quiet: 10, firstRun: 2 };

interface Build {
  /** Opens the page with the own code. */
  readonly open: (context: BrowserContext) => Promise<Page>;
  readonly elder: { readonly key: string; readonly text: string };
}

let browser: Browser;
let system: RunningSystem;
let weapp: WeappServer;
let bench: Page;
/** Every size in which a page showed its pictures. */
const qrSizes = new Map<string, Size>();
const barSizes = new Map<string, Size>();
const smallest = (sizes: Map<string, Size>): Size => [...sizes.values()].reduce((least, size) => (size.width < least.width ? size : least));
const keep = (sizes: Map<string, Size>, size: Size) => sizes.set(`${size.width} × ${size.height}`, size);
beforeAll(async () => {
  [browser, system] = await Promise.all([launchBrowser(), startSystem()]);
  weapp = await openWeapp(join(__dirname, '../../apps/miniapp/dist/weapp'), join(__dirname, '../.output/weapp-reading'), system.bffUrl);
  const entry = join(__dirname, '../support/read-drawings.ts');
  const bundle = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error' });
  bench = await browser.newPage();
  await bench.evaluate(bundle.outputFiles[0]?.text ?? '');
});
afterAll(async () => {
  await browser?.close();
  await weapp?.close();
  await system?.stop();
});

const onBench = <N extends keyof ReadingBench>(
  name: N,
  ...given: Parameters<ReadingBench[N]>
): Promise<Awaited<ReturnType<ReadingBench[N]>>> =>
  bench.evaluate(
    ([method, ask]) => {
      const { bench: by } = globalThis as unknown as { bench: Readonly<Record<string, (...asked: unknown[]) => unknown>> };
      return by[method]?.(...ask) as Awaited<ReturnType<ReadingBench[N]>>;
    },
    [name, given] as [string, unknown[]],
  );

const H5: Build = {
  open: async (context) => {
    const page = await context.newPage();
    await page.goto(system.bffUrl);
    await page.getByRole('button', { name: /^陈建国 / }).tap();
    await agreeToPrivacy(page);
    return page;
  },
  elder: { key: 'elder', text: '{"data":true}' },
};
const WEAPP: Build = {
  open: async (context) => {
    const page = await context.newPage();
    await page.goto(weapp.address('demo-chen-jianguo'));
    await agreeToPrivacy(page);
    return page;
  },
  elder: { key: 'wx:elder', text: 'true' },
};

/** The page as that screen shows it, and the digits of its code. */
async function showOn(page: Page, { elder }: Build, { theme, width }: Screen): Promise<string> {
  await page.setViewportSize({ width, height: 812 });
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await page.evaluate(({ key, text, on }) => (on ? localStorage.setItem(key, text) : localStorage.removeItem(key)), {
    ...elder,
    on: theme === 'elder',
  });
  const issued = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/insurance-codes' && response.ok());
  await page.reload();
  const { payload } = (await (await issued).json()) as { payload: string };
  await page.locator('#code-qr').waitFor();
  // Drawn some frames after the element is there.
  await until(async () => (await onBench('readQr', (await cutOut(page, 'code-qr', 0)).png, 0)).includes(payload), PATIENCE_MS);
  return payload;
}

/** One of the pictures, in base64; `around`: with so much of the page around it. */
async function cutOut(page: Page, id: string, around: number): Promise<{ readonly png: string; readonly size: Size }> {
  const box = await page.locator(`#${id}`).boundingBox();
  if (box === null) throw new Error(`there is no ${id} on the screen`);
  const clip = { x: box.x - around, y: box.y - around, width: box.width + 2 * around, height: box.height + 2 * around };
  const size = { width: Math.round(box.width * 2), height: Math.round(box.height * 2) };
  return { png: (await page.screenshot({ clip })).toString('base64'), size };
}

const modulesAround = async (png: string, { firstRun }: typeof QR): Promise<{ sides: number; all: number }> => {
  const margins = await onBench('marginsOf', png);
  const module = margins.firstRun / firstRun;
  const sides = Math.min(margins.left, margins.right) / module;
  return { sides, all: Math.min(sides, margins.top / module, margins.bottom / module) };
};

describe.each([
  ['the browser version', () => H5],
  ['the WeChat version', () => WEAPP],
])('a code on the screen of %s', (_, buildOf) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await openPhone(browser);
    page = await buildOf().open(context);
    await page.locator('#code-qr').waitFor();
  });
  afterAll(() => context?.close());

  it.each(SCREENS)('is read by two scanners, in $theme at $width px, with its quiet zones kept', async (screen) => {
    const payload = await showOn(page, buildOf(), screen);
    const [qr, bar] = [await cutOut(page, 'code-qr', 8), await cutOut(page, 'code-bar', 4)];
    keep(qrSizes, qr.size);
    keep(barSizes, bar.size);
    for (const { blur } of [SHARP, MILD]) {
      const read = [...(await onBench('readQr', qr.png, blur)), await onBench('readBars', bar.png, blur)];
      expect({ blur, read }).toEqual({ blur, read: [payload, payload, payload] });
    }
    expect((await modulesAround((await cutOut(page, 'code-qr', 0)).png, QR)).all).toBeGreaterThanOrEqual(QR.quiet);
    expect((await modulesAround((await cutOut(page, 'code-bar', 0)).png, BARS)).sides).toBeGreaterThanOrEqual(BARS.quiet);
  });
});

describe(`${CODES} codes drawn as the page draws them, with dark all around`, () => {
  const payloads = Array.from({ length: CODES }, () =>
    (BigInt(`0x${randomBytes(32).toString('hex')}`) % 10n ** 40n).toString().padStart(40, '0'),
  );
  it('are all read in the smallest QR code and every bar code that a screen had, sharp, and at least 99 % unsharp', async () => {
    expect([qrSizes.size, barSizes.size]).not.toContain(0);
    const qr = smallest(qrSizes);
    expect(await onBench('readQrs', qr, payloads, SHARP)).toEqual([CODES, CODES]);
    expect(Math.min(...(await onBench('readQrs', qr, payloads, MILD)))).toBeGreaterThanOrEqual(CODES * 0.99);
    for (const bar of barSizes.values()) {
      expect(await onBench('readBarCodes', bar, payloads, SHARP)).toBe(CODES);
      expect(await onBench('readBarCodes', bar, payloads, MILD)).toBeGreaterThanOrEqual(CODES * 0.99);
    }
  });

  it('are not read once their white border is cut off', async () => {
    const few = payloads.slice(0, 8);
    expect(await onBench('readQrs', smallest(qrSizes), few, CUT)).toEqual([0, 0]);
    expect(await onBench('readBarCodes', smallest(barSizes), few, CUT)).toBe(0);
  });
});
