import { randomUUID } from 'node:crypto';
import { dailyFileAnswer } from '@gongji/contract';
import { personByKey } from '../people/people';
import { NOW, type StartedSandbox, startSandbox } from '../testing/start-sandbox';

let sandbox: StartedSandbox;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  sandbox = await startSandbox({ machineNow: () => now });
});
afterEach(() => sandbox.stop());

const apply = async (key: string) => {
  const person = personByKey(key);
  const paymentId = randomUUID();
  const { certificateNumber, regionCode } = person ?? {};
  await sandbox.post('/tax/applications', { paymentId, certificateNumber, regionCode, year: 2027, amountFen: 40_000, payer: '陈建国' });
  return { paymentId, certificateNumber };
};
const ask = (date: string, changes: object = {}) =>
  sandbox.post('/tax/daily-files', { date, regionCode: '441400', cursor: null, ...changes });
const linesOf = async (date: string) => dailyFileAnswer.parse((await ask(date)).body).lines;

describe('the daily file', () => {
  it('has what changed on its day, as it stood at the end of it', async () => {
    const voided = await apply('chen-guilan');
    await sandbox.post(`/tax/applications/${voided.paymentId}/void`);
    const kept = await apply('chen-guilan');
    now = new Date('2026-11-24T02:00:00Z');
    await sandbox.post('/tax/clearing-files', {
      batchId: randomUUID(),
      regionCode: '441400',
      items: [{ paymentId: kept.paymentId, amountFen: 40_000 }],
    });
    now = new Date('2026-12-01T02:00:00Z');
    const states = async (date: string) => Object.fromEntries((await linesOf(date)).map(({ paymentId, state }) => [paymentId, state]));
    expect(await states('2026-11-22')).toEqual({});
    expect(await states('2026-11-23')).toEqual({ [kept.paymentId]: 'accepted', [voided.paymentId]: 'voided' });
    expect(await states('2026-11-24')).toEqual({ [kept.paymentId]: 'paid' });
    expect(await states('2026-11-25')).toEqual({});
    expect(await states('2026-11-26')).toEqual({ [kept.paymentId]: 'posted' });
  });

  it('names the person by certificate number and the payer masked', async () => {
    const { paymentId, certificateNumber } = await apply('chen-guilan');
    now = new Date('2026-11-24T02:00:00Z');
    expect(await linesOf('2026-11-23')).toEqual([
      {
        paymentId,
        certificateNumber,
        taxNumber: '44140020261123000001',
        year: 2027,
        regionCode: '441400',
        amountFen: 40_000,
        state: 'accepted',
        payer: '陈*国',
        acceptedAt: NOW.toISOString(),
        changedAt: NOW.toISOString(),
      },
    ]);
    expect(dailyFileAnswer.parse((await ask('2026-11-23', { regionCode: '440300' })).body).lines).toEqual([]);
  });

  it('is not there before its day is over, in Shanghai', async () => {
    now = new Date('2026-11-23T15:59:59Z');
    expect((await ask('2026-11-23')).status).toBe(503);
    now = new Date('2026-11-23T16:00:00Z');
    expect((await ask('2026-11-23')).status).toBe(200);
  });

  it.each([{ date: '2026-13-01' }, { regionCode: 'x' }, { cursor: 1 }, { more: 1 }])('refuses %j', async (changes) => {
    expect(await ask('2026-11-22', changes)).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });
});
