import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser } from '../support/browser';
import { openPhoneAt, type Phone } from '../support/phone';
import { type RunningSystem, startSystem } from '../support/system';
import { openWeapp, type WeappServer } from '../support/weapp-host/open-weapp';

// WeChat holds back what it counts as private until the person has agreed, and forgets that they did when they take the program off their list.

const BUILD = join(__dirname, '../../apps/miniapp/dist/weapp');
const QUESTION = /^微信规定：复制文字之前/;

describe('what WeChat holds back', () => {
  let system: RunningSystem;
  let server: WeappServer;
  let browser: Browser;
  let phone: Phone;
  beforeAll(async () => {
    system = await startSystem();
    server = await openWeapp(BUILD, join(__dirname, '../.output/weapp-privacy'), system.bffUrl);
    browser = await launchBrowser();
    phone = await openPhoneAt(browser, {
      address: server.address('demo-chen-jianguo'),
      folder: 'weapp-privacy',
      title: (page) => page.locator('#wx-nav span'),
      tab: (page, name) => page.locator('#wx-tabs').getByRole('button', { name, exact: true }),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await system?.stop();
  });

  const calls = (api: string) =>
    phone.page.evaluate((name) => (window.__HOST__?.log.calls ?? []).filter((call) => call.api === name).map(({ given }) => given), api);
  const copyAddress = () =>
    phone.page
      .getByRole('button', { name: /^复制来源网址/ })
      .first()
      .tap();

  it('is asked for by the consent before the log-in, once', async () => {
    await agreeToPrivacy(phone.page);
    await phone.at('医保码');
    expect(await calls('resolvePrivacy')).toEqual([]);
  });

  it('fails after a no, and the page stays as it was', async () => {
    await phone.goTo('我的');
    await phone.tap(/^带什么、到哪里、申请表/);
    await copyAddress();
    expect(await calls('setClipboardData')).toHaveLength(1);
    await phone.page.evaluate(() => window.__HOST__?.forgetAgreement());
    await copyAddress();
    await phone.sees('需要您先同意', QUESTION, '保存什么，用来做什么');
    expect(await phone.inspect('1-asked')).toEqual([]);
    await phone.tap('不同意');
    await phone.page.getByText(QUESTION).waitFor({ state: 'hidden' });
    expect(await calls('resolvePrivacy')).toEqual([
      { event: 'exposureAuthorization', referrer: 'setClipboardData' },
      { event: 'disagree', referrer: 'setClipboardData' },
    ]);
    expect(await calls('setClipboardData')).toHaveLength(1);
  });

  it('goes on after a yes on the button made for it, and is not asked again', async () => {
    await copyAddress();
    await phone.sees(QUESTION);
    await phone.tap('同意');
    await phone.page.getByText(QUESTION).waitFor({ state: 'hidden' });
    expect((await calls('resolvePrivacy')).slice(3)).toEqual([
      { event: 'agree', buttonId: 'agree-to-go-on', referrer: 'setClipboardData' },
    ]);
    expect(await calls('setClipboardData')).toHaveLength(2);
    await copyAddress();
    expect(await phone.page.getByText(QUESTION).count()).toBe(0);
    expect(await calls('setClipboardData')).toHaveLength(3);
    expect(await phone.page.evaluate(() => window.__HOST__?.log.errors)).toEqual([]);
  });
});
