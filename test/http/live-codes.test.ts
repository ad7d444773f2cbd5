import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { CodeEvents } from '@gongji/contract';
import { one, voidSettlement } from '@gongji/core';
import { type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { fsiOutput } from '../support/institution';
import { connectLive, liveAddress, type LivePhone, upgradeStatus } from '../support/live-phone';
import { cost, doMainJob, type MainJob, scan } from '../support/main-job';
import { until } from '../support/until';

// A phone that watches the codes it shows, over a real connection.

const NEVER_MS = 3_600_000;
const HOSPITAL_NAME = '深圳市莲花医院（演示）';

describe('a phone that watches its codes', () => {
  let edge: Edge;
  let job: MainJob;
  const phones: LivePhone[] = [];
  beforeAll(async () => {
    // So that nothing is heard because it was read again.
    edge = await openEdge({ liveBounds: { rereadEveryMs: NEVER_MS } });
    job = await doMainJob(edge);
  });
  afterEach(() => phones.splice(0).forEach((phone) => phone.close()));
  afterAll(() => edge.close());

  const connect = async (): Promise<LivePhone> => {
    const phone = await connectLive(edge);
    phones.push(phone);
    return phone;
  };
  const watch = async (who: Caller, ...codeIds: readonly string[]): Promise<LivePhone> => {
    const phone = await connect();
    phone.send({ token: who.token, codeIds });
    return phone;
  };
  const show = (who: Caller, person: Caller = who, deviceId = `device-${randomUUID().slice(0, 8)}`) =>
    who.ask('showCode', { body: { personId: person.personId, deviceId } });
  const statesOf = ({ told }: LivePhone): CodeEvents['state'][] => told.map(({ state }) => state);

  it('is told the present state at once, the scan when it happens, the settlement and its void', async () => {
    const { codeId, payload } = await show(job.son, job.mother);
    const phone = await watch(job.son, codeId);
    await phone.hears(codeId, 'shown');
    const ecToken = await scan(edge, payload);
    expect(await phone.hears(codeId, 'scanned')).toMatchObject({ institution: HOSPITAL_NAME, settlement: null });
    const settled = await fsiOutput<{ setl_id: string }>(edge, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    expect((await phone.hears(codeId, 'settled')).settlement).toMatchObject({ totalFen: 12_000, accountFen: 8_000, voidedAt: null });
    expect(statesOf(phone)).toEqual(['shown', 'scanned', 'settled']);
    await fsiOutput(edge, { infno: '2208', input: { setl_id: settled.setl_id } });
    await until(() => typeof phone.told.at(-1)?.settlement?.voidedAt === 'string');
    expect(await job.son.ask('codeEvents', { path: { codeId } })).toEqual(phone.told.at(-1));
  });

  it('is the shower, the person whose code it is, or both at once', async () => {
    const { codeId, payload } = await show(job.son, job.mother);
    const both = [await watch(job.son, codeId), await watch(job.mother, codeId)];
    for (const phone of both) await phone.hears(codeId, 'shown');
    await scan(edge, payload);
    for (const phone of both) expect((await phone.hears(codeId, 'scanned')).institution).toBe(HOSPITAL_NAME);
  });

  it('watches the codes it named last, and no longer those before', async () => {
    const [first, second] = [await show(job.mother), await show(job.mother)];
    const phone = await watch(job.mother, first.codeId);
    await phone.hears(first.codeId, 'shown');
    phone.send({ token: job.mother.token, codeIds: [second.codeId] });
    await phone.hears(second.codeId, 'shown');
    await scan(edge, first.payload);
    await scan(edge, second.payload);
    await phone.hears(second.codeId, 'scanned');
    expect(phone.told.map(({ codeId, state }) => [codeId, state])).toEqual([
      [first.codeId, 'shown'],
      [second.codeId, 'shown'],
      [second.codeId, 'scanned'],
    ]);
  });

  it('learns that its code was replaced by a newer one of the same phone', async () => {
    const { codeId } = await show(job.mother, job.mother, 'device-live');
    const phone = await watch(job.mother, codeId);
    await phone.hears(codeId, 'shown');
    await show(job.mother, job.mother, 'device-live');
    await phone.hears(codeId, 'expired');
    expect(statesOf(phone)).toEqual(['shown', 'expired']);
  });

  it('is told by the notice alone, each of twenty times', async () => {
    for (let time = 0; time < 20; time += 1) {
      const { codeId, payload } = await show(job.son, job.mother);
      const phone = await watch(job.son, codeId);
      await phone.hears(codeId, 'shown');
      const ecToken = await scan(edge, payload);
      await phone.hears(codeId, 'scanned');
      await fsiOutput(edge, { infno: '2207', input: cost(ecToken, { acct_used_flag: '0', psn_cash_pay: '80.00' }) });
      await phone.hears(codeId, 'settled');
      expect(statesOf(phone)).toEqual(['shown', 'scanned', 'settled']);
      phone.close();
    }
  });

  it("gets nothing of a stranger's code, in the same way as of one that does not exist", async () => {
    const { codeId, payload } = await show(job.son, job.mother);
    for (const id of [codeId, randomUUID()]) {
      const phone = await watch(job.stranger, id);
      expect(await phone.closesWith()).toBe(4400);
      expect(phone.told).toEqual([]);
    }
    await scan(edge, payload);
  });

  it('gets nothing without a session, with one that is over, or with a token in the address', async () => {
    const { codeId } = await show(job.mother);
    const phone = await connect();
    phone.send({ token: 'B'.repeat(43), codeIds: [codeId] });
    expect(await phone.closesWith()).toBe(4401);
    expect(phone.told).toEqual([]);
    expect(await upgradeStatus(`${liveAddress(edge)}?token=${job.mother.token}`)).toBe(404);
  });

  it.each([
    ['no JSON', '{"token":'],
    ['no object', '[]'],
    ['nothing', ''],
    ['a number', '7'],
    ['bytes', Buffer.from('{}')],
    ['no codes', { token: 'T'.repeat(43), codeIds: [] }],
    ['five codes', { token: 'T'.repeat(43), codeIds: Array.from({ length: 5 }, () => randomUUID()) }],
    ['a code that is no id', { token: 'T'.repeat(43), codeIds: ["' or 1=1"] }],
    ['a token of another type', { token: { $ne: null }, codeIds: [randomUUID()] }],
    ['a field too many', { token: 'T'.repeat(43), codeIds: [randomUUID()], more: 1 }],
    ['__proto__', `{"token":"${'T'.repeat(43)}","codeIds":["${randomUUID()}"],"__proto__":{"personId":"x"}}`],
    ['constructor', `{"token":"${'T'.repeat(43)}","codeIds":["${randomUUID()}"],"constructor":{"prototype":{}}}`],
    ['deep nesting', `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ])('is closed as it makes no sense: %s', async (_what, message) => {
    const phone = await connect();
    phone.send(message);
    expect(await phone.closesWith()).toBe(4400);
    expect(phone.told).toEqual([]);
  });

  it('is closed when it says too much, or what is no text', async () => {
    const tooLong = await connect();
    tooLong.send(' '.repeat(2_049));
    expect(await tooLong.closesWith()).toBe(1009);
    const noText = await connect();
    noText.socket.send(Buffer.from([0xc3, 0x28]), { binary: false });
    expect(await noText.closesWith()).toBe(1007);
  });

  it('may say the same a thousand times at once and is answered for the newest', async () => {
    const { codeId } = await show(job.mother);
    const phone = await connect();
    for (let time = 0; time < 1000; time += 1) phone.send({ token: job.mother.token, codeIds: [codeId] });
    await phone.hears(codeId, 'shown');
    await until(() => phone.told.length > 0 && phone.socket.bufferedAmount === 0);
    expect(phone.closed()).toBeUndefined();
  });

  it('leaves no token and no address of its own in the logs', () => {
    const logged = edge.logLines.join('\n');
    for (const { token } of [job.son, job.mother, job.stranger]) expect(logged).not.toContain(token);
    expect(logged).not.toContain('LIVE_CODE_FAILED');
    expect(logged).not.toContain('B'.repeat(43));
  });

  it.each(['/insurance-codes', '/insurance-codes/live/', '/me', '/insurance-codes/log'])(
    'finds it nowhere but at its path: %s',
    async (path) => {
      expect(await upgradeStatus(liveAddress(edge, path))).toBe(404);
    },
  );

  it('is served as ever when it offers HTTP/2 with an ordinary request, also with its body in parts', async () => {
    const body = JSON.stringify({ code: 'demo-chen-guilan' });
    const head = [
      'POST /api/session HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ];
    const answer = await exchange(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`, body.slice(5));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*"token":"[A-Za-z0-9_-]{43}"/);
    expect(await exchange('GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 404 Not Found\r\n[\s\S]*ROUTE_UNKNOWN/,
    );
  });

  /** Sends the parts one after the other, and answers all that comes until the other side closes. */
  const exchange = async (...parts: readonly string[]): Promise<string> => {
    const { hostname, port } = new URL(edge.url);
    const socket = connectTo({ host: hostname, port: Number(port) });
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    const ended = once(socket, 'close');
    for (const part of parts) {
      socket.write(part);
      await wait(50);
    }
    await ended;
    return answer;
  };

  it('is not kept from its other requests by an upgrade that was refused', async () => {
    expect(await upgradeStatus(`${edge.url.replace('http', 'ws')}/`)).toBe(404);
    expect((await job.son.ask('me')).personId).toBe(job.son.personId);
  });
});

describe('the connections of phones that watch', () => {
  const BOUNDS = { pingEveryMs: 150, rereadEveryMs: 100, introduceWithinMs: 300, mostPerPerson: 2 };
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge({ liveBounds: BOUNDS });
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  const show = (who: Caller) => who.ask('showCode', { body: { personId: who.personId, deviceId: `device-${randomUUID().slice(0, 8)}` } });

  it('read again what no notice told', async () => {
    const { codeId } = await show(job.mother);
    const phone = await connectLive(edge);
    phone.send({ token: job.mother.token, codeIds: [codeId] });
    await phone.hears(codeId, 'shown');
    // As another process would, whose notice got lost.
    await edge.pool.query('update insurance_codes set replaced_at = issued_at where id = $1', [codeId]);
    await phone.hears(codeId, 'expired');
    expect(phone.told.map(({ state }) => state)).toEqual(['shown', 'expired']);
    phone.close();
  });

  it('read again whether a settlement was taken back', async () => {
    const { codeId, payload } = await show(job.mother);
    const phone = await connectLive(edge);
    phone.send({ token: job.mother.token, codeIds: [codeId] });
    const ecToken = await scan(edge, payload);
    const settled = await fsiOutput<{ setl_id: string }>(edge, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    await phone.hears(codeId, 'settled');
    const found = await edge.pool.query<{ id: string }>('select institution_id id from settlements where id = $1', [settled.setl_id]);
    const request = { institutionId: found.rows[0]?.id ?? '', key: randomUUID(), settlementId: settled.setl_id };
    // As another process would, whose notice got lost.
    await one(voidSettlement)({ ...edge.deps.core, codesChanged: () => undefined }, request);
    await until(() => typeof phone.told.at(-1)?.settlement?.voidedAt === 'string');
    expect(await job.mother.ask('codeEvents', { path: { codeId } })).toEqual(phone.told.at(-1));
    phone.close();
  });

  it('end with the log-out, at the latest with the next ping', async () => {
    const again = await logIn(edge, 'chen-guilan');
    const { codeId } = await show(again);
    const phone = await connectLive(edge);
    phone.send({ token: again.token, codeIds: [codeId] });
    await phone.hears(codeId, 'shown');
    await again.ask('logOut');
    expect(await phone.closesWith()).toBe(4401);
  });

  it('end when nobody says whose they are', async () => {
    const phone = await connectLive(edge);
    expect(await phone.closesWith()).toBe(4401);
  });

  it('end when a peer no longer answers', async () => {
    const { codeId } = await show(job.mother);
    const phone = await connectLive(edge);
    phone.send({ token: job.mother.token, codeIds: [codeId] });
    await phone.hears(codeId, 'shown');
    const before = edge.live.connections();
    // As a phone in a lift: the socket is there, and nothing comes back.
    phone.socket.pong = () => {};
    phone.socket.removeAllListeners('ping');
    phone.socket.pause();
    await until(() => edge.live.connections() === before - 1);
    expect(edge.live.connections()).toBe(before - 1);
    phone.close();
  });

  it('are so many a person, and one more is told to come again', async () => {
    const { codeId } = await show(job.son);
    const phones: LivePhone[] = [];
    for (let each = 0; each < 3; each += 1) {
      const phone = await connectLive(edge);
      phone.send({ token: job.son.token, codeIds: [codeId] });
      phones.push(phone);
      if (each < 2) await phone.hears(codeId, 'shown');
    }
    expect(await phones[2]?.closesWith()).toBe(1013);
    expect(phones.slice(0, 2).map((phone) => phone.closed())).toEqual([undefined, undefined]);
    phones.forEach((phone) => phone.close());
  });

  it('are a thousand at once, and the next takes the place of the one that has been silent longest', async () => {
    const crowded = await openEdge({ liveBounds: { mostConnections: 1_000 } });
    const crowd = await Promise.all(Array.from({ length: 1_000 }, () => connectLive(crowded)));
    expect(crowded.live.connections()).toBe(1_000);
    const next = await connectLive(crowded);
    expect(crowded.live.connections()).toBe(1_000);
    await until(() => crowd.filter((phone) => phone.closed() !== undefined).length === 1);
    expect((await logIn(crowded, 'chen-guilan')).token).toHaveLength(43);
    [...crowd, next].forEach((phone) => phone.close());
    await until(() => crowded.live.connections() === 0);
    await crowded.close();
  });

  it('are refused where everybody has said who they are', async () => {
    const full = await openEdge({ liveBounds: { mostConnections: 2 } });
    const caller = await logIn(full, 'chen-guilan');
    const { codeId } = await caller.ask('showCode', { body: { personId: caller.personId, deviceId: 'device-0001' } });
    for (let each = 0; each < 2; each += 1) {
      const phone = await connectLive(full);
      phone.send({ token: caller.token, codeIds: [codeId] });
      await phone.hears(codeId, 'shown');
    }
    expect(await upgradeStatus(liveAddress(full))).toBe(503);
    await full.close();
  });

  it('are told when the process goes away', async () => {
    const other = await openEdge();
    const phone = await connectLive(other);
    await other.live.close();
    expect(await phone.closesWith()).toBe(1001);
    expect(await upgradeStatus(liveAddress(other))).toBe(503);
    await other.close();
  });
});
