import { describeWithRedis, type RedisServer, startRedis } from '../../../../test/support/redis';
import { until } from '../../../../test/support/until';
import type { ShortLivedStore } from './short-lived-store';
import { openInProcessStore } from './short-lived-store.in-process';
import { openRedisStore } from './short-lived-store.redis';

/** Long enough for whatever comes before the end to come before it, also where much else is under way. */
const SOON_MS = 300;

/** What every short-lived store does, whatever is behind it. */
function behavesAsAStore(open: () => Promise<ShortLivedStore>): void {
  let store: ShortLivedStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('keeps a value under its key, and the last one put', async () => {
    await store.put('a', 'one', 60_000);
    await store.put('a', 'two', 60_000);
    expect(await store.get('a')).toBe('two');
    expect(await store.get('b')).toBeUndefined();
  });

  it('forgets a value when its time is over', async () => {
    await store.put('a', 'one', SOON_MS);
    expect(await store.get('a')).toBe('one');
    await until(async () => (await store.get('a')) === undefined);
  });

  it('forgets a value that is removed, and removing nothing is fine', async () => {
    await store.put('a', 'one', 60_000);
    await store.remove('a');
    await store.remove('a');
    expect(await store.get('a')).toBeUndefined();
  });

  it('gives a key to one of many who claim it at once, until it is removed or over', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim('a', SOON_MS)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.claim('b', 60_000)).toBe(true);
    await until(() => store.claim('a', 60_000));
    expect([await store.claim('a', 60_000), await store.claim('b', 60_000)]).toEqual([false, false]);
    await store.remove('b');
    expect(await store.claim('b', 60_000)).toBe(true);
  });

  it('keeps several values under a key, and forgets all of them together', async () => {
    await store.putField('g', { name: 'x', value: '1' }, 60_000);
    await Promise.all(['y', 'z'].map((name) => store.putField('g', { name, value: name }, 60_000)));
    await store.putField('g', { name: 'x', value: '2' }, 60_000);
    expect(await store.fields('g')).toEqual({ x: '2', y: 'y', z: 'z' });
    await store.removeFields('g', ['y', 'nothing']);
    await store.removeFields('g', []);
    expect(await store.fields('g')).toEqual({ x: '2', z: 'z' });
    expect(await store.fields('never')).toEqual({});
    await store.putField('short', { name: 'x', value: '1' }, SOON_MS);
    expect(await store.fields('short')).toEqual({ x: '1' });
    await until(async () => Object.keys(await store.fields('short')).length === 0);
  });

  it('counts tries for each one apart and says how long to wait', async () => {
    const { count: tryOnce } = store.limiter('scans', { times: 3, seconds: 60 });
    expect(await Promise.all([tryOnce('x'), tryOnce('x'), tryOnce('x')])).toEqual([0, 0, 0]);
    const waitMs = await tryOnce('x');
    expect(waitMs).toBeGreaterThan(50_000);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await tryOnce('y')).toBe(0);
  });

  it('counts twenty tries at once as twenty', async () => {
    const { count: tryOnce } = store.limiter('logins', { times: 5, seconds: 60 });
    const waits = await Promise.all(Array.from({ length: 20 }, () => tryOnce('x')));
    expect(waits.filter((ms) => ms === 0)).toHaveLength(5);
  });

  it('takes a try back, for the one who tried', async () => {
    const tries = store.limiter('guesses', { times: 2, seconds: 60 });
    await tries.count('y');
    for (let time = 0; time < 5; time += 1) {
      expect(await tries.count('x')).toBe(0);
      await tries.takeBack('x');
    }
    expect([await tries.count('x'), await tries.count('x'), await tries.count('y')]).toEqual([0, 0, 0]);
    expect(await tries.count('x')).toBeGreaterThan(50_000);
    expect(await tries.count('y')).toBeGreaterThan(50_000);
  });

  it('answers a ping', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
}

describe('the in-process store', () => {
  behavesAsAStore(async () => openInProcessStore());
});

describeWithRedis('the Redis store', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  let opened = 0;
  behavesAsAStore(() => openRedisStore(server.url, `test${(opened += 1)}:`));

  it('refuses to open where nobody answers', async () => {
    await expect(openRedisStore('redis://127.0.0.1:1')).rejects.toThrow();
  });

  it('says that it is gone, soon, when the server dies', async () => {
    const dying = await startRedis();
    const store = await openRedisStore(dying.url);
    const tries = store.limiter('scans', { times: 3, seconds: 60 });
    await dying.stop();
    for (const use of [
      () => store.get('a'),
      () => store.put('a', 'b', 1000),
      () => store.claim('a', 1000),
      () => store.ping(),
      () => tries.count('x'),
      () => tries.takeBack('x'),
    ])
      await expect(use()).rejects.toMatchObject({ code: 'SERVICE_NOT_READY' });
    await store.close();
  });

  it('refuses what a hanging server does not answer, what waits behind it as well, and goes on with the server', async () => {
    const hanging = await startRedis();
    const store = await openRedisStore(hanging.url);
    await store.put('a', 'one', 60_000);
    const ask = () => store.get('a').catch((refusal: { code: unknown }) => refusal.code);
    hanging.hang();
    const first = ask();
    await new Promise(setImmediate);
    expect(await Promise.all([first, ask()])).toEqual(['SERVICE_NOT_READY', 'SERVICE_NOT_READY']);
    hanging.goOn();
    await until(async () => (await ask()) === 'one');
    await store.close();
    await hanging.stop();
  });
});
