import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchNpmBrowser } from '../support/browser';
import type { RunningSystem } from '../support/system';
import { openWeapp, type WeappServer } from '../support/weapp-host/open-weapp';
import { EVERY_SCREEN } from './every-screen';
import { AUTUMN, type Made, makePeople } from './made';
import { openStatePhone } from './phone';
import { seeInWeChat } from './see';
import { startSystemAt } from './start-system-at';
import { inWeChat } from './starts';
import { type Walk, WALKED, walkAll } from './walk';

// The same list on the build for WeChat, by what a program can tell: each page in each of its states.

const BUILD = join(__dirname, '../../apps/miniapp/dist/weapp');
const MOST_NODES = 1000;
const PATIENCE_MS = 20 * 60_000;

let system: RunningSystem | undefined;
let browser: Browser;
let server: WeappServer;
let made: Made;
let walk: Walk;
beforeAll(async () => {
  system = await startSystemAt(AUTUMN);
  made = await makePeople(system);
  server = await openWeapp(BUILD, join(__dirname, '../.output/weapp-screens'), system.bffUrl);
  browser = await launchNpmBrowser();
  walk = await walkAll({ browser, start: inWeChat(server.address), made, see: seeInWeChat });
}, PATIENCE_MS);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await system?.stop();
});

describe.each(WALKED.map(([page]) => page))('the page %s in WeChat', (page) => {
  it('comes to each of its states, is small, keeps nobody out, and is read as it is drawn', () => {
    const seen = walk.get(page) ?? [];
    const wrong = seen.flatMap(({ state, faults, violations, controls, order }) =>
      [...faults, ...violations, ...controls, ...order].map((one) => `${state}: ${one}`),
    );
    expect(wrong).toEqual([]);
    expect(seen.length).toBeGreaterThan(0);
    for (const { nodes } of seen) expect(nodes).toBeLessThan(MOST_NODES);
  });
});

describe('a planted fault in WeChat is found', () => {
  it.each([
    ['a text that is too pale', '.muted { color: #b0b8b6 !important }', /color-contrast/],
    ['a small target', '.button--primary { min-height: 0 !important; height: 36px !important }', /less than 44/],
    ['a row from right to left', '.line { flex-direction: row-reverse !important }', /is drawn before/],
  ])('%s', async (_name, css, found) => {
    const phone = await openStatePhone(browser, inWeChat(server.address), made);
    await phone.show('shared-limit', EVERY_SCREEN['shared-limit'], EVERY_SCREEN['shared-limit'].states.ok);
    await phone.tab.addStyleTag({ content: css });
    const { violations, controls, order } = await seeInWeChat(phone, { page: 'shared-limit', state: 'ok' });
    await phone.close();
    expect([...violations, ...controls, ...order]).toContainEqual(expect.stringMatching(found));
  });
});
