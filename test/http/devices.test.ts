import type { OfflineKey } from '@gongji/contract';
import { ERRORS, offlinePayload, offlineStepAt } from '@gongji/domain';
import { type Edge, openEdge } from '../support/edge';
import { fsiOutput, fsiRefusal } from '../support/institution';
import { cost, DEVICE, doMainJob, type MainJob, scan } from '../support/main-job';

// A phone's offline key from the screen to the counter: given over the session, worked out without it, scanned at the gateway.

describe('a key for codes without network', () => {
  let edge: Edge;
  let job: MainJob;
  let key: OfflineKey;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
    const body = { personId: job.son.personId, deviceId: DEVICE, deviceName: '陈建国的手机' };
    key = await job.son.ask('giveOfflineKey', { body });
  });
  afterAll(() => edge.close());

  const shown = (steps = 0): string =>
    offlinePayload(
      { handle: key.handle, secret: Buffer.from(key.secret, 'base64url') },
      offlineStepAt(edge.deps.core.now().getTime()) + steps,
    );

  it('says its bounds, and that no document stands behind them', () => {
    expect(key).toMatchObject({ own: true, mostPerDay: 3, mostFenPerDay: 50_000, rule: { kind: 'offlineCode', assumed: true } });
  });

  it('makes codes that a counter scans and settles, once each', async () => {
    const ecToken = await scan(edge, shown());
    const settled = await fsiOutput(edge, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    expect(settled).toMatchObject({ acct_pay: '80.00' });
    const input = { businessType: '01301', ecQrCode: shown() };
    expect(await fsiRefusal(edge, { infno: '6101', input })).toBe('CODE_INVALID');
    expect((await job.son.ask('codeLog')).displays[0]).toMatchObject({
      shownBy: '本人',
      times: 1,
      institution: expect.stringContaining('医院'),
    });
  });

  it('is not given for somebody whose region has no such codes, and says what to do', async () => {
    const refusal = await job.son.refused('giveOfflineKey', {
      body: { personId: job.mother.personId, deviceId: DEVICE, deviceName: '陈建国的手机' },
    });
    expect(refusal).toMatchObject({ code: 'OFFLINE_CODE_NOT_OFFERED', nextStep: ERRORS.OFFLINE_CODE_NOT_OFFERED.nextStep });
    expect(refusal.text).toContain('梅州');
  });

  it('is given so often and no more', async () => {
    const limited = await openEdge({ limits: { offlineKeysPerPerson: { times: 1, seconds: 60 } } });
    const { son } = await doMainJob(limited);
    const body = { personId: son.personId, deviceId: DEVICE, deviceName: '陈建国的手机' };
    await son.ask('giveOfflineKey', { body });
    expect((await son.refused('giveOfflineKey', { body })).code).toBe('RATE_LIMITED');
    await limited.close();
  });

  it('ends with its phone', async () => {
    expect((await job.son.ask('devices')).devices).toMatchObject([
      { deviceId: DEVICE, name: '陈建国的手机', offlineKeys: [{ own: true }] },
    ]);
    expect(await job.son.ask('removeDevice', { path: { deviceId: DEVICE } })).toEqual({ devices: [] });
    expect(await fsiRefusal(edge, { infno: '6101', input: { businessType: '01301', ecQrCode: shown(1) } })).toBe('CODE_INVALID');
    expect((await job.son.refused('removeDevice', { path: { deviceId: DEVICE } })).code).toBe('DEVICE_NOT_FOUND');
  });

  it.each(['short', 'x'.repeat(65), 'not allowed!', '..%2F..%2Fetc', '__proto__%00'])(
    'does not know a phone by an impossible name: %s',
    async (deviceId) => {
      expect(['REQUEST_INVALID', 'DEVICE_NOT_FOUND']).toContain((await job.son.refused('removeDevice', { path: { deviceId } })).code);
    },
  );

  it('leaves neither its secret nor a phone in the logs', () => {
    const logged = edge.logLines.join('\n');
    for (const text of [key.secret, key.handle, DEVICE, '陈建国的手机']) expect(logged).not.toContain(text);
  });
});
