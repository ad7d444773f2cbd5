import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { code128Widths } from '../../apps/miniapp/src/shared/canvas/code128';
import { createSandbox } from '../../apps/sandbox/src/app';
import { close } from '../../apps/sandbox/src/testing/start-sandbox';
import { type StubBff, startStubBff } from '../../apps/sandbox/src/testing/stub-bff';
import { launchBrowser, openPhone } from '../support/browser';

// The counter page in a real browser, in front of a BFF that stays silent or refuses when it is told to.

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
let code = 1_000_000_000_000_000_000_000_000_000_000_000_000_000n;
const nextCode = (): string => {
  code += 1n;
  return String(code);
};

let browser: Browser;
let bff: StubBff;
let server: Server;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  bff = await startStubBff();
  server = createSandbox({ folder: null, bffUrl: bff.url, secret: null, machineNow: () => new Date() }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  await browser?.close();
  await close(server);
  await bff.stop();
});
beforeEach(async () => {
  context = await openPhone(browser);
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/counter`);
});
afterEach(() => context.close());

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const holder = () => page.locator('#holder-name');
const type = async () => {
  await page.getByLabel('医保码数字').fill(nextCode());
  await press('读取医保码');
  await holder().getByText('陈*兰').waitFor();
};
const add = async (price: string, kind = '诊疗') => {
  await page.getByRole('group', { name: '费用种类' }).getByText(kind, { exact: true }).click();
  await page.getByLabel('单价（元）').fill(price);
  await press('加入清单');
};
const toTheSplit = async () => {
  await type();
  await add('128.60');
  await press('预结算，看谁付多少');
  await page.getByRole('heading', { name: '核对分摊' }).waitFor();
  await page.getByLabel('本人同意现金支付 ¥10.00').check();
};
const violations = async (): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
};

/** Bars or modules as a picture, four pixels each. */
const picture = (rows: readonly (readonly boolean[])[]): Buffer => {
  const scale = 4;
  const png = new PNG({ width: (rows[0]?.length ?? 0) * scale, height: rows.length * scale });
  for (let y = 0; y < png.height; y += 1)
    for (let x = 0; x < png.width; x += 1) {
      const shade = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255;
      png.data.set([shade, shade, shade, 255], (y * png.width + x) * 4);
    }
  return PNG.sync.write(png);
};
const quiet = Array.from({ length: 12 }, () => false);
const barsOf = (digits: string): boolean[][] => {
  const row = [
    ...quiet,
    ...code128Widths(digits).flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0)),
    ...quiet,
  ];
  return Array.from({ length: 40 }, () => row);
};
const choose = (buffer: Buffer) => page.locator('#picture').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });

describe('reading a code', () => {
  it('from typed digits shows the masked name and that a relative shows it', async () => {
    await type();
    expect(await page.getByText('由亲属代为出示').isVisible()).toBe(true);
    expect(await page.getByText('参保地 梅州市').isVisible()).toBe(true);
    expect(await page.getByText('可享受待遇：居民医保正常参保。').isVisible()).toBe(true);
    expect(await page.locator('#holder-certificate').innerText()).toMatch(/^\S*\*{4,}\S*$/);
  });

  it('warns of somebody whose benefits have not begun', async () => {
    bff.benefit = { trt_enjymnt_flag: '0', trt_chk_rslt: '待遇等待期还没有满，2027年4月1日起享受待遇。' };
    await type();
    expect(await page.locator('#holder-benefit').innerText()).toBe('! 暂不能享受待遇：待遇等待期还没有满，2027年4月1日起享受待遇。');
    bff.benefit = { trt_enjymnt_flag: '1', trt_chk_rslt: '居民医保正常参保。' };
  });

  it.each([
    ['a QR code', (digits: string) => picture(encode(digits, { border: 4 }).data)],
    ['a bar code', (digits: string) => picture(barsOf(digits))],
  ])('from the picture of %s finds the same digits', async (_, draw) => {
    const digits = nextCode();
    const sent = page.waitForRequest('**/counter/api/decode');
    await choose(draw(digits));
    expect((await sent).postDataJSON()).toEqual({ institutionCode: 'H44030000001', payload: digits });
    await holder().getByText('陈*兰').waitFor();
  });

  it('from the whole screenshot of a phone, with an icon below the codes that looks like one, finds the digits', async () => {
    const sent = page.waitForRequest('**/counter/api/decode');
    await choose(readFileSync(join(__dirname, 'phone-with-code.png')));
    expect((await sent).postDataJSON()).toMatchObject({ payload: '7623403063329835511691670966629393679197' });
    await holder().getByText('陈*兰').waitFor();
  });

  it('is possible before anything that the page asks for is answered', async () => {
    const opened = await context.newPage();
    await opened.route('**/counter/api/**', (route) => (route.request().method() === 'GET' ? undefined : route.continue()));
    await opened.goto(page.url());
    const digits = nextCode();
    const sent = opened.waitForRequest('**/counter/api/decode');
    await opened.locator('#picture').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture(barsOf(digits)) });
    expect((await sent).postDataJSON()).toMatchObject({ payload: digits });
    await opened.locator('#holder-name').getByText('陈*兰').waitFor();
  });

  it('from a picture says so when what reads pictures is not there', async () => {
    await page.route('**/counter/reader.js', (route) => route.abort());
    await choose(picture(barsOf(nextCode())));
    await page.getByText('代码 READER_NOT_LOADED').waitFor();
    expect(await page.getByRole('button', { name: '读取医保码' }).isEnabled()).toBe(true);
  });

  it.each([
    ['a picture without a code', picture(Array.from({ length: 50 }, () => [...quiet, ...quiet]))],
    ['a file that is no picture', Buffer.from('not a picture')],
  ])('from %s says so with a code', async (_, buffer) => {
    await choose(buffer);
    await page.getByText('代码 PICTURE_HAS_NO_CODE').waitFor();
    expect(await page.getByLabel('医保码数字').inputValue()).toBe('');
  });

  it('that is refused keeps what was typed and says why', async () => {
    const digits = nextCode();
    bff.moods.push('refuse');
    await page.getByLabel('医保码数字').fill(digits);
    await press('读取医保码');
    await page.getByText('代码 CODE_INVALID').waitFor();
    expect(await page.getByLabel('医保码数字').inputValue()).toBe(digits);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code-trouble');
  });

  it('from digits typed in full width is a code like any other, and from words is none', async () => {
    const before = bff.calls.length;
    await page.getByLabel('医保码数字').fill('医保码');
    await press('读取医保码');
    await page.getByText('医保码只有数字。').waitFor();
    expect(bff.calls).toHaveLength(before);
    await page.getByLabel('医保码数字').fill(nextCode().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)));
    await press('读取医保码');
    await holder().getByText('陈*兰').waitFor();
  });
});

describe('settling', () => {
  it('at a hospital fills in half for the fund, shows each payer and ends with a number', async () => {
    await toTheSplit();
    expect(await page.locator('#split').getByRole('row').allInnerTexts()).toEqual([
      '医保结算费用\t¥128.60',
      '统筹基金\t¥64.30',
      '本人个人账户（陈*兰）未扣：没有个人账户\t¥0.00',
      '家庭共济（陈*国）\t¥54.30',
      '现金\t¥10.00',
    ]);
    await press('结算 ¥128.60');
    await page.getByRole('heading', { name: '结算完成' }).waitFor();
    expect(await page.locator('#records li').first().innerText()).toContain('已结算');
  });

  it('does not go on before the person agreed to the cash', async () => {
    await toTheSplit();
    await page.getByLabel('本人同意现金支付 ¥10.00').uncheck();
    const before = bff.settlements.size;
    await press('结算 ¥128.60');
    await page.getByText('代码 SETTLEMENT_CASH_NOT_AGREED').waitFor();
    expect(bff.settlements.size).toBe(before);
  });

  it('pressed twice is one settlement', async () => {
    await toTheSplit();
    const before = bff.settlements.size;
    bff.answerAfterMs = 300;
    await page.getByRole('button', { name: '结算 ¥128.60' }).dblclick();
    await page.getByRole('heading', { name: '结算完成' }).waitFor();
    bff.answerAfterMs = 0;
    expect(bff.settlements.size).toBe(before + 1);
  });

  it('keeps everything as it is until it is answered, so that no answer meets the next person', async () => {
    await toTheSplit();
    bff.answerAfterMs = 800;
    await press('结算 ¥128.60');
    for (const field of [page.getByRole('button', { name: '换一位' }), page.getByLabel('定点医药机构'), page.getByLabel('单价（元）')])
      expect(await field.isDisabled()).toBe(true);
    await page.getByRole('heading', { name: '结算完成' }).waitFor();
    bff.answerAfterMs = 0;
    expect(await page.getByLabel('定点医药机构').isDisabled()).toBe(false);
    await press('接待下一位');
    await type();
    expect(await page.getByLabel('单价（元）').isDisabled()).toBe(false);
  });

  it('without an answer is never shown as done, and asking again finds the one settlement', async () => {
    await toTheSplit();
    const before = bff.settlements.size;
    bff.moods.push('work-then-silence');
    await press('结算 ¥128.60');
    await page.getByText('请勿另开一笔').waitFor();
    expect(await page.getByRole('heading', { name: '结算完成' }).isVisible()).toBe(false);
    expect(await page.getByLabel('单价（元）').isDisabled()).toBe(true);
    await press('再问一次结果（不会重复结算）');
    await page.getByRole('heading', { name: '结算完成' }).waitFor();
    expect(bff.settlements.size).toBe(before + 1);
  });

  it('without an answer can be asked about in the list after the page was opened anew', async () => {
    await toTheSplit();
    const before = bff.settlements.size;
    bff.moods.push('work-then-silence');
    await press('结算 ¥128.60');
    await page.getByText('请勿另开一笔').waitFor();
    await page.reload();
    await press('再问一次结果');
    await page.getByText('已查到结果：已结算。').waitFor();
    expect(bff.settlements.size).toBe(before + 1);
  });

  it('asks anew who pays when the cost was changed', async () => {
    await toTheSplit();
    await add('99');
    expect(await page.getByRole('heading', { name: '核对分摊' }).isVisible()).toBe(false);
  });

  it.each([
    ['单价（元）', '0', '加入清单'],
    ['单价（元）', '1.234', '加入清单'],
    ['单价（元）', '-5', '加入清单'],
    ['数量', '0', '加入清单'],
    ['数量', '1.5', '加入清单'],
    ['其中统筹支付（元）', '1000', '预结算，看谁付多少'],
  ])('with %s %s marks the field and asks nobody', async (label, text, button) => {
    await type();
    await add('50');
    await page.getByLabel('单价（元）').fill('20');
    await page.getByLabel(label).fill(text);
    const before = bff.calls.length;
    await press(button);
    await page.getByText(/代码 (AMOUNT|COUNT)_INVALID/).waitFor();
    expect(await page.getByLabel(label).getAttribute('aria-invalid')).toBe('true');
    expect(bff.calls).toHaveLength(before);
  });

  it.each([
    ['90000000000', '2'],
    ['90000000000', '999'],
  ])('of %s yuan %s times is more than can be written down, and leaves the list as it was', async (price, count) => {
    await type();
    await add('50');
    await page.getByLabel('单价（元）').fill(price);
    await page.getByLabel('数量').fill(count);
    await press('加入清单');
    await page.getByText('代码 BILL_TOO_LARGE').waitFor();
    expect(await page.locator('#items tbody').getByRole('row').count()).toBe(1);
    await press('预结算，看谁付多少');
    await page.getByRole('heading', { name: '核对分摊' }).waitFor();
  });

  it('of a ready-made basket takes out what is not payable, and tells the cash beside it', async () => {
    await type();
    await press('门诊加自费');
    await press('预结算，看谁付多少');
    await page.getByRole('heading', { name: '核对分摊' }).waitFor();
    expect((await page.locator('#split').getByRole('row').allInnerTexts()).slice(-3)).toEqual([
      '现金\t¥10.00',
      '医保不付，另收现金\t¥4.00',
      '现金合计\t¥14.00',
    ]);
    expect(await page.getByRole('button', { name: '结算 ¥60.00' }).isVisible()).toBe(true);
  });

  it('of two kinds at once is refused before anybody is asked, and one kind is left by taking the other out', async () => {
    await type();
    await press('混合清单');
    const before = bff.calls.length;
    await press('预结算，看谁付多少');
    await page.getByText('代码 BILL_MIXED').waitFor();
    expect(bff.calls).toHaveLength(before);
    await press('移去 普通门诊诊查费');
    await press('预结算，看谁付多少');
    await page.getByRole('heading', { name: '核对分摊' }).waitFor();
  });
});

describe('taking a settlement back', () => {
  const settled = async () => {
    await toTheSplit();
    await press('结算 ¥128.60');
    await page.getByRole('heading', { name: '结算完成' }).waitFor();
  };
  const first = () => page.locator('#records li').first();

  it('asks once more, and then says what went back', async () => {
    await settled();
    const before = bff.calls.length;
    await first().getByRole('button', { name: '撤销' }).click();
    await first().getByRole('button', { name: '不撤销' }).click();
    expect(bff.calls).toHaveLength(before);
    await first().getByRole('button', { name: '撤销' }).click();
    await first().getByRole('button', { name: '确认撤销 ¥128.60' }).click();
    await page
      .getByText('已撤销：个人账户付的 ¥54.30 已退回各自账户（其中家庭共济 ¥54.30）。统筹部分 ¥64.30 不再申报，现金 ¥10.00 请当面退还。')
      .waitFor();
    expect(await first().innerText()).toContain('已撤销');
    await page.reload();
    await first().getByText('已撤销').waitFor();
  });

  it('without an answer is not called done, and is asked again after the page was opened anew', async () => {
    await settled();
    bff.moods.push('work-then-silence');
    await first().getByRole('button', { name: '撤销' }).click();
    await first().getByRole('button', { name: '确认撤销 ¥128.60' }).click();
    await first().getByText('不确定：撤销没有回答').waitFor();
    await page.reload();
    const asked = bff.settlements.size;
    await first().getByRole('button', { name: '再问一次撤销结果' }).click();
    await first().getByText('已撤销').waitFor();
    expect(bff.settlements.size).toBe(asked);
  });
});

describe('every state of the page', () => {
  it('has nothing that axe objects to and does not scroll sideways', async () => {
    const found = [await violations()];
    await press('读取医保码');
    found.push(await violations());
    await toTheSplit();
    found.push(await violations());
    bff.moods.push('silence');
    await press('结算 ¥128.60');
    await page.getByText('请勿另开一笔').waitFor();
    found.push(await violations());
    await press('再问一次结果（不会重复结算）');
    await page.getByRole('heading', { name: '结算完成' }).waitFor();
    await page.locator('#records li').first().getByRole('button', { name: '撤销' }).click();
    found.push(await violations());
    await page.goto(new URL('/', page.url()).href);
    found.push(await violations());
    expect(found.flat()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
