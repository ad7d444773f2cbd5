import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { later } from './support/later';

const SOURCE = readFileSync(join(__dirname, '../src/worker.js'), 'utf8');
const page = (text: string, ok = true) => ({ text, ok, clone: () => ({ text }) });
type Page = ReturnType<typeof page>;

/** The worker as a browser runs it, asked for the page once. */
function ask(fetched: Promise<Page>, before?: Page) {
  let kept: unknown = before;
  const listeners: Record<string, (event: object) => void> = {};
  const cache = {
    put: async (_: string, reply: unknown) => {
      kept = reply;
    },
    match: async () => kept,
  };
  const self = { addEventListener: (name: string, act: (event: object) => void) => (listeners[name] = act) };
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
  new Function('self', 'caches', 'fetch', 'Response', SOURCE)(self, { open: async () => cache }, () => fetched, { error: () => 'no page' });
  let reply: unknown;
  const lasting: Promise<unknown>[] = [];
  listeners['fetch']?.({
    request: { mode: 'navigate', url: 'https://gongji.example/' },
    respondWith: (given: Promise<unknown>) => void given.then((came) => (reply = came)),
    waitUntil: (given: Promise<unknown>) => void lasting.push(given),
  });
  return { reply: () => reply, kept: () => kept, lasting };
}

describe('the page that a browser opens', () => {
  const old = page('old');
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const after = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('is the newest one, which is kept', async () => {
    const newest = page('new');
    const asked = ask(Promise.resolve(newest), old);
    await after(0);
    expect([asked.reply(), asked.kept()]).toEqual([newest, { text: 'new' }]);
  });

  it('is the kept one where there is no network', async () => {
    const asked = ask(Promise.reject(new Error('offline')), old);
    await after(0);
    expect(asked.reply()).toBe(old);
  });

  it('is the kept one where nothing comes for three seconds; what comes later is there the next time', async () => {
    const { answer, come } = later<Page>();
    const asked = ask(answer, old);
    await after(2_900);
    expect(asked.reply()).toBeUndefined();
    await after(200);
    expect(asked.reply()).toBe(old);
    come(page('new'));
    await Promise.all(asked.lasting);
    expect([asked.lasting.length, asked.kept()]).toEqual([1, { text: 'new' }]);
  });

  it('is waited for where none is kept', async () => {
    const { answer, come } = later<Page>();
    const asked = ask(answer);
    await after(10_000);
    const newest = page('new');
    come(newest);
    await after(0);
    expect(asked.reply()).toBe(newest);
  });

  it('is no page where none is kept and there is no network', async () => {
    const asked = ask(Promise.reject(new Error('offline')));
    await after(0);
    expect(asked.reply()).toBe('no page');
  });
});
