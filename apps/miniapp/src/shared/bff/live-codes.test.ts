/** @jest-environment node */
import Taro from '@tarojs/taro';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CodeEvents } from '@gongji/contract';
import { WebSocket } from 'ws';
import { settlement, uuid } from '../../../test/support/fixtures';
import { type LiveServer, liveServer } from '../../../test/support/live-server';
import { socketTask } from '../../../test/support/socket-task';
import { keepToken } from '../session/token';
import { LIVE_PATH, liveAddress, liveCodes } from './live-codes';

// A real WebSocket server; Taro's task is what its browser version makes of a socket.

const TOKEN = 't'.repeat(43);
const NEXT = 'n'.repeat(43);
const scanned = (codeId: string): CodeEvents => ({ codeId, state: 'scanned', scannedAt: null, institution: '示范医院', settlement: null });
const settled = (codeId: string): CodeEvents => ({ ...scanned(codeId), state: 'settled', settlement });

let server: LiveServer;
let told: CodeEvents[];
let turns: boolean[];
let live: ReturnType<typeof liveCodes>;

const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 400; tries += 1) await new Promise((done) => setTimeout(done, 10));
  expect(holds()).toBe(true);
};
const connectSocket = Taro.connectSocket as unknown as jest.Mock<(given: { readonly url: string }) => Promise<object>>;

beforeEach(async () => {
  [told, turns] = [[], []];
  server = await liveServer();
  Object.assign(globalThis, { BFF_ADDRESS: `http://127.0.0.1:${server.port}` });
  connectSocket.mockImplementation(async ({ url }) => socketTask(new WebSocket(url)));
  keepToken(TOKEN);
  live = liveCodes({ told: (events) => told.push(events), turned: (open) => turns.push(open) });
});
afterEach(async () => {
  live.follow([]);
  await server.stop();
});

describe('the connection of a phone that shows a code', () => {
  it('stands where the contract says, with nothing of the session in its address', async () => {
    expect(liveAddress()).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/api\/insurance-codes\/live$/);
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    expect(server.addresses).toEqual([LIVE_PATH]);
    expect(server.asked).toEqual([{ token: TOKEN, codeIds: [uuid(1)] }]);
  });

  it('is one, and hears of each new code over it', async () => {
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    live.follow([uuid(2), uuid(1)]);
    await until(() => server.asked.length === 2);
    server.say(JSON.stringify(scanned(uuid(1))));
    server.say(JSON.stringify(settled(uuid(1))));
    await until(() => told.length === 2);
    expect(told.map(({ state }) => state)).toEqual(['scanned', 'settled']);
    expect([server.addresses.length, server.asked[1]?.codeIds]).toEqual([1, [uuid(2), uuid(1)]]);
  });

  it('tells nothing of a code that nobody shows here, and nothing that makes no sense', async () => {
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    for (const text of [JSON.stringify(scanned(uuid(9))), 'x', 'null', '[]', '{"codeId":1}']) server.say(text);
    server.say(JSON.stringify(scanned(uuid(1))));
    await until(() => told.length > 0);
    expect(told).toEqual([scanned(uuid(1))]);
  });

  it('comes back after it broke, with the token of that moment, and says when it is not open', async () => {
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    keepToken(NEXT);
    server.cut();
    await until(() => server.asked.length === 2);
    expect(turns).toEqual([true, false, true]);
    expect(server.asked[1]).toEqual({ token: NEXT, codeIds: [uuid(1)] });
  });

  it('comes back when the service itself was gone for a while', async () => {
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    await server.stop();
    await until(() => turns.length === 2);
    server = await liveServer(server.port);
    await until(() => server.asked.length === 1);
    expect(turns).toEqual([true, false, true]);
  });

  it('is given up where the network swallows what is asked, and comes back', async () => {
    const realPatience = globalThis.setTimeout;
    const hurried = jest.spyOn(globalThis, 'setTimeout').mockImplementation((act: () => void, ms = 0) => realPatience(act, ms / 20));
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    await until(() => turns.includes(false));
    await until(() => server.asked.length === 2);
    hurried.mockRestore();
    expect(turns).toEqual([true, false, true]);
  });

  it('is given up also where the network swallows what would be told, after a scan that asks nothing more', async () => {
    const realPatience = globalThis.setTimeout;
    const hurried = jest.spyOn(globalThis, 'setTimeout').mockImplementation((act: () => void, ms = 0) => realPatience(act, ms / 100));
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    server.say(JSON.stringify(scanned(uuid(1))));
    await until(() => told.length === 1);
    await until(() => turns.includes(false));
    await until(() => server.addresses.length === 2);
    hurried.mockRestore();
    expect(server.asked[1]).toEqual(server.asked[0]);
  });

  it('ends with the last code, and hears nothing afterwards', async () => {
    live.follow([uuid(1)]);
    await until(() => server.asked.length === 1);
    live.follow([]);
    server.say(JSON.stringify(scanned(uuid(1))));
    await until(() => server.connections() === 0);
    expect([told, turns]).toEqual([[], [true, false]]);
  });

  it('is not left open when the page was left before it stood', async () => {
    live.follow([uuid(1)]);
    live.follow([]);
    await new Promise((done) => setTimeout(done, 100));
    expect([server.connections(), turns]).toEqual([0, []]);
  });
});

describe('a connection that does not come about', () => {
  it('is tried again after pauses that grow, and never more often than every half second', async () => {
    const starts: number[] = [];
    connectSocket.mockImplementation(() => {
      starts.push(Date.now());
      return Promise.reject(new Error('connectSocket:fail'));
    });
    live.follow([uuid(1)]);
    await until(() => starts.length === 3);
    const [first = 0, second = 0, third = 0] = starts;
    expect(second - first).toBeGreaterThanOrEqual(370);
    expect(third - second).toBeGreaterThanOrEqual(740);
    expect(turns).toEqual([]);
  });
});
