import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createSandbox } from '../../apps/sandbox/src/app';
import { close } from '../../apps/sandbox/src/testing/start-sandbox';
import { type StubBff, startStubBff } from '../../apps/sandbox/src/testing/stub-bff';
import { launchBrowser, openPhone } from '../support/browser';

// The switch for 参保变动 on the sandbox's first page, in a real browser.

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let bff: StubBff;
let server: Server;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  bff = await startStubBff();
  server = createSandbox({ folder: null, bffUrl: bff.url, secret: null, machineNow: () => new Date('2026-11-23T02:00:00Z') }).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  context = await openPhone(browser);
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterEach(async () => {
  await context.close();
  await close(server);
  await bff.stop();
});

const section = () => page.getByRole('region', { name: '参保变动' });
const choose = (label: string, text: string) => section().getByLabel(label, { exact: true }).selectOption({ label: text });
const press = (name: string) => section().getByRole('button', { name }).click();
const happen = async (who: string, change: string) => {
  await choose('谁', who);
  await choose('什么变动', change);
  await press('登记变动');
};

describe('the switch for what happens to people', () => {
  it('asks for a place only where somebody moves, and shows what has happened', async () => {
    await section().getByText('现在没有变动。').waitFor();
    expect(await section().getByLabel('变更到').isVisible()).toBe(false);
    await choose('什么变动', '参保地变更');
    await choose('变更到', '济南市');
    await happen('陈桂兰', '参保地变更');
    await section().getByText('陈桂兰：参保地变更到济南市').waitFor();
    await happen('孙伟', '登记去世');
    await section().getByText('孙伟：2026-11-23 去世').waitFor();
    expect(bff.jobs).toHaveLength(2);
  });

  it('restores everybody', async () => {
    await happen('孙伟', '登记去世');
    await section().getByText('孙伟：2026-11-23 去世').waitFor();
    await press('全部恢复原样');
    await section().getByText('现在没有变动。').waitFor();
    expect(bff.jobs).toHaveLength(2);
  });

  it('says that a change stands when the BFF did not hear of it', async () => {
    bff.jobsStatus = 503;
    await happen('孙伟', '参保暂停');
    await section().getByText('孙伟：参保暂停').waitFor();
    expect(await section().getByRole('alert').textContent()).toMatch(/^变动已经生效。.*没有照办（HTTP 503）/);
  });

  it('says why nothing changed', async () => {
    await happen('周安', '参保暂停');
    await section().getByRole('alert').waitFor();
    expect(await section().getByRole('alert').textContent()).toContain('这个人现在已经是这样');
  });

  it('has no barrier that a machine finds, and stays within 375 px', async () => {
    await choose('什么变动', '参保地变更');
    await page.evaluate(axe);
    const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
    expect(found).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  });
});
