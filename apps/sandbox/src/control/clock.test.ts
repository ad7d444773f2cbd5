import { type StartedSandbox, startSandbox } from '../testing/start-sandbox';
import { type StubBff, startStubBff } from '../testing/stub-bff';

const DAY_MS = 86_400_000;
const MOVED = '2026-11-24T02:00:00.000Z';
const UNMOVED = '2026-11-23T02:00:00.000Z';

let bff: StubBff;
let sandbox: StartedSandbox;
beforeEach(async () => {
  bff = await startStubBff();
  sandbox = await startSandbox({ bffUrl: bff.url });
});
afterEach(async () => {
  await sandbox.stop();
  await bff.stop();
});

describe('moving the clock', () => {
  it('moves the sandbox and the BFF', async () => {
    expect(await sandbox.post('/sandbox/clock', { offsetMs: DAY_MS })).toEqual({ status: 200, body: { offsetMs: DAY_MS, now: MOVED } });
    expect((await sandbox.get('/sandbox/clock')).body).toEqual({ offsetMs: DAY_MS, now: MOVED });
    expect(bff.clocks).toEqual([{ offsetMs: DAY_MS, secret: undefined }]);
  });

  it('keeps the old time and says so when the BFF refuses', async () => {
    bff.clockStatus = 404;
    const { status, body } = await sandbox.post('/sandbox/clock', { offsetMs: DAY_MS });
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'OUTSIDE_UNAVAILABLE', offsetMs: 0, now: UNMOVED });
    expect((body as { text: string }).text).toContain('拒绝改时间（HTTP 404）');
  });

  it('keeps the old time and says so when the BFF does not answer', async () => {
    await bff.stop();
    const { status, body } = await sandbox.post('/sandbox/clock', { offsetMs: DAY_MS });
    expect(status).toBe(502);
    expect((body as { text: string }).text).toContain('没有回应');
    expect((await sandbox.get('/sandbox/clock')).body).toEqual({ offsetMs: 0, now: UNMOVED });
  });

  it('ends where both stand on the same time when several move at once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((days) => sandbox.post('/sandbox/clock', { offsetMs: days * DAY_MS })));
    const { offsetMs } = (await sandbox.get('/sandbox/clock')).body as { offsetMs: number };
    expect(bff.clocks.at(-1)?.offsetMs).toBe(offsetMs);
  });

  it.each([{}, { offsetMs: '1' }, { offsetMs: 1.5 }, { offsetMs: 1e15 }, { offsetMs: 1, more: 1 }])('refuses %j', async (body) => {
    expect(await sandbox.post('/sandbox/clock', body)).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    expect(bff.clocks).toEqual([]);
  });
});

describe('a reset', () => {
  it('forgets everything and moves the BFF back too', async () => {
    await sandbox.post('/sandbox/clock', { offsetMs: DAY_MS });
    await sandbox.post('/sandbox/faults', { part: 'wechat', mode: 'refuse', times: 5 });
    expect(await sandbox.post('/sandbox/reset')).toEqual({ status: 200, body: { offsetMs: 0, now: UNMOVED } });
    expect((await sandbox.get('/sandbox/faults')).body).toEqual({ faults: [] });
    expect(bff.clocks.map(({ offsetMs }) => offsetMs)).toEqual([DAY_MS, 0]);
  });

  it('does nothing when the BFF does not go back', async () => {
    await sandbox.post('/sandbox/clock', { offsetMs: DAY_MS });
    await sandbox.post('/sandbox/faults', { part: 'wechat', mode: 'refuse', times: 5 });
    bff.clockStatus = 503;
    expect((await sandbox.post('/sandbox/reset')).status).toBe(502);
    expect((await sandbox.get('/sandbox/faults')).body).toMatchObject({ faults: [{ times: 5 }] });
  });
});

describe('a sandbox with a secret', () => {
  const SECRET = 'open-sesame-1';
  let guarded: StartedSandbox;
  beforeEach(async () => {
    guarded = await startSandbox({ bffUrl: bff.url, secret: SECRET });
  });
  afterEach(() => guarded.stop());

  it.each(['/sandbox/clock', '/sandbox/faults', '/sandbox/register', '/sandbox/reset'])(
    'refuses %s without it, with a code',
    async (path) => {
      const body = path === '/sandbox/clock' ? { offsetMs: 1 } : { part: 'wechat', mode: 'slow', times: 1 };
      for (const headers of [{}, { 'x-sandbox-secret': 'open-sesame-2' }]) {
        expect(await guarded.post(path, body, headers)).toMatchObject({ status: 401, body: { code: 'SANDBOX_SECRET_WRONG' } });
      }
      expect(bff.clocks).toEqual([]);
    },
  );

  it('takes it and passes it on to the BFF', async () => {
    expect((await guarded.post('/sandbox/clock', { offsetMs: 5 }, { 'x-sandbox-secret': SECRET })).status).toBe(200);
    expect(bff.clocks).toEqual([{ offsetMs: 5, secret: SECRET }]);
  });
});
