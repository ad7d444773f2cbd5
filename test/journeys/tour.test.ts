import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser, openPhone } from '../support/browser';
import { type RunningSystem, startSystem } from '../support/system';
import { listFiles } from '../support/weapp-host/compile-weapp';

// A visitor with one wide screen and no scanner.

const WIDE = { width: 1280, height: 860 };
const H5 = join(__dirname, '../../apps/miniapp/dist/h5');
const WEAPP = join(__dirname, '../../apps/miniapp/dist/weapp');

describe('the tour of the demonstration', () => {
  let system: RunningSystem;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: WIDE, deviceScaleFactor: 2, locale: 'zh-CN' })).newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(system.bffUrl);
    await page.getByRole('button', { name: /^陈建国 ·/ }).click();
    await agreeToPrivacy(page);
    await page.getByRole('img', { name: '陈建国的医保码，二维码' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('says who one is and what to try, beside the phone', async () => {
    await page.getByText('演示导览').waitFor();
    const [person, deed] = [page.getByText(/^陈建国：/), page.getByText(/^· 按“把这个码交给柜台”/)];
    for (const said of [person, deed]) await said.waitFor();
    expect(await person.isVisible()).toBe(true);
  });

  it('hands the code to the counter beside it, which reads it as one that was scanned', async () => {
    await page.getByRole('button', { name: '把这个码交给柜台（演示）' }).click();
    await page.frameLocator('iframe').getByText('陈*国').waitFor();
    await page.getByText('已扫码，正在结算').waitFor();
    await page.getByText(/^· 按“把这个码交给柜台”/).waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });

  it('speaks the language of the phone beside it, as soon as that changes', async () => {
    const visitor = await (await browser.newContext({ viewport: WIDE, locale: 'zh-CN' })).newPage();
    await visitor.goto(system.bffUrl);
    await visitor.getByText('演示导览').waitFor();
    await visitor.getByRole('button', { name: 'English' }).click();
    await visitor.getByText('A tour of the demonstration').waitFor();
    expect(await visitor.getByText('演示导览').count()).toBe(0);
    await visitor.context().close();
  });

  it('is done without where its code does not come: the phone is there', async () => {
    const code = listFiles(H5).find((file) => file.endsWith('.js') && readFileSync(join(H5, file), 'utf8').includes('tour__side'));
    const visitor = await (await browser.newContext({ viewport: WIDE, locale: 'zh-CN' })).newPage();
    const missing = visitor.waitForEvent('requestfailed');
    await visitor.route(`**/${code}`, (route) => route.abort());
    await visitor.goto(system.bffUrl);
    await missing;
    await visitor.getByRole('button', { name: /^陈建国 ·/ }).waitFor();
    await visitor.waitForLoadState('networkidle');
    expect(await visitor.getByRole('button', { name: /^陈建国 ·/ }).isVisible()).toBe(true);
    await visitor.context().close();
  });

  it('is not on a phone, nor in the WeChat build', async () => {
    const phone = await (await openPhone(browser)).newPage();
    await phone.goto(system.bffUrl);
    await phone.getByRole('button', { name: /^陈建国 ·/ }).waitFor();
    expect(await phone.locator('iframe').count()).toBe(0);
    const scripts = listFiles(WEAPP).filter((file) => file.endsWith('.js'));
    expect(scripts.filter((file) => readFileSync(join(WEAPP, file), 'utf8').includes('演示导览'))).toEqual([]);
  });
});
