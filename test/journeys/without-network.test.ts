import type { Browser } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser } from '../support/browser';
import { openPhoneAt, type Phone } from '../support/phone';
import { type RunningSystem, startSystem } from '../support/system';

// A phone in a basement: the app opens, shows what it knew and how old that is, and does nothing that needs somebody else.

describe('a browser without network', () => {
  let system: RunningSystem;
  let browser: Browser;
  let phone: Phone;
  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    phone = await openPhoneAt(browser, {
      address: system.bffUrl,
      folder: 'without-network',
      title: (page) => page.getByRole('heading', { level: 1 }),
      tab: (page, name) => page.locator('taro-tabbar').getByRole('link').filter({ hasText: name }),
    });
    await phone.tap(/^陈建国 /);
    await agreeToPrivacy(phone.page);
    await phone.at('医保码');
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    for (const tab of ['亲情账户', '我的']) await phone.goTo(tab);
    await phone.sees('当年账户');
    await phone.page.waitForFunction(() => JSON.stringify(localStorage).includes('bindings'));
    await phone.page.context().setOffline(true);
    await phone.page.reload();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('opens, with the last balance and its age, and names the counter', async () => {
    await phone.at('我的');
    await phone.sees('手机没有网络', /^上次更新：今天 \d\d:\d\d/, /医保经办窗口/, '当年账户', '陈建国');
    expect(await phone.inspect('mine')).toEqual([]);
  });

  it('shows the relatives as they were', async () => {
    await phone.goTo('亲情账户');
    await phone.sees('手机没有网络', /^上次更新：今天/);
    expect(await phone.inspect('relatives')).toEqual([]);
  });

  it('is as before when the network is back, by itself', async () => {
    await phone.page.context().setOffline(false);
    const said = phone.page.getByText('手机没有网络');
    await said.waitFor({ state: 'hidden' });
    expect(await said.isVisible()).toBe(false);
  });

  it('leaves nothing of the person on the phone after a log-out, network or not', async () => {
    await phone.goTo('我的');
    await phone.page.context().setOffline(true);
    await phone.tap('退出登录');
    await phone.page.waitForFunction(() => localStorage.getItem('session-token') === null);
    const left = await phone.page.evaluate(() => JSON.stringify(localStorage));
    expect(left).not.toMatch(/陈|Fen|certificate|account|bindings/);
  });
});
