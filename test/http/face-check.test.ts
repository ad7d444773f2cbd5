import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../apps/bff/src/http/rate-limit';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { faceCheck } from '../support/face-check';
import { bindingRequest } from '../support/family';

// Whoever is 16 lets somebody show their code by their own face. The check is asked of the other side by the server; the phone only names it.

const AN_HOUR_LATER = new Date(OPENING_TIME.getTime() + 3_600_000);

describe('an acceptance that needs a face check', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  let path: { bindingId: string };
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    const { bindingId } = await son.ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent', { shareFunds: null }) });
    path = { bindingId };
  });
  afterEach(() => edge.close());

  const state = async () => (await son.ask('binding', { path })).state;

  it('says so to the one who has to accept', async () => {
    expect(await mother.ask('binding', { path })).toMatchObject({ awaitsMe: true, needsFaceCheck: true });
    expect(await son.ask('binding', { path })).toMatchObject({ awaitsMe: false, needsFaceCheck: false });
  });

  it('is done with a check that passed', async () => {
    const accepted = await mother.ask('acceptBinding', { path, body: { faceCheckId: await faceCheck(mother) } });
    expect(accepted).toMatchObject({
      state: 'active',
      awaitsMe: false,
      grants: [{ kind: 'show-code', reason: 'accepted-with-face-check' }],
    });
  });

  it.each<[string, () => Promise<string | null>]>([
    ['without one', async () => null],
    ['with one that failed', () => faceCheck(mother, 'failed')],
    ['with one that is not over', async () => (await mother.ask('startFaceCheck')).faceCheckId],
    ['with one that never was', async () => '0'.repeat(32)],
    ['with one that somebody else passed', () => faceCheck(son)],
  ])('is refused %s, and changes nothing', async (_, checked) => {
    const body = { faceCheckId: await checked() };
    const before = await countRows(edge.pool);
    expect(await mother.refused('acceptBinding', { path, body })).toMatchObject({ code: 'BINDING_FACE_CHECK_REQUIRED', status: 409 });
    expect(await countRows(edge.pool)).toEqual(before);
    expect(await state()).toBe('proposed');
  });

  it('is refused with one that is long over', async () => {
    const body = { faceCheckId: await faceCheck(mother) };
    await edge.moveClockTo(AN_HOUR_LATER);
    expect((await mother.refused('acceptBinding', { path, body })).code).toBe('BINDING_FACE_CHECK_REQUIRED');
  });

  it('waits while nobody can say how the check went, and goes through under the same key afterwards', async () => {
    const ask = { path, key: randomUUID(), body: { faceCheckId: await faceCheck(mother) } };
    await edge.fault('face-query', 'refuse');
    const before = await countRows(edge.pool);
    expect(await mother.refused('acceptBinding', ask)).toMatchObject({
      code: 'OUTSIDE_UNAVAILABLE',
      text: expect.stringContaining('人脸核验'),
    });
    expect(await countRows(edge.pool)).toEqual(before);
    expect((await mother.ask('acceptBinding', ask)).state).toBe('active');
  });

  it('is answered again when the check is forgotten and nobody outside answers', async () => {
    const ask = { path, key: randomUUID(), body: { faceCheckId: await faceCheck(mother) } };
    const accepted = await mother.ask('acceptBinding', ask);
    await edge.fault('face-query', 'refuse', 100);
    expect(await mother.ask('acceptBinding', ask)).toEqual(accepted);
    await edge.moveClockTo(AN_HOUR_LATER);
    expect(await mother.ask('acceptBinding', ask)).toEqual(accepted);
  });

  it('is not opened by the key of another wish', async () => {
    const key = randomUUID();
    await mother.ask('showCode', { key, body: { personId: mother.personId, deviceId: 'device-0001' } });
    const refusal = await mother.refused('acceptBinding', { path, key, body: { faceCheckId: '0'.repeat(32) } });
    expect(refusal.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await state()).toBe('proposed');
  });
});

describe('beginning a face check', () => {
  it('answers its id and nothing of the person', async () => {
    const edge = await openEdge();
    const mother = await logIn(edge, 'chen-guilan');
    expect(await mother.ask('startFaceCheck')).toEqual({ faceCheckId: expect.stringMatching(/^[0-9a-f]{32}$/), simulated: true });
    await edge.close();
  });

  it('is for a real camera in live mode', async () => {
    const edge = await openEdge({ live: true });
    expect(await (await logIn(edge, 'chen-guilan')).ask('startFaceCheck')).toMatchObject({ simulated: false });
    await edge.close();
  });

  it('is refused while nobody outside answers', async () => {
    const edge = await openEdge();
    await edge.fault('face-start', 'refuse');
    expect(await (await logIn(edge, 'chen-guilan')).refused('startFaceCheck')).toMatchObject({ code: 'OUTSIDE_UNAVAILABLE', status: 503 });
    await edge.close();
  });

  it('is limited for each person apart', async () => {
    const edge = await openEdge({ limits: LIMITS });
    const [mother, son] = [await logIn(edge, 'chen-guilan'), await logIn(edge, 'chen-jianguo')];
    for (let time = 0; time < LIMITS.faceCheckPerPerson.times; time += 1) await mother.ask('startFaceCheck');
    expect((await mother.refused('startFaceCheck')).code).toBe('RATE_LIMITED');
    await son.ask('startFaceCheck');
    await edge.close();
  });
});
