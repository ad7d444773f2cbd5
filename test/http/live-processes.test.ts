import { describeWithRedis, type RedisServer, startRedis } from '../support/redis';
import type { EdgeAddress } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database';
import { fsiOutput } from '../support/institution';
import { connectLive, liveAddress, upgradeStatus } from '../support/live-phone';
import { cost } from '../support/main-job';
import { type RunningSystem, startSystem } from '../support/system';

// Phones and counters on different processes, as behind a load balancer, and processes that come and go.

jest.setTimeout(180_000);

describeWithRedis('live codes over several processes', () => {
  let redis: RedisServer;
  let database: FreshDatabase;
  let system: RunningSystem;
  let here: EdgeAddress;
  let there: EdgeAddress;
  beforeAll(async () => {
    [redis, database] = await Promise.all([startRedis(), freshDatabase()]);
    system = await startSystem({ DATABASE_URL: database.url, REDIS_URL: redis.url });
    here = { url: system.bffUrl };
    there = { url: await system.startAnotherBff() };
  });
  afterAll(async () => {
    await system.stop();
    await redis.stop();
    await database.drop();
  });

  const show = (who: Caller) => who.ask('showCode', { body: { personId: who.personId, deviceId: 'device-live' } });
  const scanAt = async (edge: EdgeAddress, payload: string): Promise<string> =>
    (await fsiOutput<{ ecToken: string }>(edge, { infno: '6101', input: { businessType: '01301', ecQrCode: payload } })).ecToken;
  const settleAt = (edge: EdgeAddress, ecToken: string) =>
    fsiOutput(edge, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });

  it('tell what another process did, each of five times', async () => {
    const son = await logIn(here, 'chen-jianguo');
    for (let time = 0; time < 5; time += 1) {
      const { codeId, payload } = await show(son);
      const phone = await connectLive(here);
      phone.send({ token: son.token, codeIds: [codeId] });
      await phone.hears(codeId, 'shown');
      const ecToken = await scanAt(there, payload);
      await phone.hears(codeId, 'scanned');
      await settleAt(there, ecToken);
      await phone.hears(codeId, 'settled');
      expect(phone.told.map(({ state }) => state)).toEqual(['shown', 'scanned', 'settled']);
      phone.close();
    }
  });

  it('are found at their path alone, in the process as it is started', async () => {
    for (const path of ['/me', '/', '/insurance-codes/live?token=x']) expect(await upgradeStatus(liveAddress(here, path))).toBe(404);
  });

  it('say goodbye when a process stops; who connects again hears what happened meanwhile', async () => {
    const son = await logIn(here, 'chen-jianguo');
    const { codeId, payload } = await show(son);
    const phone = await connectLive(here);
    phone.send({ token: son.token, codeIds: [codeId] });
    await phone.hears(codeId, 'shown');
    await system.stopBff();
    expect(await phone.closesWith()).toBe(1001);
    await scanAt(there, payload);
    await system.startBff();
    const again = await connectLive(here);
    again.send({ token: son.token, codeIds: [codeId] });
    await again.hears(codeId, 'scanned');
    expect(again.told.map(({ state }) => state)).toEqual(['scanned']);
    again.close();
  });

  it('are broken off by a crash, and told by the other process', async () => {
    const son = await logIn(here, 'chen-jianguo');
    const { codeId, payload } = await show(son);
    const phone = await connectLive(here);
    phone.send({ token: son.token, codeIds: [codeId] });
    await phone.hears(codeId, 'shown');
    await system.killBff();
    expect(await phone.closesWith()).toBe(1006);
    const again = await connectLive(there);
    again.send({ token: son.token, codeIds: [codeId] });
    await again.hears(codeId, 'shown');
    await scanAt(there, payload);
    await again.hears(codeId, 'scanned');
    again.close();
    await system.startBff();
  });
});
