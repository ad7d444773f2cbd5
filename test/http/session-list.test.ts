import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RouteName } from '@gongji/contract';
import { DELETION_WORDS, PRIVACY_TEXT } from '@gongji/domain';
import { createApp } from '../../apps/bff/src/app';
import { storeGone } from '../../apps/bff/src/outside/short-lived-store';
import { openInProcessStore } from '../../apps/bff/src/outside/short-lived-store.in-process';
import { openRedisStore } from '../../apps/bff/src/outside/short-lived-store.redis';
import { type Edge, openEdge } from '../support/edge';
import { type AnyAsk, answerOf, type Caller, callRoute, logIn, refusalOf } from '../support/edge-client';
import { DEVICE } from '../support/main-job';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis';

/** Logs in as a phone that says what it is. */
async function logInOn(edge: Edge, key: string, name: string): Promise<Caller> {
  const body = { code: `demo-${key}`, consentVersion: PRIVACY_TEXT.version, device: { deviceId: `${name}-0000001`, name } };
  const { token, me } = answerOf('logIn', await callRoute(edge, 'logIn', { body }));
  return {
    edge,
    personId: me.personId,
    token,
    ask: async (route, asked) => answerOf(route, await callRoute(edge, route, { ...asked, token })),
    refused: async (route, asked) => refusalOf(route, await callRoute(edge, route, { ...asked, token })),
  };
}

const namesOf = async (who: Caller) =>
  (await who.ask('sessions')).sessions.map(({ deviceName, current }) => `${deviceName}${current ? ' (this)' : ''}`);

describe('the list of log-ins', () => {
  let edge: Edge;
  let phone: Caller;
  let tablet: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    phone = await logInOn(edge, 'chen-jianguo', 'phone');
    edge.pretendNow(new Date(edge.deps.core.now().getTime() + 60_000));
    tablet = await logInOn(edge, 'chen-jianguo', 'tablet');
  });
  afterEach(() => edge.close());

  it('says on which phones one is logged in, the newest first, and which is this one', async () => {
    expect((await namesOf(phone)).filter((name) => name !== '')).toEqual(['tablet', 'phone (this)']);
    const { sessions } = await phone.ask('sessions');
    expect(sessions[0]).toMatchObject({ deviceId: expect.stringContaining('-0000001'), openedAt: '2026-11-23T02:01:00.000Z' });
  });

  it('knows the last use to within a few minutes', async () => {
    edge.pretendNow(new Date('2026-11-23T05:00:00Z'));
    await phone.ask('me');
    const { sessions } = await tablet.ask('sessions');
    expect(sessions.find(({ deviceName }) => deviceName === 'phone')).toMatchObject({ lastUsedAt: '2026-11-23T05:00:00.000Z' });
  });

  it('ends all others at once and leaves this one, or all', async () => {
    await phone.ask('endSessions', { body: { which: 'others' } });
    expect(await tablet.refused('me')).toMatchObject({ code: 'SESSION_ENDED' });
    expect(await namesOf(phone)).toEqual(['phone (this)']);
    await phone.ask('endSessions', { body: { which: 'all' } });
    expect(await phone.refused('me')).toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('ends one, and never somebody else’s', async () => {
    const stranger = await logInOn(edge, 'zhou-an', 'strange');
    const found = (await phone.ask('sessions')).sessions.find(({ deviceName }) => deviceName === 'tablet');
    const path = { sessionId: found?.sessionId ?? '' };
    await stranger.ask('endSession', { path });
    await stranger.ask('endSessions', { body: { which: 'all' } });
    expect(await tablet.ask('me')).toMatchObject({ name: '陈建国' });
    await phone.ask('endSession', { path });
    expect(await tablet.refused('me')).toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('loses the log-in of a phone that is removed from the devices, unless it is the one that asks', async () => {
    for (const deviceId of ['tablet-0000001', 'phone-0000001']) {
      await tablet.ask('showCode', { body: { personId: phone.personId, deviceId } });
    }
    for (const deviceId of ['tablet-0000001', 'phone-0000001']) await phone.ask('removeDevice', { path: { deviceId } });
    expect(await tablet.refused('me')).toMatchObject({ code: 'SESSION_ENDED' });
    await phone.ask('showCode', { body: { personId: phone.personId, deviceId: DEVICE } });
  });

  it('does not keep a session alive by a use that comes while it ends', async () => {
    await Promise.all([
      ...Array.from({ length: 20 }, () => callRoute(edge, 'me', { token: tablet.token })),
      phone.ask('endSessions', { body: { which: 'others' } }),
    ]);
    expect(await tablet.refused('me')).toMatchObject({ code: 'SESSION_ENDED' });
    expect(await namesOf(phone)).toEqual(['phone (this)']);
  });
});

describe('log-ins that end with what was asked for', () => {
  it.each<[RouteName, AnyAsk]>([
    ['removeDevice', { path: { deviceId: 'tablet-0000001' } }],
    ['withdrawConsent', { body: {} }],
    ['deleteAccount', { body: { words: DELETION_WORDS } }],
  ])(
    'are ended by the same key again where the store failed after the commit of %s, which is never told as refused',
    async (route, asked) => {
      const store = openInProcessStore();
      let failures = 0;
      const fields: typeof store.fields = (key) => (failures-- > 0 ? Promise.reject(storeGone()) : store.fields(key));
      const edge = await openEdge({ replace: { store: { ...store, fields } } });
      const [phone, tablet] = [await logInOn(edge, 'chen-jianguo', 'phone'), await logInOn(edge, 'chen-jianguo', 'tablet')];
      await tablet.ask('showCode', { body: { personId: phone.personId, deviceId: 'tablet-0000001' } });
      failures = 1;
      const ask = { ...asked, key: randomUUID() };
      // What a phone reads as unknown, and so keeps the key for.
      expect(await phone.refused(route, ask)).toMatchObject({ code: 'UNEXPECTED', status: 500 });
      expect(await tablet.ask('me')).toMatchObject({ personId: phone.personId });
      expect((await callRoute(edge, route, { ...ask, token: phone.token })).status).toBe(200);
      expect((await tablet.refused('me')).code).toBe('SESSION_ENDED');
      await edge.close();
    },
  );
});

describeWithRedis('the list of log-ins of several processes', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('is one, and ends them for all processes', async () => {
    const [store, otherStore] = await Promise.all([openRedisStore(redis.url), openRedisStore(redis.url)]);
    const edge = await openEdge({ replace: { store } });
    const answer = createApp({ ...edge.deps, store: otherStore }).callback();
    const server = createServer((asked, reply) => void answer(asked, reply));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const there = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };

    const [phone, tablet] = [await logIn(edge, 'chen-jianguo'), await logIn(there, 'chen-jianguo')];
    expect((await phone.ask('sessions')).sessions).toHaveLength(2);
    await phone.ask('endSessions', { body: { which: 'all' } });
    expect((await tablet.refused('me')).code).toBe('SESSION_ENDED');
    expect((await phone.refused('me')).code).toBe('SESSION_ENDED');

    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await edge.close();
    await otherStore.close();
  });
});
