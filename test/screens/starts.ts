import { PEOPLE_KEYS } from './made';
import type { Start } from './phone';

// How the program is started on each of its two builds.

/** In a browser: a session of before is found on the phone. */
export const inBrowser = (address: string): Start => {
  let turn = 0;
  return async (tab, { url, as, made }) => {
    await tab.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>blank</title>' }));
    await tab.goto(`${address}/blank`);
    await tab.evaluate(becomePerson, as === 'nobody' ? null : made.people[as].token);
    await tab.goto(`${address}/?${(turn += 1)}#${url}`);
  };
};

/** In WeChat: wx.login says who it is. */
export const inWeChat =
  (address: (loginCode: string) => string): Start =>
  async (tab, { url, as }) => {
    await tab.goto(address(as === 'nobody' ? 'nobody' : `demo-${PEOPLE_KEYS[as]}`));
    await tab.waitForFunction(() => window.__HOST__?.launched === true);
    await tab.evaluate((to) => window.__HOST__?.reLaunch(to), url);
  };

const becomePerson = (token: string | null): void => {
  localStorage.clear();
  const kept = { 'device-id': 'device-0001', ...(token === null ? {} : { 'session-token': token }) };
  for (const [name, data] of Object.entries(kept)) localStorage.setItem(name, JSON.stringify({ data }));
};
