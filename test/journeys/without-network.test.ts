import type { Browser, Page } from 'playwright-core';
import { BEHIND } from '../../apps/miniapp/src/shared/platform/pages';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser } from '../support/browser';
import { findNetwork, loseNetwork } from '../support/no-network';
import { openPhoneAt, type Phone } from '../support/phone';
import { type RunningSystem, startSystem } from '../support/system';

// A phone in a basement: the app opens, shows what it knew and how old that is, and does nothing that needs somebody else.

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

describe('a browser without network', () => {
  let phone: Phone;
  beforeAll(async () => {
    phone = await openAsChen(browser, system.bffUrl);
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    for (const tab of ['亲情账户', '我的']) await phone.goTo(tab);
    await phone.sees('当年账户');
    await phone.page.waitForFunction(() => JSON.stringify(localStorage).includes('bindings'));
    await everyPageHasCome(phone.page);
    await loseNetwork(phone.page);
    await phone.page.reload();
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

  it('opens a tab and a page where nobody has been yet', async () => {
    await phone.goTo('代缴');
    await phone.sees('手机没有网络');
    await phone.goTo('我的');
    await phone.tap(/^投诉建议/);
    await phone.at('投诉建议');
    await phone.goTo('亲情账户');
    // What could not be read is no fault of the program; a page that did not come would be.
    expect((await phone.faults()).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  it('is as before when the network is back, by itself', async () => {
    await findNetwork(phone.page);
    const said = phone.page.getByText('手机没有网络');
    await said.waitFor({ state: 'hidden' });
    expect(await said.isVisible()).toBe(false);
  });

  it('leaves nothing of the person on the phone after a log-out, network or not', async () => {
    await phone.goTo('我的');
    await loseNetwork(phone.page);
    await phone.tap('退出登录');
    await phone.page.waitForFunction(() => localStorage.getItem('session-token') === null);
    const left = await phone.page.evaluate(() => JSON.stringify(localStorage));
    expect(left).not.toMatch(/陈|Fen|certificate|account|bindings/);
  });
});

describe('a browser on a slow network', () => {
  it('says in words what is going on, once one has waited for some seconds', async () => {
    const phone = await openAsChen(browser, system.bffUrl);
    await phone.page.route('**/api/account', () => {});
    await phone.goTo('我的');
    const waiting = phone.page.getByRole('status', { name: '正在加载，请稍等…' }).first();
    await waiting.waitFor();
    const shown = await waiting.evaluate(async (element) => {
      const once = element.getAnimations({ subtree: true }).filter(({ effect }) => effect?.getTiming().iterations === 1);
      await Promise.all(once.map(({ finished }) => finished));
      const { content, fontSize } = getComputedStyle(element, '::after');
      return { content, isLarge: Number.parseFloat(fontSize) >= 16 };
    });
    expect(shown).toEqual({ content: '"正在加载，请稍等…"', isLarge: true });
  });
});

describe('a browser that loses its network before the other pages have come', () => {
  let phone: Phone;
  beforeAll(async () => {
    phone = await openAsChen(browser, system.bffUrl);
    // As somebody who saves data, for whom nothing is fetched ahead.
    await phone.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await phone.page.reload();
    await phone.at('医保码');
    await loseNetwork(phone.page);
  });

  it('says at the page itself that it is not there, and what to do', async () => {
    await phone.goTo('代缴');
    await phone.sees('手机没有网络', /还没有下载到手机上/, /医保经办窗口/);
    expect(await phone.inspect('missing')).toEqual([]);
    await phone.tap('再打开一次');
    await phone.sees(/还没有下载到手机上/);
    expect(new URL(phone.page.url()).hash).toContain('pages/premium/index');
  });

  it('leads back to the page that is there', async () => {
    await phone.goTo('医保码');
    expect(await phone.page.locator('.weui-bar__item_on').innerText()).toBe('医保码');
    await phone.goTo('代缴');
  });

  it('opens it by itself when the network is back', async () => {
    await findNetwork(phone.page);
    await phone.sees('还没有可以代缴的家人');
    expect(await phone.page.getByText('还没有下载到手机上').isVisible()).toBe(false);
  });
});

const PAGES = Object.values(BEHIND).flatMap(({ pages }) => pages).length;
/** Longer than one script takes on a small machine. */
const SILENCE_MS = 5_000;

/** What is fetched ahead comes one after the other. */
const everyPageHasCome = async (page: Page): Promise<void> => {
  const count = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length);
  for (let before = -1, now = await count(); before < PAGES || now > before; now = await count()) {
    before = now;
    await page.waitForTimeout(SILENCE_MS);
  }
};

const openAsChen = async (browser: Browser, address: string): Promise<Phone> => {
  const phone = await openPhoneAt(browser, {
    address,
    folder: 'without-network',
    title: (page) => page.getByRole('heading', { level: 1 }),
    tab: (page, name) => page.locator('taro-tabbar').getByRole('link').filter({ hasText: name }),
  });
  await phone.tap(/^陈建国 /);
  await agreeToPrivacy(phone.page);
  await phone.at('医保码');
  return phone;
};
