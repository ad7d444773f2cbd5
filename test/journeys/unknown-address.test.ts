import type { Browser } from 'playwright-core';
import { launchBrowser, openPhone } from '../support/browser';
import { type RunningSystem, startSystem } from '../support/system';

describe('an address that is no page', () => {
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

  // A link that was cut off, or that is older than the pages' present names.
  it.each(['when the program starts', 'while another page is open'])('leads to the first page, not to an empty one: %s', async (when) => {
    const page = await (await openPhone(browser)).newPage();
    const title = page.getByRole('heading', { level: 1, name: '登录' });
    if (when.startsWith('while')) {
      await page.goto(`${system.bffUrl}/#/pages/account/help/index`);
      await page.getByRole('heading', { level: 1, name: '不用手机怎么办' }).waitFor();
    }
    await page.goto(`${system.bffUrl}/#/pages/account/hel`);
    await title.waitFor({ timeout: 10_000 });
    expect(page.url()).toContain('#/pages/log-in/index');
    await page.context().close();
  });
});
