import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import type { RunningSystem } from '../support/system';
import { openWeapp, type WeappServer } from '../support/weapp-host/open-weapp';
import { AUTUMN, makePeople } from './made';
import { measure, RULES, violations } from './observe';
import { openStatePhone, type StatePhone } from './phone';
import { startSystemAt } from './start-system-at';
import { inWeChat } from './starts';
import { WALKED } from './walk';

// The same list on the build for WeChat: each page in order, by what a program can tell. Pictures are taken of the browser's build only,
// since here the elements around a page are the host's.

const BUILD = join(__dirname, '../../apps/miniapp/dist/weapp');
const MOST_NODES = 1000;
const LEAST_PX = 44;

let system: RunningSystem | undefined;
let browser: Browser | undefined;
let server: WeappServer | undefined;
let phone: StatePhone;
beforeAll(async () => {
  system = await startSystemAt(AUTUMN);
  const made = await makePeople(system);
  server = await openWeapp(BUILD, join(__dirname, '../.output/weapp-screens'), system.bffUrl);
  browser = await launchBrowser();
  phone = await openStatePhone(browser, inWeChat(server.address), made);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await system?.stop();
});

describe.each(WALKED)('the page %s in WeChat', (page, screen) => {
  it('comes, is small, and keeps nobody out', async () => {
    await phone.show(page, screen, screen.states.ok);
    const light = await violations(phone.tab, RULES.page);
    const { nodes, controls } = await measure(phone.tab, LEAST_PX);
    await phone.tab.emulateMedia({ colorScheme: 'dark' });
    const dark = await violations(phone.tab, RULES.looks);
    expect({ light, dark, controls, faults: phone.faults() }).toEqual({ light: [], dark: [], controls: [], faults: [] });
    expect(nodes).toBeLessThan(MOST_NODES);
  });
});
