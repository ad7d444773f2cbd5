import type { Browser, Page } from 'playwright-core';
import { launchBrowser, PATIENCE_MS } from '../support/browser';
import { decodeBars, decodeQr } from '../support/decode-code';
import type { Phone } from '../support/phone';
import { type RunningSystem, startSystem } from '../support/system';

// The main job, as a person does it. The same steps in the browser and in WeChat; only how a phone is opened differs.

export interface Person {
  readonly key: string;
  readonly name: string;
}

const SPONSOR: Person = { key: 'chen-jianguo', name: '陈建国' };
const MOTHER: Person = { key: 'chen-guilan', name: '陈桂兰' };

/** Inside the premium window, before the last working days of its month. */
const AUTUMN = '2026-11-23T10:00:00+08:00';
const MONTH_END = '2026-11-30T10:00:00+08:00';

/** Opens the mini program as that person; ends on the page with the code. */
export type OpenPhone = (browser: Browser, system: RunningSystem, person: Person) => Promise<Phone>;

export const describeMainJourney = (title: string, open: OpenPhone, also: (phone: () => Phone) => void = () => undefined): void => {
  describe(title, () => {
    let system: RunningSystem;
    let browser: Browser;
    let phone: Phone;
    beforeAll(async () => {
      system = await startSystem();
      await system.moveClockTo(AUTUMN);
      browser = await launchBrowser();
      phone = await open(browser, system, SPONSOR);
    });
    afterAll(async () => {
      await browser?.close();
      await system?.stop();
    });

    // Each step starts where the one before it ended: after a failure the rest says so at once.
    let failed: string | undefined;
    const step = (rule: string, act: () => Promise<void>) =>
      it(rule, async () => {
        if (failed) throw new Error(`not tried, because this failed: ${failed}`);
        failed = rule;
        try {
          await act();
          failed = undefined;
        } finally {
          if (failed) await phone.keepPicture('failed').catch(() => undefined);
        }
      });

    step('shows the own code at once, and a scanner reads it from the screen', async () => {
      await phone.at('医保码');
      const digits = await shownDigits(phone);
      expect(digits).toMatch(/^\d{40}$/);
      expect(await phone.inspect('1-code')).toEqual([]);
    });

    step('turns to the result by itself when a counter has scanned the code and settled', async () => {
      const counter = await browser.newPage();
      await settleAtCounter(counter, system.sandboxUrl, phone);
      await phone.sees('结算完成', '¥128.60', '深圳市莲花医院（演示）', '¥64.30');
      expect(await phone.inspect('2-settled')).toEqual([]);
      await counter.close();
    });

    step('binds the mother, step by step', async () => {
      await bindMother(phone);
      await phone.sees('等待 陈*兰 确认');
      expect(await phone.inspect('3-bound')).toEqual([]);
    });

    step('lets the mother accept in her own session', async () => {
      const hers = await open(browser, system, MOTHER);
      await hers.goTo('亲情账户');
      await hers.tap(/^陈\*国/);
      await hers.at('绑定邀请');
      await hers.tap('我认识TA，并已看清以上内容', 'checkbox');
      expect(await hers.inspect('4-invitation')).toEqual([]);
      await hers.tap('同意绑定，去刷脸');
      await hers.tap('开始本人刷脸');
      expect(await hers.inspect('4-face-check')).toEqual([]);
      await hers.tap('模拟通过');
      await hers.sees('已同意绑定');
      expect(await hers.faults()).toEqual([]);
      await hers.close();
    });

    step('pauses one of her switches where it stands, and says on her page what that means', async () => {
      await phone.goTo('亲情账户');
      await phone.tap('用我的个人账户帮TA付', 'switch');
      await phone.sees('暂停后，TA的费用不再从您的个人账户扣。随时可以恢复。');
      await phone.tap(/^确认暂停/);
      await phone.sees('已暂停');
      expect(await phone.inspect('4-paused')).toEqual([]);
      await openMother(phone);
      await phone.sees('帮TA付：看病', '家庭共济已暂停。');
      expect(await phone.inspect('4-relative')).toEqual([]);
      await phone.tap(/^恢复/);
      await phone.sees('本人刷脸同意');
    });

    step('pays her premium after showing who pays what and what happens next', async () => {
      await phone.goTo('代缴');
      await phone.sees('¥400.00', '没有查到 2027 年标准；金额以税务部门的应缴记录为准');
      expect(await phone.inspect('5-premium')).toEqual([]);
      await phone.tap('查看并代缴');
      await phone.at('核对代缴');
      await phone.sees('2026年11月25日（含当天）', '2027年1月1日');
      expect(await phone.inspect('6-check')).toEqual([]);
      await phone.tap('我确认要为陈*兰缴费，没有选错人', 'checkbox');
      await phone.tap('从我的个人账户支付 ¥400.00');
      await phone.at('代缴详情');
      await phone.sees('已申请，待清缴');
      expect(await phone.inspect('7-applied')).toEqual([]);
    });

    step('shows the money as frozen until the batch takes it', async () => {
      await phone.goTo('我的');
      await phone.sees('¥7,935.70', '冻结 ¥400.00', '¥7,535.70');
      expect(await phone.inspect('8-mine')).toEqual([]);
    });

    step('refuses to unbind while the payment is open, and says what to do', async () => {
      await openMother(phone);
      await phone.tap('解绑');
      await phone.at('解绑');
      await phone.sees('有一笔居民医保代缴还没有办完，现在不能解绑。', /先作废这笔代缴/);
      expect(await phone.inspect('9-unbind-refused')).toEqual([]);
    });

    step('shows the payment as paid after the month has been closed, with both numbers on the receipt', async () => {
      await system.moveClockTo(MONTH_END);
      await phone.goTo('代缴');
      await phone.tap(/^代缴记录/);
      await phone.at('代缴记录');
      await phone.tap(/^陈\*兰/);
      await phone.at('代缴详情');
      await phone.sees('已缴费');
      await phone.tap('查看缴费凭证');
      await phone.at('缴费凭证');
      await phone.sees(/GJ( \d{4}){5}/, /^4414 00\d\d( \d{1,4}){2,}$/, '¥400.00', '441*************25');
      expect(await phone.inspect('10-receipt')).toEqual([]);
    });

    step('shows the balance and every movement', async () => {
      await phone.goTo('我的');
      await phone.sees('¥7,535.70', '¥0.00');
      await phone.tap(/^个人账户明细/);
      await phone.at('个人账户明细');
      await phone.sees(/[-−]¥400\.00/, /[-−]¥64\.30/);
      expect(await phone.inspect('11-entries')).toEqual([]);
      await phone.tap('筛选');
      await phone.sees('筛选明细');
      expect(await phone.inspect('11-entries-filter')).toEqual([]);
      await phone.tap('不改了');
      await phone.goTo('我的');
      await phone.tap(/^个人账户走势/);
      await phone.at('个人账户走势');
      await phone.sees(/现在余额 ¥7,535\.70/);
      expect(await phone.inspect('11-trend')).toEqual([]);
    });

    step('unbinds with a preview, and from then on nothing can be paid for her', async () => {
      await openMother(phone);
      await phone.tap('解绑');
      await phone.at('解绑');
      await phone.sees('解绑之后');
      expect(await phone.inspect('12-unbind')).toEqual([]);
      await phone.tap('确认解绑');
      await phone.sees(/已解绑/);
      await phone.goTo('代缴');
      await phone.sees('还没有可以代缴的家人');
    });

    also(() => phone);

    it('went through without a fault in the program', async () => {
      expect(await phone.faults()).toEqual([]);
    });
  });
};

/** What both pictures say. A picture taken while the code changed is taken again. */
const shownDigits = async (phone: Phone): Promise<string> => {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const [fromQr, fromBars] = [decodeQr(await cutOut(phone, '二维码')), decodeBars(await cutOut(phone, '条形码'))];
    if (fromQr !== undefined && fromQr === fromBars) return fromQr;
    await phone.page.waitForTimeout(250);
  }
  throw new Error('no scanner can read both codes on the screen');
};

/** One of the two pictures as the screen shows it, with a little of what is around it. */
const cutOut = async (phone: Phone, kind: string): Promise<Buffer> => {
  const picture = phone.find('img', `${SPONSOR.name}的医保码，${kind}`);
  await picture.waitFor();
  const box = await picture.boundingBox();
  if (!box) throw new Error(`the ${kind} has no place on the screen`);
  return phone.page.screenshot({ clip: { x: box.x - 8, y: box.y, width: box.width + 16, height: box.height } });
};

/** The cashier's side: a picture of the phone's screen is all that the counter gets. */
const settleAtCounter = async (page: Page, sandboxUrl: string, phone: Phone): Promise<void> => {
  await page.goto(`${sandboxUrl}/counter`);
  await page.getByLabel('定点医药机构').selectOption('深圳市莲花医院（演示）');
  await letCounterRead(page, phone);
  await page.getByLabel('单价（元）').fill('128.60');
  await page.getByRole('button', { name: '加入清单' }).click();
  await page.getByRole('button', { name: '预结算，看谁付多少' }).click();
  await page.getByRole('button', { name: '结算 ¥128.60' }).click();
  await page.getByRole('heading', { name: '结算完成' }).waitFor();
};

/** A code lives half a minute: it is photographed when the counter is ready for it, and once more where reading it took longer. */
const letCounterRead = async (page: Page, phone: Phone): Promise<void> => {
  const [holder, over] = [page.locator('#holder-name').getByText('陈*国'), page.getByText('代码 CODE_INVALID')];
  do {
    const before = await shownDigits(phone);
    await phone.tap('刷新');
    // The old one stands until the new one has come.
    while ((await shownDigits(phone)) === before) await phone.page.waitForTimeout(100);
    const screen = { name: 'screen.png', mimeType: 'image/png', buffer: await phone.page.screenshot() };
    await page.getByLabel('选择医保码图片').setInputFiles(screen);
    await holder.or(over).first().waitFor();
  } while (await over.isVisible());
};

const bindMother = async (phone: Phone): Promise<void> => {
  await phone.goTo('亲情账户');
  await phone.tap('绑定家人');
  await phone.at('绑定家人');
  await phone.tap('开始办理');
  await phone.tap('我已阅读并同意告知书', 'checkbox');
  await phone.tap('下一步');
  await phone.tap('填入演示资料');
  await phone.tap(/^陈桂兰/, 'radio');
  await phone.tap('父母', 'radio');
  await phone.tap('下一步');
  await phone.tap('出示TA的医保码', 'switch');
  await phone.tap('用我的个人账户帮TA付', 'switch');
  for (const use of ['看病', '买药', '居民医保费']) await phone.tap(use, 'checkbox');
  await phone.tap('下一步');
  await phone.sees('看病、买药、居民医保费');
  await phone.tap('确认无误，去签名');
  await phone.scribble(/^手写签名区/);
  // Soon after the writing, a browser on a busy machine takes a tap for the second half of a double tap, and nobody is told of it.
  const submit = phone.find('button', '签名并提交绑定');
  const isTaken = () =>
    submit.waitFor({ state: 'hidden', timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  do await submit.tap();
  while (!(await isTaken()));
};

const openMother = async (phone: Phone): Promise<void> => {
  await phone.goTo('亲情账户');
  await phone.tap(/^陈\*兰/);
  await phone.at('家人');
};
