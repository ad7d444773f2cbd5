import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { agreeToPrivacy } from '../support/agree-to-privacy';
import { openPhoneAt } from '../support/phone';
import { compileWeapp, listFiles } from '../support/weapp-host/compile-weapp';
import { openWeapp, type WeappServer } from '../support/weapp-host/open-weapp';
import { describeMainJourney, type OpenPhone } from './main-journey';

const BUILD = join(__dirname, '../../apps/miniapp/dist/weapp');
/** WeChat's own bound, and what a phone on a weak network fetches before the code is there. */
const LARGEST_PACKAGE = 2 * 1024 * 1024;
const LARGEST_MAIN_PACKAGE = 500_000;
/** Of one setData, in all its UTF-8; and how many a second on average: more than that a cheap phone does not keep up with. */
const MOST_BYTES_SENT = 64 * 1024;
const MOST_SENT_A_SECOND = 10;
/** What WeChat on the oldest supported phones parses. */
const LANGUAGE = 2018;

describe('the WeChat build', () => {
  const { problems, sizes } = compileWeapp(BUILD);

  it('compiles with the framework that WeChat publishes and with its own compilers', () => {
    expect(problems).toEqual([]);
  });

  it('keeps each package under 2 MB', () => {
    expect(Object.entries(sizes).filter(([, bytes]) => bytes >= LARGEST_PACKAGE)).toEqual([]);
  });

  it('opens with a main package under 500 KB', () => {
    expect(sizes['main']).toBeGreaterThan(100_000);
    expect(sizes['main']).toBeLessThan(LARGEST_MAIN_PACKAGE);
  });

  it(`is written in ECMAScript ${LANGUAGE} at most`, () => {
    const scripts = listFiles(BUILD).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    for (const script of scripts) expect(() => parse(readFileSync(join(BUILD, script), 'utf8'), { ecmaVersion: LANGUAGE })).not.toThrow();
  });
});

describe('a planted fault in the WeChat build is found', () => {
  const folder = join(__dirname, '../.output/weapp-broken');
  const at = (file: string) => join(folder, file);
  const appended = (file: string, text: string) => () => writeFileSync(at(file), readFileSync(at(file), 'utf8') + text);

  it.each([
    ['a template that does not close', appended('base.wxml', '<view><text></view>'), /base\.wxml/],
    ['a template that imports nothing', appended('base.wxml', '<import src="./gone.wxml"/>'), /gone\.wxml, which is missing/],
    ['a selector that WeChat refuses', appended('app.wxss', '.a > * { color: red }'), /error at token `\*`/],
    ['a page without its script', () => rmSync(at('pages/mine/index.js')), /pages\/mine\/index\.js: a page of app\.json lacks this file/],
    ['a tab without its icon', () => rmSync(at('assets/tab-me.png')), /icon assets\/tab-me\.png is missing/],
  ])('%s', (_name, plant, found) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(BUILD, folder, { recursive: true });
    plant();
    expect(compileWeapp(folder).problems.map(({ file, message }) => `${file}: ${message}`)).toContainEqual(expect.stringMatching(found));
  });
});

const servers: WeappServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** wx.login gives the person's code, so nobody is asked who they are. */
const open: OpenPhone = async (browser, system, person) => {
  const server = await openWeapp(BUILD, join(__dirname, '../.output/weapp-host'), system.bffUrl);
  servers.push(server);
  const phone = await openPhoneAt(browser, {
    address: server.address(`demo-${person.key}`),
    folder: 'weapp',
    title: (page) => page.locator('#wx-nav span'),
    tab: (page, name) => page.locator('#wx-tabs').getByRole('button', { name, exact: true }),
    faults: (page) =>
      page.evaluate(() => {
        const { errors, unknownApis } = window.__HOST__?.log ?? { errors: ['the program did not launch'], unknownApis: [] };
        return [...errors, ...unknownApis.map((name) => `wx.${name} is not in the host`)];
      }),
  });
  await agreeToPrivacy(phone.page);
  return phone;
};

describeMainJourney('the main job in WeChat', open, (phone) => {
  it('makes the screen bright for a code and gives the brightness back', async () => {
    const calls = await phone().page.evaluate(() => window.__HOST__?.log.calls.filter(({ api }) => api === 'setScreenBrightness') ?? []);
    const values = calls.map(({ given }) => (given as { value: number }).value);
    // Once more with each new code.
    expect(values.filter((value, index) => value !== values[index - 1]).slice(0, 2)).toEqual([1, 0.5]);
  });

  it('sends little from logic to view, and not often', async () => {
    const sent = await phone().page.evaluate(() => window.__HOST__?.log.setData ?? []);
    const seconds = ((sent[sent.length - 1]?.at ?? 0) - (sent[0]?.at ?? 0)) / 1000;
    expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeLessThan(MOST_BYTES_SENT);
    expect(sent.length / seconds).toBeLessThan(MOST_SENT_A_SECOND);
  });
});
