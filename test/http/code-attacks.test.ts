import { fsiAnswer } from '@gongji/contract';
import { LIMITS } from '../../apps/bff/src/http/rate-limit';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';
import { type FsiAsk, fsiOutput, fsiRefusal, HOSPITAL, PHARMACY, sendFsi } from '../support/institution';
import { cost, DEVICE, scan } from '../support/main-job';

// The attacks on codes as an institution, or somebody who has an institution's keys, would make them: over the gateway.

const OTHER_HOSPITAL = 'H44140000001';
const minutesOn = (minutes: number): Date => new Date(OPENING_TIME.getTime() + minutes * 60_000);
const decode = (ecQrCode: string, change: Partial<FsiAsk> = {}): FsiAsk => ({
  infno: '6101',
  input: { businessType: '01301', ecQrCode },
  ...change,
});
const digits = (seed: number): string => String(seed).padStart(40, '7');

describe('codes', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  let bindingId: string;
  beforeAll(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    ({ bindingId } = await bindMother(son, mother));
  });
  afterAll(() => edge.close());
  afterEach(() => edge.pretendNow(OPENING_TIME));

  const show = async (by: Caller, person = by, deviceId = DEVICE) =>
    (await by.ask('showCode', { body: { personId: person.personId, deviceId } })).payload;
  /** Everything that an institution is told, but for the number and the second of the answer. */
  const told = async (ask: FsiAsk) => {
    const { status, body, headers } = await sendFsi(edge, ask);
    const { infcode, err_msg, output } = fsiAnswer.parse(body);
    return { status, said: { infcode, err_msg, output }, length: headers.get('content-length') };
  };

  it('that are no longer to be had are refused in one and the same answer, whatever became of them', async () => {
    const unknown = await told(decode(digits(1)));
    expect(unknown.said).toMatchObject({ infcode: -1, err_msg: expect.stringMatching(/^\[CODE_INVALID\]/), output: null });

    const scanned = await show(son);
    await scan(edge, scanned);
    const replaced = await show(son);
    await show(son);
    const late = await show(son, son, 'device-0003');
    edge.pretendNow(new Date(OPENING_TIME.getTime() + 36_000));
    expect(await told(decode(late))).toEqual(unknown);
    edge.pretendNow(OPENING_TIME);
    const paused = await show(son, mother);
    await mother.ask('pauseGrant', { path: { bindingId }, body: { kind: 'show-code' } });
    for (const payload of [scanned, replaced, paused]) expect(await told(decode(payload))).toEqual(unknown);
    expect(await told(decode(scanned, { institution: PHARMACY }))).toEqual(unknown);
    await mother.ask('resumeGrant', { path: { bindingId }, body: { kind: 'show-code' } });
    const unbound = await show(son, mother);
    await mother.ask('unbind', { path: { bindingId } });
    expect(await told(decode(unbound))).toEqual(unknown);
    ({ bindingId } = await bindMother(son, mother));
  });

  it('leave tokens that are refused in one and the same answer too', async () => {
    const pay = (ecToken: string, institution = HOSPITAL): FsiAsk => ({
      infno: '2207',
      institution,
      input: cost(ecToken, { psn_cash_pay: '80.00', acct_used_flag: '0' }),
    });
    const unknown = await told(pay('t'.repeat(48)));
    expect(unknown.said.err_msg).toMatch(/^\[SETTLEMENT_TOKEN_INVALID\]/);
    const [used, old] = [await scan(edge, await show(son)), await scan(edge, await show(son))];
    const ofRelative = await scan(edge, await show(son, mother));
    expect(await told(pay(used, OTHER_HOSPITAL))).toEqual(unknown);
    await fsiOutput(edge, pay(used));
    expect(await told(pay(used))).toEqual(unknown);
    await mother.ask('pauseGrant', { path: { bindingId }, body: { kind: 'show-code' } });
    expect(await told(pay(ofRelative))).toEqual(unknown);
    await mother.ask('resumeGrant', { path: { bindingId }, body: { kind: 'show-code' } });
    edge.pretendNow(minutesOn(15));
    expect(await told(pay(old))).toEqual(unknown);
  });

  it.each([-29, -1, 0, 1, 29])('are taken from a counter whose clock is %d minutes off', async (minutes) => {
    const { userName } = await fsiOutput(edge, decode(await show(son), { signedAt: minutesOn(minutes) }));
    expect(userName).toBe('陈建国');
  });

  it.each([-31, 31, 24 * 60])('are not spent by a counter whose clock is %d minutes off, which is refused', async (minutes) => {
    const payload = await show(son);
    expect(await fsiRefusal(edge, decode(payload, { signedAt: minutesOn(minutes) }))).toBe('401 签名时间戳超时');
    await fsiOutput(edge, decode(payload));
  });

  it('are not made younger by a phone that says what time it is', async () => {
    for (const more of [{ issuedAt: minutesOn(1).toISOString() }, { ttlSeconds: 3600 }, { expiresAt: minutesOn(60).toISOString() }]) {
      const refusal = await son.refused('showCode', { body: { personId: son.personId, deviceId: DEVICE, ...more } });
      expect(refusal.code).toBe('REQUEST_INVALID');
    }
  });
});

describe('showing codes without end', () => {
  const { times } = LIMITS.codesPerPerson;

  it(`stops after ${times} a minute, keeps no more of them, and stops nobody else`, async () => {
    const edge = await openEdge({ limits: { codesPerPerson: LIMITS.codesPerPerson } });
    const son = await logIn(edge, 'chen-jianguo');
    const mother = await logIn(edge, 'chen-guilan');
    const show = ({ personId }: typeof son) => ({ body: { personId, deviceId: DEVICE } });
    for (let shown = 0; shown < times; shown += 1) await son.ask('showCode', show(son));
    const before = await countRows(edge.pool);
    expect((await son.refused('showCode', show(son))).code).toBe('RATE_LIMITED');
    expect(await countRows(edge.pool)).toEqual(before);
    await mother.ask('showCode', show(mother));
    await edge.close();
  });
});

describe('guessing codes over the gateway', () => {
  const { times } = LIMITS.scanPerInstitution;

  it(`stops after ${times} guesses a minute, spends no code while it is stopped, and stops nobody else`, async () => {
    const edge = await openEdge({ limits: { scanPerInstitution: LIMITS.scanPerInstitution } });
    const son = await logIn(edge, 'chen-jianguo');
    const { payload } = await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } });
    const before = await countRows(edge.pool);
    const answers: string[] = [];
    for (let tried = 0; tried < times + 100; tried += 20)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, (_, index) => fsiRefusal(edge, decode(digits(tried + index)))))));
    expect(answers.filter((answer) => answer === 'CODE_INVALID')).toHaveLength(times);
    expect(answers.filter((answer) => answer.startsWith('503 [RATE_LIMITED]'))).toHaveLength(100);
    expect(await fsiRefusal(edge, decode(payload))).toMatch(/RATE_LIMITED/);
    expect(await countRows(edge.pool)).toEqual(before);
    await fsiOutput(edge, decode(payload, { institution: PHARMACY }));
    await edge.close();
  });
});
