import type { Page } from 'playwright-core';

// A phone without network: nothing leaves it, and it says so, also to a page that is opened meanwhile. Chromium's own emulation forgets to say so when
// a page is loaded again, on a machine that has a network itself.

const FLAG = 'no-network';

export async function loseNetwork(page: Page): Promise<void> {
  await page.addInitScript((flag) => {
    const isLost = (): boolean => sessionStorage.getItem(flag) !== null;
    if (isLost()) Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !isLost() });
  }, FLAG);
  await page.evaluate((flag) => sessionStorage.setItem(flag, ''), FLAG);
  await page.context().setOffline(true);
}

export async function findNetwork(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate((flag) => {
    sessionStorage.removeItem(flag);
    window.dispatchEvent(new Event('online'));
  }, FLAG);
}
