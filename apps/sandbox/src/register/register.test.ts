import { registerChangesAnswer, sandboxPeople } from '@gongji/contract';
import { personByKey } from '../people/people';
import { NOW, type StartedSandbox, startSandbox } from '../testing/start-sandbox';
import { type StubBff, startStubBff } from '../testing/stub-bff';

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

const certificateOf = (key: string) => personByKey(key)?.certificateNumber ?? '';
const happen = (key: string, change: string, more: object = {}) => sandbox.post('/sandbox/register', { key, change, ...more });
const changesAfter = async (after = 0, limit = 500) =>
  registerChangesAnswer.parse((await sandbox.post('/register/changes', { after, limit })).body).changes;
const personNow = async (key: string) =>
  sandboxPeople.parse((await sandbox.get('/sandbox/people')).body).people.find((person) => person.key === key);
const verify = async (key: string, regionCode: string) => {
  const person = personByKey(key);
  const asked = { name: person?.name, certificateKind: person?.certificateKind, certificateNumber: certificateOf(key), regionCode };
  return (await sandbox.post('/identity/verify', asked)).body;
};
const levyOf = async (key: string, regionCode: string) =>
  (await sandbox.post('/tax/levies/query', { certificateNumber: certificateOf(key), regionCode, year: 2027 })).body;

describe('a change in the insurance register', () => {
  it.each([
    ['sun-wei', 'insurance-paused', { insuranceState: 'paused', diedOn: null }],
    ['sun-wei', 'insurance-ended', { insuranceState: 'ended', diedOn: null }],
    ['zhou-an', 'insurance-resumed', { insuranceState: 'normal', diedOn: null }],
    ['sun-wei', 'died', { insuranceState: 'ended', diedOn: '2026-11-23' }],
  ])('of %s, %s, is told with the whole standing', async (key, change, standing) => {
    expect(await happen(key, change)).toMatchObject({ status: 200, body: { change: { number: 1, key, change }, bffTold: true } });
    const { certificateKind, certificateNumber, regionCode, scheme, groups, birthDate } = personByKey(key) ?? {};
    expect(await changesAfter()).toEqual([
      { number: 1, certificateKind, certificateNumber, regionCode, scheme, groups, birthDate, ...standing },
    ]);
  });

  it('has the next number, and is told from any number on, as many as asked for', async () => {
    await happen('sun-wei', 'insurance-paused');
    await happen('chen-guilan', 'moved', { regionCode: '370100' });
    await happen('sun-wei', 'insurance-resumed');
    expect((await changesAfter()).map(({ number, insuranceState }) => [number, insuranceState])).toEqual([
      [1, 'paused'],
      [2, 'normal'],
      [3, 'normal'],
    ]);
    expect((await changesAfter(1, 1)).map(({ number }) => number)).toEqual([2]);
    expect(await changesAfter(3)).toEqual([]);
    expect(await changesAfter(1)).toEqual(await changesAfter(1));
  });

  it('has the BFF run what is due, with the secret where one is set', async () => {
    await happen('sun-wei', 'insurance-paused');
    const guarded = await startSandbox({ bffUrl: bff.url, secret: 'open-sesame-1' });
    const headers = { 'x-sandbox-secret': 'open-sesame-1' };
    await guarded.post('/sandbox/register', { key: 'sun-wei', change: 'insurance-paused' }, headers);
    await guarded.stop();
    expect(bff.jobs).toEqual([undefined, 'open-sesame-1']);
  });

  it('stands, and says so, when the BFF refuses or does not answer', async () => {
    bff.jobsStatus = 404;
    expect(await happen('sun-wei', 'insurance-paused')).toMatchObject({
      status: 200,
      body: { bffTold: false, text: expect.stringContaining('没有照办（HTTP 404）') },
    });
    await bff.stop();
    expect(await happen('sun-lan', 'insurance-paused')).toMatchObject({
      status: 200,
      body: { bffTold: false, text: expect.stringContaining('变动已经生效') },
    });
    expect(await changesAfter()).toHaveLength(2);
  });

  it.each([
    ['of nobody', { key: 'nobody', change: 'died' }],
    ['of a kind that does not exist', { key: 'sun-wei', change: 'reborn' }],
    ['of place without a place', { key: 'sun-wei', change: 'moved' }],
    ['of place to a province', { key: 'sun-wei', change: 'moved', regionCode: '440000' }],
    ['of place to where the person is', { key: 'sun-wei', change: 'moved', regionCode: '370100' }],
    ['with a place that it does not need', { key: 'sun-wei', change: 'died', regionCode: '440300' }],
    ['that changes nothing', { key: 'sun-wei', change: 'insurance-resumed' }],
  ])('%s is refused and not numbered', async (_, asked) => {
    expect(await sandbox.post('/sandbox/register', asked)).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    expect(await changesAfter()).toEqual([]);
    expect(bff.jobs).toEqual([]);
  });

  it.each(['insurance-resumed', 'died'])('after death (%s) is refused', async (change) => {
    await happen('sun-wei', 'died');
    expect((await happen('sun-wei', change)).status).toBe(400);
  });
});

describe('whoever asks about a person', () => {
  it('who moved finds them in the new place only', async () => {
    await happen('chen-guilan', 'moved', { regionCode: '370100' });
    expect(await personNow('chen-guilan')).toMatchObject({ regionCode: '370100' });
    expect(await verify('chen-guilan', '370100')).toMatchObject({ confirmed: true, regionCode: '370100' });
    expect(await verify('chen-guilan', '441400')).toEqual({ confirmed: false });
    expect(await levyOf('chen-guilan', '370100')).toMatchObject({ found: true, categoryText: '成年居民' });
    expect(await levyOf('chen-guilan', '441400')).toEqual({ found: false });
  });

  it('who died finds no such person and no levy', async () => {
    await happen('chen-guilan', 'died');
    expect(await verify('chen-guilan', '441400')).toEqual({ confirmed: false });
    expect(await levyOf('chen-guilan', '441400')).toEqual({ found: false });
  });

  it('whose insurance stopped hears it', async () => {
    await happen('chen-guilan', 'insurance-paused');
    expect(await verify('chen-guilan', '441400')).toMatchObject({ confirmed: true, insuranceState: 'paused' });
    expect(await personNow('chen-guilan')).toMatchObject({ insuranceState: 'paused' });
  });
});

describe('a reset', () => {
  const seen = async () =>
    (await changesAfter()).map(({ number, regionCode, insuranceState, diedOn }) => [number, regionCode, insuranceState, diedOn]);
  const reset = async () => (await sandbox.post('/sandbox/reset')).body;

  it('of the register alone restores people, and leaves the clock and the faults', async () => {
    await sandbox.post('/sandbox/clock', { offsetMs: 5000 });
    await happen('sun-wei', 'died');
    expect(await sandbox.delete('/sandbox/register')).toMatchObject({
      status: 200,
      body: { changes: [{ number: 2, key: 'sun-wei' }], bffTold: true },
    });
    expect(await verify('sun-wei', '370100')).toMatchObject({ confirmed: true });
    expect((await sandbox.get('/sandbox/clock')).body).toMatchObject({ offsetMs: 5000 });
  });

  it('restores everybody by changes with higher numbers, and has the BFF read them', async () => {
    await happen('chen-guilan', 'moved', { regionCode: '370100' });
    await happen('sun-wei', 'died');
    expect(await reset()).toEqual({ offsetMs: 0, now: NOW.toISOString(), bffTold: true });
    expect(bff.jobs).toHaveLength(3);
    expect(await seen()).toEqual([
      [3, '441400', 'normal', null],
      [4, '370100', 'normal', null],
    ]);
    expect(await verify('chen-guilan', '441400')).toMatchObject({ confirmed: true });
    expect(await verify('sun-wei', '370100')).toMatchObject({ confirmed: true });
  });

  it('restores also whoever came back before, for a reader who missed that', async () => {
    await happen('chen-guilan', 'insurance-paused');
    await happen('chen-guilan', 'insurance-resumed');
    await reset();
    expect(await seen()).toEqual([[3, '441400', 'normal', null]]);
  });

  it('says nothing twice, and never gives a number again', async () => {
    await happen('sun-wei', 'insurance-paused');
    await reset();
    await reset();
    expect(await seen()).toEqual([[2, '370100', 'normal', null]]);
    await happen('chen-guilan', 'insurance-paused');
    await reset();
    expect(await seen()).toEqual([
      [2, '370100', 'normal', null],
      [4, '441400', 'normal', null],
    ]);
    await happen('sun-lan', 'insurance-paused');
    expect((await changesAfter(4)).map(({ number }) => number)).toEqual([5]);
  });
});
