import type { Page as Tab } from 'playwright-core';
import { PEOPLE_KEYS } from './made';
import type { Start } from './phone';

// How the program is started on each of its two builds.

/** In a browser: a session of before is found on the phone. */
export const inBrowser = (address: string): Start => {
  const prepared = new WeakSet<Tab>();
  let turn = 0;
  return {
    async open(tab, { url, as, made }) {
      if (!prepared.has(tab)) await tab.addInitScript(becomePerson);
      prepared.add(tab);
      const token = as === 'nobody' ? '' : made.people[as].token;
      await tab.goto(`${address}/?${new URLSearchParams({ token, turn: String((turn += 1)) })}#${url}`);
    },
    enlarge: (tab, on) => tab.evaluate(chooseInAnotherTab, on),
  };
};

/** In WeChat: wx.login says who it is, on a phone that knows nobody yet. */
export const inWeChat = (address: (loginCode: string) => string): Start => {
  const prepared = new WeakSet<Tab>();
  return {
    async open(tab, { url, as }) {
      if (!prepared.has(tab)) await tab.addInitScript(() => localStorage.clear());
      prepared.add(tab);
      await tab.goto(address(as === 'nobody' ? 'nobody' : `demo-${PEOPLE_KEYS[as]}`));
      await tab.waitForFunction(() => window.__HOST__?.launched === true);
      await tab.evaluate((to) => window.__HOST__?.reLaunch(to), url);
    },
    enlarge: (tab, on) => tab.evaluate(putClasses, on),
  };
};

/** Runs inside of the page, before the program. */
const becomePerson = (): void => {
  const token = new URLSearchParams(location.search).get('token');
  localStorage.clear();
  const kept = { 'device-id': 'device-0001', ...(token ? { 'session-token': token } : {}) };
  for (const [name, data] of Object.entries(kept)) localStorage.setItem(name, JSON.stringify({ data }));
};

const chooseInAnotherTab = (on: boolean): void => {
  localStorage.setItem('elder', JSON.stringify({ data: on }));
  dispatchEvent(new StorageEvent('storage', { key: 'elder' }));
};

/** The size of everything and no more: nothing in WeChat changes the setting while a page stands, and what else it changes the browser's build shows. */
const putClasses = (on: boolean): void => {
  document.documentElement.classList.toggle('elder', on);
  for (const root of document.querySelectorAll('.theme')) root.classList.toggle('theme--elder', on);
};
