import { plainDate } from '@gongji/domain';
import type { Browser } from 'playwright-core';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { launchBrowser } from '../support/browser';
import { logIn } from '../support/edge-client';
import { bindingRequest, bindMother, SHARE_EVERYTHING } from '../support/family';
import { openPhoneAt, type Phone } from '../support/phone';
import { type RunningSystem, startSystem } from '../support/system';

// Several relatives in one go, and a premium that is asked back, as a person does it in the browser. Who is bound to whom was done before.

const AUTUMN = '2026-11-23T10:00:00+08:00';
const MONTH_END = '2026-11-30T10:00:00+08:00';
const LATER = '2026-12-04T10:00:00+08:00';

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  system = await startSystem();
  await system.moveClockTo(AUTUMN);
  const edge = { url: system.bffUrl };
  const [son, mother, sister] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan'), await logIn(edge, 'wang-fang')];
  await bindMother(son, mother);
  const shareFunds = { ...SHARE_EVERYTHING, endsOn: plainDate('2027-11-21'), place: 1 };
  for (const [key, relation] of [
    ['wang-jun', 'sibling'],
    ['wang-xiuying', 'parent'],
  ] as const)
    await sister.ask('proposeBinding', { body: bindingRequest(key, relation, { shareFunds }) });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function openAs(name: string): Promise<Phone> {
  const phone = await openPhoneAt(browser, {
    address: system.bffUrl,
    folder: 'premiums',
    title: (page) => page.getByRole('heading', { level: 1 }),
    tab: (page, tab) => page.locator('taro-tabbar').getByRole('link').filter({ hasText: tab }),
  });
  await phone.tap(new RegExp(`^${name} `));
  await agreeToPrivacy(phone.page);
  await phone.goTo('代缴');
  return phone;
}

it('pays for a brother and a mother with one tap, each with an outcome of their own', async () => {
  const phone = await openAs('王芳');
  await phone.sees('还剩 32 天');
  for (const name of [/^和其他家人一起缴：王\*英/, /^和其他家人一起缴：王\*\s*¥/]) await phone.tap(name, 'checkbox');
  expect(await phone.inspect('1-due')).toEqual([]);
  await phone.tap('一起核对 2 人，合计 ¥800.00');
  await phone.at('核对代缴');
  await phone.sees('2 人合计', '2027年5月1日', '4 个月');
  await phone.tap('为什么是 2027年5月1日？');
  await phone.sees('3. 固定等待期 3 个月，多断保的年份再加 1 个月，一共 4 个月。', /官方举例/);
  expect(await phone.inspect('2-check')).toEqual([]);
  await phone.tap(/^我确认要为/, 'checkbox');
  await phone.tap('从我的个人账户支付 2 人共 ¥800.00');
  await phone.sees('2 人都已提交', /^GJ( \d{4}){5}$/);
  expect(await phone.inspect('3-outcomes')).toEqual([]);
  await phone.goTo('代缴');
  await phone.sees('已缴费', '付款人');
  expect(await phone.find('button', /^一起核对/).count()).toBe(0);
  expect(await phone.inspect('4-paid')).toEqual([]);
  expect(await phone.faults()).toEqual([]);
  await phone.close();
});

it('shows a refund before it is asked for, and then what became of it', async () => {
  const phone = await openAs('陈建国');
  await phone.tap('查看并代缴');
  await phone.at('核对代缴');
  await phone.tap(/^我确认要为/, 'checkbox');
  await phone.tap('从我的个人账户支付 ¥400.00');
  await phone.at('代缴详情');
  await phone.sees('已申请，待清缴', '清缴，预计 2026年11月30日');
  await system.moveClockTo(MONTH_END);
  await phone.page.reload();
  await phone.sees('已缴费');
  await phone.tap('退费：先看会怎样');
  await phone.at('申请退费');
  await phone.sees('暂定：没有查到公开的退费规定', '陈*国的历年账户', '限额会不会恢复');
  await phone.tap(/^重复缴费/, 'radio');
  expect(await phone.inspect('5-refund')).toEqual([]);
  await phone.tap('申请退费 ¥400.00');
  await phone.at('代缴详情');
  await phone.sees('退费处理中', '预计 2026年12月2日 退回');
  expect(await phone.inspect('6-refunding')).toEqual([]);
  await system.moveClockTo(LATER);
  await phone.page.reload();
  await phone.sees('已退费', '退回到谁的账户');
  expect(await phone.inspect('7-refunded')).toEqual([]);
  expect(await phone.faults()).toEqual([]);
  await phone.close();
});

it('says calmly that the outcome is unknown, with a reference and when it will be known', async () => {
  const phone = await openAs('陈建国');
  const body = JSON.stringify({ part: 'tax-apply', mode: 'work-then-silence', times: 1 });
  await fetch(`${system.sandboxUrl}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await phone.tap('查看并代缴');
  await phone.at('核对代缴');
  await phone.tap(/^我确认要为/, 'checkbox');
  await phone.tap('从我的个人账户支付 ¥400.00');
  await phone.at('代缴详情');
  await phone.sees('处理中，请勿重复支付', /^办理编号 GJ( \d{4}){5}$/, /下次查询 2026年12月4日 10:0\d/);
  expect(await phone.inspect('8-unknown')).toEqual([]);
  await phone.close();
});
