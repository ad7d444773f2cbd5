import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { type RunningSystem, startSystem } from '../support/system';

// The program in English: chosen on the first page, kept on the phone, and given back.

const AUTUMN = '2026-11-23T10:00:00+08:00';
/** A masked name or one letter of it, the program and its other language. */
const NAMES = /^[\u4e00-\u9fff]$|[\u4e00-\u9fff]\*+[\u4e00-\u9fff]?|(?<=Family )[\u4e00-\u9fff]|共济|中文/g;
const CHINESE = /[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]/;

let system: RunningSystem;
let browser: Browser;
let page: Page;
/** People and places have no English name here. */
let own: readonly string[];
beforeAll(async () => {
  system = await startSystem();
  await system.moveClockTo(AUTUMN);
  own = await ownNames(system.bffUrl);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 812 }, locale: 'en-GB', timezoneId: 'Asia/Shanghai' });
  await page.goto(system.bffUrl);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').first();
const at = (title: string) => page.getByRole('heading', { level: 1, name: title, exact: true }).locator('visible=true').waitFor();
const tab = (name: string) => page.locator('taro-tabbar').getByRole('link').filter({ hasText: name });
const tabNames = async () => (await page.locator('taro-tabbar').getByRole('link').allInnerTexts()).map((name) => name.trim());

const ownNames = async (address: string): Promise<readonly string[]> => {
  const { people } = (await (await fetch(`${address}/sandbox/people`)).json()) as { people: readonly { name: string }[] };
  const { regions } = (await (await fetch(`${address}/api/policies`)).json()) as { regions: readonly { regionName: string }[] };
  const places = regions.flatMap(({ regionName }) => [regionName, regionName.replace(/[省市]$/, '')]);
  return [...people.map(({ name }) => name), ...places].sort((a, b) => b.length - a.length);
};

/** Each text that is seen or read out and still has a Chinese word in it. */
const stillChinese = async (): Promise<readonly string[]> => {
  const texts = await page.evaluate(() => {
    const isSeen = (element: Element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    return [...document.querySelectorAll('body *')]
      .filter(isSeen)
      .flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent ?? ''),
      ]);
  });
  const withoutNames = (text: string) => own.reduce((left, name) => left.split(name).join(''), text).replace(NAMES, '');
  return [...new Set(texts.filter((text) => CHINESE.test(withoutNames(text))))];
};

describe('the program in English', () => {
  it('is chosen on the first page, and reads in English from there', async () => {
    await button('English').click();
    await at('Log in');
    await page.getByText('Demonstration · not official').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await stillChinese()).toEqual([]);
  });

  it('logs in after consent and shows a code', async () => {
    await button(/^陈建国 /).click();
    await page.getByRole('checkbox', { name: 'I have read this and agree to this use of my information' }).click();
    expect(await stillChinese()).toEqual([]);
    await button('Agree and log in').click();
    await at('My code');
    await page
      .getByRole('img', { name: /QR code/ })
      .first()
      .waitFor();
    expect(await stillChinese()).toEqual([]);
  });

  it.each(['Family', 'Premiums', 'Me'])('says nothing in Chinese behind the tab %s', async (name) => {
    await tab(name).click();
    await at(name);
    await page.waitForLoadState('networkidle');
    expect(await stillChinese()).toEqual([]);
  });

  it.each(['policy', 'help'])('stays within the screen in large words on the page %s', async (name) => {
    await page.evaluate(() => localStorage.setItem('elder', JSON.stringify({ data: true })));
    await page.goto('about:blank');
    await page.goto(`${system.bffUrl}/#/pages/account/${name}/index`);
    await page.getByText('Provisional: no published rule was found').first().waitFor();
    const past = await page.evaluate(() =>
      [...document.querySelectorAll('.theme--elder *')]
        .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
        .map(({ className }) => className),
    );
    expect(past).toEqual([]);
    expect(await page.locator('.theme--elder').count()).toBe(1);
    await page.evaluate(() => localStorage.removeItem('elder'));
  });

  it('is still English at the next launch', async () => {
    await page.goto('about:blank');
    await page.goto(`${system.bffUrl}/#/pages/mine/index`);
    await at('Me');
    expect(await tabNames()).toEqual(['My code', 'Family', 'Premiums', 'Me']);
  });

  it('is given back for Chinese', async () => {
    await button('中文').click();
    await at('我的');
    expect(await tabNames()).toEqual(['医保码', '亲情账户', '代缴', '我的']);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });
});
