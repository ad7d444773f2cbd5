import { sandboxPeople } from '@gongji/contract';
import { type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { logIn, refusalOf, send } from '../support/edge-client';

const DAY_MS = 86_400_000;
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
    expect(await seedFromSandbox(core, sandbox.world)).toMatchObject({ people: 16 });
    expect(await chen.ask('accountEntries')).toEqual(before);
  });
});

describe('with a sandbox secret', () => {
  it('only who knows it moves the clock', async () => {
    const edge = await openEdge({ sandboxSecret: 'a secret of the test' });
    expect(refusalOf('clock', await send(edge, shiftBy(DAY_MS))).code).toBe('ROUTE_UNKNOWN');
    expect(refusalOf('clock', await send(edge, { ...shiftBy(DAY_MS), headers: { 'x-sandbox-secret': 'a secret of the tesT' } })).code).toBe(
      'ROUTE_UNKNOWN',
    );
    expect(edge.deps.core.now()).toEqual(OPENING_TIME);
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
    expect(await (await logIn(edge, 'chen-jianguo')).ask('me')).toMatchObject({ demo: false });
    await edge.close();
  });
});
