import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { encode } from 'uqr';
import { code128Widths } from '../../apps/miniapp/src/shared/canvas/code128';
import { createSandbox } from '../../apps/sandbox/src/app';
import { close } from '../../apps/sandbox/src/testing/start-sandbox';
import { type StubBff, startStubBff } from '../../apps/sandbox/src/testing/stub-bff';
import { launchBrowser, openPhone } from '../support/browser';
import { cameraThatShows, type Picture } from '../support/fake-camera';

// The counter reads a code through a camera: Chromium's made-up one, which shows a code on a dark desk.

const DIGITS = '7300914425868201357799024681357902468135';
const QR: Picture = encode(DIGITS, { border: 4 }).data;
const quiet = Array.from({ length: 10 }, () => false);
const ROW = [...quiet, ...code128Widths(DIGITS).flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0)), ...quiet];
const BARS: Picture = Array.from({ length: 60 }, () => ROW);

let bff: StubBff;
let server: Server;
let browser: Browser | undefined;
beforeAll(async () => {
  bff = await startStubBff();
  server = createSandbox({ folder: null, bffUrl: bff.url, secret: null, machineNow: () => new Date() }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => browser?.close());
afterAll(async () => {
  await close(server);
  await bff.stop();
});

const openCounter = async (switches: readonly string[] = []): Promise<Page> => {
  browser = await launchBrowser(switches);
  const page = await (await openPhone(browser)).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/counter`);
  return page;
};
const isLive = (page: Page): Promise<boolean> =>
  page.locator('#camera-picture').evaluate((video) => (video as HTMLVideoElement).srcObject !== null);

describe('the camera of the counter', () => {
  it.each([
    ['a QR code', QR],
    ['a bar code', BARS],
  ])('reads %s by itself, once, and is off afterwards', async (name, picture) => {
    const page = await openCounter(cameraThatShows(picture, join(__dirname, `../.output/camera-${name.replaceAll(' ', '-')}.y4m`)));
    const sent = page.waitForRequest('**/counter/api/decode');
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    expect((await sent).postDataJSON()).toMatchObject({ payload: DIGITS });
    await page.locator('#holder-name').getByText('陈*兰').waitFor();
    expect(await isLive(page)).toBe(false);
  });

  it('leaves the reading to the browser where it reads both kinds, and fetches no reader of its own', async () => {
    const blank: Picture = Array.from({ length: 20 }, () => quiet);
    const page = await openCounter(cameraThatShows(blank, join(__dirname, '../.output/camera-blank.y4m')));
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.evaluate((rawValue) => {
      let looks = 0;
      class BarcodeDetector {
        static getSupportedFormats = () => Promise.resolve(['qr_code', 'code_128', 'ean_13']);
        detect = () => Promise.resolve((looks += 1) < 3 ? [] : [{ rawValue }]);
      }
      Object.assign(globalThis, { BarcodeDetector });
    }, DIGITS);
    const sent = page.waitForRequest('**/counter/api/decode');
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    expect((await sent).postDataJSON()).toMatchObject({ payload: DIGITS });
    expect(fetched).not.toContain('/counter/reader.js');
  });

  it('can be closed again while it has found nothing', async () => {
    const blank: Picture = Array.from({ length: 20 }, () => quiet);
    const page = await openCounter(cameraThatShows(blank, join(__dirname, '../.output/camera-blank.y4m')));
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.locator('#camera-box').waitFor();
    expect(await isLive(page)).toBe(true);
    await page.getByRole('button', { name: '关闭摄像头' }).click();
    expect(await isLive(page)).toBe(false);
    expect(await page.locator('#camera-box').isVisible()).toBe(false);
  });

  it('that is missing or not allowed is said with a code, and the other ways stay open', async () => {
    const page = await openCounter();
    await page.getByRole('button', { name: '用摄像头扫码' }).click();
    await page.getByText(/代码 CAMERA_(MISSING|NOT_ALLOWED)/).waitFor();
    expect(await page.getByLabel('医保码数字').isEnabled()).toBe(true);
  });
});
