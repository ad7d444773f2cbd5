import { faceCheckAnswer, faceCheckStarted } from '@gongji/contract';
import { personByKey } from '../people/people';
import { NOW, type StartedSandbox, startSandbox } from '../testing/start-sandbox';

const MINUTE_MS = 60_000;
const yulan = personByKey('ma-yulan');
const person = { name: '马玉兰', certificateKind: 'resident-id', certificateNumber: yulan?.certificateNumber ?? '' };

let sandbox: StartedSandbox;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  sandbox = await startSandbox({ machineNow: () => now });
});
afterEach(() => sandbox.stop());

const begin = async (changes: object = {}) =>
  faceCheckStarted.parse((await sandbox.post('/identity/face-checks', { ...person, ...changes })).body).faceCheckId;
const stateOf = async (faceCheckId: string, certificateNumber = person.certificateNumber) =>
  faceCheckAnswer.parse((await sandbox.post('/identity/face-checks/query', { faceCheckId, certificateNumber })).body).state;
const tell = (faceCheckId: string, passed: boolean) => sandbox.post('/sandbox/face-checks', { faceCheckId, passed });

describe('a face check', () => {
  it('has an id of 128 random bits, another one each time', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => begin()));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).toBe(20);
  });

  it.each([
    [true, 'passed'],
    [false, 'failed'],
  ])('is pending until the camera says %s, then %s', async (passed, state) => {
    const id = await begin();
    expect(await stateOf(id)).toBe('pending');
    expect(await tell(id, passed)).toEqual({ status: 200, body: { state } });
    expect(await stateOf(id)).toBe(state);
  });

  it('keeps what it was told first', async () => {
    const id = await begin();
    await tell(id, false);
    expect((await tell(id, true)).body).toEqual({ state: 'failed' });
    expect(await stateOf(id)).toBe('failed');
  });

  it.each([
    ['another name', { name: '马玉英' }],
    ['another kind of certificate', { certificateKind: 'birth-certificate' }],
    ['an unknown number', { certificateNumber: '620100195707070010' }],
  ])('of %s begins like any other and never passes', async (_, changes) => {
    const id = await begin(changes);
    expect(await stateOf(id, { ...person, ...changes }.certificateNumber)).toBe('pending');
    expect((await tell(id, true)).body).toEqual({ state: 'failed' });
  });

  it('of somebody who died never passes', async () => {
    await sandbox.post('/sandbox/register', { key: 'ma-yulan', change: 'died' });
    expect((await tell(await begin(), true)).body).toEqual({ state: 'failed' });
  });

  it('is unknown when asked for somebody else', async () => {
    const id = await begin();
    await tell(id, true);
    expect(await stateOf(id, personByKey('ma-jun')?.certificateNumber)).toBe('unknown');
  });

  it.each(['0'.repeat(32), '__defineGetter__', 'toString'])('that nobody began (%s) is unknown', async (id) => {
    expect(await stateOf(id)).toBe('unknown');
  });

  it('is kept for ten minutes', async () => {
    const id = await begin();
    now = new Date(NOW.getTime() + 10 * MINUTE_MS - 1);
    expect(await stateOf(id)).toBe('pending');
    now = new Date(NOW.getTime() + 10 * MINUTE_MS);
    expect(await stateOf(id)).toBe('unknown');
    expect(await tell(id, true)).toMatchObject({ status: 404, body: { code: 'FACE_CHECK_UNKNOWN' } });
  });

  it.each(['0'.repeat(32), '__defineGetter__'])('that nobody began (%s) cannot be told anything', async (id) => {
    expect(await tell(id, true)).toMatchObject({ status: 404, body: { code: 'FACE_CHECK_UNKNOWN', nextStep: expect.any(String) } });
  });
});
