import { sandboxPeople } from '@gongji/contract';
import { PEOPLE } from '../../apps/sandbox/src/people/people';
import { type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { logIn, refusalOf, send } from '../support/edge-client';

const DAY_MS = 86_400_000;
const certificateOf = (wanted: string): string => PEOPLE.find(({ key }) => key === wanted)?.certificateNumber ?? '';
const shiftBy = (offsetMs: unknown) => ({ method: 'POST', path: '/sandbox/clock', body: { offsetMs } });

describe('in sandbox mode', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  it('the people to choose from come from the sandbox', async () => {
    const { status, body } = await send(edge, { method: 'GET', path: '/sandbox/people' });
    expect(status).toBe(200);
    expect(sandboxPeople.parse(body).people.map(({ key }) => key)).toContain('chen-jianguo');
  });

  it('the counter page may stand beside the phone, and no other page may', async () => {
    const { status, body, headers } = await send(edge, { method: 'GET', path: '/sandbox/tour' });
    expect([status, body]).toEqual([200, { counter: `${edge.sandboxUrl}/counter` }]);
    expect(headers.get('content-security-policy')).toMatch(new RegExp(`frame-src ${edge.sandboxUrl}(;|$)`));
    const live = await openEdge({ live: true });
    const reply = await send(live, { method: 'GET', path: '/sandbox/tour' });
    expect([refusalOf('tour', reply).code, reply.headers.get('content-security-policy')]).toEqual([
      'ROUTE_UNKNOWN',
      expect.stringMatching(/frame-src 'none'(;|$)/),
    ]);
    await live.close();
  });

  it('the clock moves, for the sandbox and the edge together', async () => {
    await edge.moveClockTo(new Date(OPENING_TIME.getTime() + DAY_MS));
    const chen = await logIn(edge, 'chen-jianguo');
    expect(Date.parse((await chen.ask('me')).now)).toBe(OPENING_TIME.getTime() + DAY_MS);
  });

  it('a session outlives a move of the clock', async () => {
    const chen = await logIn(edge, 'chen-jianguo');
    await edge.moveClockTo(new Date(OPENING_TIME.getTime() + 40 * DAY_MS));
    await expect(chen.ask('me')).resolves.toMatchObject({ personId: chen.personId });
  });

  it.each([null, '1', 1.5, 1e300, {}])('the clock does not move by %j', async (offsetMs) => {
    expect(refusalOf('clock', await send(edge, shiftBy(offsetMs))).code).toBe('REQUEST_INVALID');
    expect(edge.deps.core.now()).toEqual(OPENING_TIME);
  });

  it('seeding again changes nothing', async () => {
    const chen = await logIn(edge, 'chen-jianguo');
    const before = await chen.ask('accountEntries');
    const { seedFromSandbox } = await import('../../apps/bff/src/seed');
    const { sandbox, core } = edge.deps;
    if (sandbox === null) throw new Error('not in sandbox mode');
    await seedFromSandbox(core, sandbox.world);
    expect(await chen.ask('accountEntries')).toEqual(before);
  });
});

describe('the insurance register of the sandbox', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  const register = () => edge.deps.core.insuranceRegister;

  it('reaches the edge as numbered changes with the whole standing', async () => {
    await edge.registerChange('sun-wei', 'died');
    await edge.registerChange('chen-guilan', 'moved', '370100');
    expect(await register().changesAfter(0, 500)).toMatchObject([
      { number: 1, certificateKind: 'resident-id', insurance: { regionCode: '370100', insuranceState: 'ended' }, diedOn: '2026-11-23' },
      { number: 2, insurance: { regionCode: '370100', scheme: 'resident', insuranceState: 'normal' }, diedOn: null },
    ]);
    expect((await register().changesAfter(1, 500)).map(({ number }) => number)).toEqual([2]);
    expect((await register().changesAfter(0, 1)).map(({ number }) => number)).toEqual([1]);
  });

  it('is what the identity check goes by', async () => {
    await edge.registerChange('chen-guilan', 'moved', '370100');
    const claimed = { name: '陈桂兰', certificateKind: 'resident-id', certificateNumber: certificateOf('chen-guilan') } as const;
    await expect(edge.deps.checkIdentity({ ...claimed, regionCode: '370100' })).resolves.toMatchObject({ regionCode: '370100' });
    await expect(edge.deps.checkIdentity({ ...claimed, regionCode: '441400' })).rejects.toMatchObject({ code: 'IDENTITY_NOT_CONFIRMED' });
  });

  it('that says nothing is no answer, and the next time it tells all', async () => {
    await edge.registerChange('sun-wei', 'insurance-paused');
    await edge.fault('register', 'silence');
    await expect(register().changesAfter(0, 500)).rejects.toMatchObject({ name: 'NoAnswer' });
    expect(await register().changesAfter(0, 500)).toHaveLength(1);
  });

  it('has the edge run what is due', async () => {
    expect(await send(edge, { method: 'POST', path: '/sandbox/jobs', body: {} })).toMatchObject({ status: 200, body: {} });
    expect(refusalOf('jobs', await send(edge, { method: 'POST', path: '/sandbox/jobs', body: { more: 1 } })).code).toBe('REQUEST_INVALID');
  });
});

describe('a face check in the demonstration', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  const certificateNumber = certificateOf('ma-yulan');
  const begin = () => edge.deps.faceCheck.start({ name: '马玉兰', certificateKind: 'resident-id', certificateNumber });
  const stateOf = (faceCheckId: string) => edge.deps.faceCheck.query({ faceCheckId, certificateNumber });
  const tell = (body: unknown) => send(edge, { method: 'POST', path: '/sandbox/face-checks', body });

  it.each([
    [true, 'passed'],
    [false, 'failed'],
  ] as const)('is told by the phone, through the edge alone: %s is %s', async (passed, state) => {
    const faceCheckId = await begin();
    expect(await stateOf(faceCheckId)).toBe('pending');
    expect(await tell({ faceCheckId, passed })).toMatchObject({ status: 200, body: {} });
    expect(await stateOf(faceCheckId)).toBe(state);
  });

  it('that nobody began is not found', async () => {
    expect(refusalOf('face', await tell({ faceCheckId: '0'.repeat(32), passed: true }))).toMatchObject({
      code: 'FACE_CHECK_UNKNOWN',
      status: 404,
    });
    expect(await stateOf('0'.repeat(32))).toBe('unknown');
  });

  it.each([{}, { faceCheckId: 7, passed: true }, { faceCheckId: '0'.repeat(32), passed: 'yes' }, { faceCheckId: 'short', passed: true }])(
    'is not told by %j',
    async (body) => {
      expect(refusalOf('face', await tell(body)).code).toBe('REQUEST_INVALID');
    },
  );

  it('says who does not answer, and guesses nothing', async () => {
    await edge.fault('face-start', 'refuse');
    await expect(begin()).rejects.toMatchObject({ code: 'OUTSIDE_UNAVAILABLE', facts: { party: '人脸核验' } });
    const faceCheckId = await begin();
    await tell({ faceCheckId, passed: true });
    await edge.fault('face-query', 'work-then-silence');
    await expect(stateOf(faceCheckId)).rejects.toMatchObject({ code: 'OUTSIDE_UNAVAILABLE' });
    expect(await stateOf(faceCheckId)).toBe('passed');
  });
});

describe('with a sandbox secret', () => {
  it('only who knows it moves the clock and runs what is due', async () => {
    const edge = await openEdge({ sandboxSecret: 'a secret of the test' });
    expect(refusalOf('clock', await send(edge, shiftBy(DAY_MS))).code).toBe('ROUTE_UNKNOWN');
    expect(refusalOf('clock', await send(edge, { ...shiftBy(DAY_MS), headers: { 'x-sandbox-secret': 'a secret of the tesT' } })).code).toBe(
      'ROUTE_UNKNOWN',
    );
    expect(edge.deps.core.now()).toEqual(OPENING_TIME);
    const jobs = { method: 'POST', path: '/sandbox/jobs', body: {} } as const;
    expect(refusalOf('jobs', await send(edge, jobs)).code).toBe('ROUTE_UNKNOWN');
    expect((await send(edge, { ...jobs, headers: { 'x-sandbox-secret': 'a secret of the test' } })).status).toBe(200);
    await edge.moveClockTo(new Date(OPENING_TIME.getTime() + DAY_MS));
    expect(edge.deps.core.now().getTime()).toBe(OPENING_TIME.getTime() + DAY_MS);
    await edge.close();
  });
});

describe('in live mode', () => {
  it('the switches of the sandbox are not there, and nobody is told that this is a demonstration', async () => {
    const edge = await openEdge({ live: true });
    expect(refusalOf('people', await send(edge, { method: 'GET', path: '/sandbox/people' }))).toMatchObject({
      code: 'ROUTE_UNKNOWN',
      status: 404,
    });
    expect(refusalOf('clock', await send(edge, shiftBy(DAY_MS)))).toMatchObject({ code: 'ROUTE_UNKNOWN', status: 404 });
    const outcome = { faceCheckId: '0'.repeat(32), passed: true };
    for (const [path, body] of [
      ['/sandbox/jobs', {}],
      ['/sandbox/face-checks', outcome],
    ] as const)
      expect(refusalOf(path, await send(edge, { method: 'POST', path, body })).code).toBe('ROUTE_UNKNOWN');
    expect(await (await logIn(edge, 'chen-jianguo')).ask('me')).toMatchObject({ demo: false });
    await edge.close();
  });
});
