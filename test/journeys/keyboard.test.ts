import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { logIn } from '../support/edge-client';
import { accept } from '../support/family';
import { type RunningSystem, startSystem } from '../support/system';

// The main job without a finger and without a mouse: only Tab, the arrow keys among radio buttons, Enter, the space bar and what one types.

const AUTUMN = '2026-11-23T10:00:00+08:00';
const MONTH_END = '2026-11-30T10:00:00+08:00';
/** No page has more controls than this. */
const MOST_STEPS = 120;

let system: RunningSystem;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  system = await startSystem();
  await system.moveClockTo(AUTUMN);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 812 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await page.goto(system.bffUrl);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

type Role = Parameters<Page['getByRole']>[0];

/** What has the focus now, if it is a control, and whether one can see that. */
const unseen = (): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    // A field shows it by its frame.
    const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('.field__box') ?? element);
    const { width, height } = element.getBoundingClientRect();
    const seen =
      width > 0 && height > 0 && element.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return seen ? null : element.outerHTML.slice(0, 160);
  });

/** Where the focus could not be seen. */
const lost: string[] = [];

/** Of radio buttons one is tabbed to; the others of its group are reached from there. */
const keyTowards = (target: Locator): Promise<string> =>
  target.evaluate((element) => {
    const isBeside = element.closest('[role=radiogroup]')?.contains(document.activeElement) === true;
    return isBeside && element.getAttribute('tabindex') === '-1' ? 'ArrowDown' : 'Tab';
  });

/** Tabs on until the focus is there. */
const reach = async (name: string | RegExp, role: Role = 'button'): Promise<void> => {
  const target = page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .locator('visible=true')
    .first();
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press(await keyTowards(target));
    const hidden = await unseen();
    if (hidden !== null) lost.push(hidden);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`no key leads to the ${role} ${String(name)}`);
};

const press = async (name: string | RegExp, role: Role = 'button', key = 'Enter'): Promise<void> => {
  await reach(name, role);
  await page.keyboard.press(key);
};
const tick = (name: string | RegExp, role: Role = 'checkbox') => press(name, role, ' ');

const sees = (text: string | RegExp) => page.getByText(text).locator('visible=true').first().waitFor();

/** On a new page the focus is on its title, so that reading and tabbing begin there. */
const arrivesAt = async (title: string): Promise<void> => {
  await page.waitForFunction(isTitleFocused, title);
};

const isTitleFocused = (title: string): boolean =>
  document.activeElement?.getAttribute('role') === 'heading' && document.activeElement.textContent === title;

describe('the main job by keyboard alone', () => {
  it('logs in and shows a code', async () => {
    await press(/^陈建国 /);
    await tick('我看过了，同意这样使用我的信息');
    await press('同意并登录');
    await sees(/^还剩/);
    await press('显示数字');
    await sees(/^\d{4}( \d{4}){9}$/);
    expect(lost).toEqual([]);
  });

  it('goes to a form, is told what to mend where the focus is, and from there to the field', async () => {
    await press('亲情账户', 'link');
    await arrivesAt('亲情账户');
    await press('绑定家人');
    await arrivesAt('绑定家人');
    await press('开始办理');
    await tick('我已阅读并同意告知书');
    await press('下一步');
    await press('下一步');
    await page.waitForFunction(() => document.activeElement?.id === 'error-summary');
    await press('请选择TA是您的什么人', 'link');
    await page.waitForFunction(() => document.activeElement?.matches('#relation [role=radio]'));
    expect(lost).toEqual([]);
  });

  it('binds the mother, with a name that is typed instead of written', async () => {
    await press('填入演示资料');
    await tick(/^陈桂兰/, 'radio');
    await tick('父母', 'radio');
    await press('下一步');
    await tick('出示TA的医保码', 'switch');
    await tick('用我的个人账户帮TA付', 'switch');
    for (const use of ['看病', '买药', '居民医保费']) await tick(use);
    await press('下一步');
    await press('确认无误，去签名');
    await press('不方便手写？改为键入姓名');
    await reach('键入您的姓名', 'textbox');
    await page.keyboard.type('陈建国');
    await press('签名并提交绑定');
    await sees('等待 陈*兰 确认');
    const mother = await logIn({ url: system.bffUrl }, 'chen-guilan');
    const [binding] = (await mother.ask('bindings')).bindings;
    await accept(mother, binding?.bindingId ?? '');
    expect(lost).toEqual([]);
  });

  it('sees the premium, pays it and opens the receipt', async () => {
    await press('返回');
    await arrivesAt('亲情账户');
    await press('代缴', 'link');
    await arrivesAt('代缴');
    await press('查看并代缴');
    await arrivesAt('核对代缴');
    await tick('我确认要为陈*兰缴费，没有选错人');
    await press('从我的个人账户支付 ¥400.00');
    await arrivesAt('代缴详情');
    await system.moveClockTo(MONTH_END);
    await press('返回');
    await arrivesAt('代缴');
    await press(/^代缴记录/);
    await arrivesAt('代缴记录');
    await press(/^陈\*兰/);
    await arrivesAt('代缴详情');
    await press('查看缴费凭证');
    await arrivesAt('缴费凭证');
    await sees(/GJ( \d{4}){5}/);
    expect(lost).toEqual([]);
  });
});
