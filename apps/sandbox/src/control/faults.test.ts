import { randomUUID } from 'node:crypto';
import { personByKey } from '../people/people';
import { type StartedSandbox, startSandbox } from '../testing/start-sandbox';
import { FAULT_MODES, PARTS, type Part } from '../fault';

let sandbox: StartedSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const guilan = personByKey('chen-guilan');
const paymentId = randomUUID();
const levy = { certificateNumber: guilan?.certificateNumber, regionCode: '441400', year: 2027 };

/** One good request for each part. */
const CALLS: Readonly<Record<Part, () => Promise<{ status: number; body: unknown }>>> = {
  wechat: () => sandbox.get('/sns/jscode2session?js_code=demo-sun-wei'),
  'wechat-send': () => sandbox.post('/cgi-bin/message/subscribe/send?access_token=x', {}),
  identity: () => sandbox.post('/identity/verify', { name: 'x', certificateKind: 'x', certificateNumber: 'x', regionCode: '441400' }),
  'face-start': () => sandbox.post('/identity/face-checks', { name: 'x', certificateKind: 'resident-id', certificateNumber: 'x' }),
  'face-query': () => sandbox.post('/identity/face-checks/query', { faceCheckId: 'x', certificateNumber: 'x' }),
  register: () => sandbox.post('/register/changes', { after: 0, limit: 1 }),
  'register-credits': () => sandbox.post('/register/credits', { month: '2026-11', after: 0, limit: 1 }),
  'tax-levy': () => sandbox.post('/tax/levies/query', levy),
  'tax-apply': () => sandbox.post('/tax/applications', { paymentId, ...levy, amountFen: 40_000, payer: '陈建国' }),
  'tax-void': () => sandbox.post(`/tax/applications/${paymentId}/void`),
  'tax-query': () => sandbox.get(`/tax/applications/${paymentId}`),
  'tax-refund': () =>
    sandbox.post(`/tax/applications/${paymentId}/refund`, { refundId: paymentId, reason: 'duplicate', amountFen: 40_000 }),
  'tax-refund-query': () => sandbox.get(`/tax/refunds/${paymentId}`),
  'tax-clear': () =>
    sandbox.post('/tax/clearing-files', { batchId: paymentId, regionCode: '441400', items: [{ paymentId, amountFen: 40_000 }] }),
  'tax-file': () => sandbox.post('/tax/daily-files', { date: '2026-11-01', regionCode: '441400', cursor: null }),
};
const state = async () => ((await CALLS['tax-query']()).body as { state: string }).state;
const ask = (part: string, mode: string, more: object = {}) => sandbox.post('/sandbox/faults', { part, mode, times: 1, ...more });

describe.each(PARTS)('a fault of %s', (part) => {
  it('slow answers late and does the work', async () => {
    await ask(part, 'slow', { delayMs: 80 });
    const began = performance.now();
    expect((await CALLS[part]()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  it('refuse says no', async () => {
    await ask(part, 'refuse');
    // WeChat says no inside a 200.
    const refusal = part.startsWith('wechat') ? { status: 200, body: { errcode: -1 } } : { status: 503, body: { code: 'SANDBOX_FAULT' } };
    expect(await CALLS[part]()).toMatchObject(refusal);
  });

  it.each(['silence', 'work-then-silence'])('%s gives no answer, so many times and no more', async (mode) => {
    await ask(part, mode, { times: 2 });
    await expect(CALLS[part]()).rejects.toThrow('fetch failed');
    await expect(CALLS[part]()).rejects.toThrow('fetch failed');
    expect((await CALLS[part]()).status).toBe(200);
  });
});

describe('the work', () => {
  it.each(['refuse', 'silence', 'lock'])('is not done by %s', async (mode) => {
    await ask('tax-apply', mode);
    await CALLS['tax-apply']().catch(() => undefined);
    expect(await state()).toBe('none');
  });

  it('is done by work-then-silence: applied, cleared, taken back', async () => {
    await ask('tax-apply', 'work-then-silence');
    await expect(CALLS['tax-apply']()).rejects.toThrow('fetch failed');
    expect(await state()).toBe('accepted');
    await ask('tax-void', 'work-then-silence');
    await expect(CALLS['tax-void']()).rejects.toThrow('fetch failed');
    expect(await state()).toBe('voided');
  });

  it('locked is answered as the tax office would, and works afterwards', async () => {
    await ask('tax-apply', 'lock');
    expect((await CALLS['tax-apply']()).body).toEqual({ state: 'locked', retryAfterSeconds: null });
    expect((await CALLS['tax-apply']()).body).toMatchObject({ state: 'accepted' });
  });
});

describe('the list of faults', () => {
  it('is counted down, kept in order and cleared', async () => {
    await ask('wechat', 'refuse', { times: 3 });
    await ask('wechat', 'slow', { times: 1, delayMs: 5 });
    await CALLS.wechat();
    expect((await sandbox.get('/sandbox/faults')).body).toEqual({
      faults: [
        { part: 'wechat', mode: 'refuse', times: 2, delayMs: 3000 },
        { part: 'wechat', mode: 'slow', times: 1, delayMs: 5 },
      ],
    });
    await sandbox.delete('/sandbox/faults');
    expect((await sandbox.get('/sandbox/faults')).body).toEqual({ faults: [] });
  });

  it('touches only the part it names', async () => {
    await ask('identity', 'refuse');
    expect((await CALLS['tax-levy']()).status).toBe(200);
  });

  it.each([
    ['an unknown part', { part: 'bank', mode: 'slow', times: 1 }],
    ['an unknown mode', { part: 'wechat', mode: 'explode', times: 1 }],
    ['no times', { part: 'wechat', mode: 'slow', times: 0 }],
    ['too many times', { part: 'wechat', mode: 'slow', times: 1001 }],
    ['a lock of anything but an application', { part: 'wechat', mode: 'lock', times: 1 }],
  ])('refuses %s', async (_, fault) => {
    expect(await sandbox.post('/sandbox/faults', fault)).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });

  it('holds a hundred and refuses the next', async () => {
    for (let count = 0; count < 100; count += 1) await ask('wechat', FAULT_MODES[0]);
    expect((await ask('wechat', 'slow')).status).toBe(400);
  });
});
