import { fsiAnswer } from '@gongji/contract';
import { one, registerInstitutions } from '@gongji/core';
import { sm2 } from 'sm-crypto-v2';
import { INSTITUTIONS } from '../../apps/sandbox/src/people/institutions';
import { countRows, type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { fsiMessage, fsiOutput, fsiRefusal, type FsiAsk, HOSPITAL, nextMsgid } from '../support/institution';
import { cost, DEVICE } from '../support/main-job';
import { operate } from '../../apps/bff/src/operate/commands';
import {
  bySmHospital,
  openSm,
  registerSmHospital,
  sealedFor,
  sendSm,
  SM_MODES,
  type SmHospital,
  type SmMode,
} from '../support/sm-institution';

const KEY = sm2.generateKeyPairHex().publicKey;
const MODES = Object.keys(SM_MODES) as SmMode[];

describe.each(MODES)('an institution that speaks the SM envelope with %s', (mode) => {
  let edge: Edge;
  let hospital: SmHospital;
  let son: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    hospital = await registerSmHospital(edge, mode);
    son = await logIn(edge, 'chen-jianguo');
  });
  afterEach(() => edge.close());

  const show = async () => (await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } })).payload;
  const decode = (ecQrCode: string) => bySmHospital(hospital, { infno: '6101', input: { businessType: '01301', ecQrCode } });
  const ask = async (asked: FsiAsk) => {
    const { status, body } = await sendSm(edge, hospital, { ask: asked });
    return { status, answer: openSm(hospital, body) };
  };
  const token = async () => (await ask(decode(await show()))).answer.output as { ecToken: string };
  /** What comes back in plain: the envelope could not be opened. */
  const refused = async (asked: FsiAsk, change: object) => {
    const { status, body } = await sendSm(edge, hospital, { ask: asked, change: change as Record<string, unknown> });
    return `${status} ${fsiAnswer.parse(body).err_msg}`;
  };

  it('scans and settles, every answer signed and encrypted for it, the same again under one msgid', async () => {
    const { ecToken } = await token();
    const pay = bySmHospital(hospital, { infno: '2207', msgid: nextMsgid('H44030000009'), input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    const { answer } = await ask(pay);
    expect(answer).toMatchObject({ infcode: 0, output: { acct_pay: '80.00' } });
    expect((await ask(pay)).answer.output).toEqual(answer.output);
    expect((await son.ask('account')).balanceFen).toBe(800_000 - 8_000);
  });

  it('is told in its envelope, too, why something was refused', async () => {
    const { status, answer } = await ask(decode('1'.repeat(40)));
    expect(status).toBe(200);
    expect(answer).toMatchObject({ infcode: -1, err_msg: expect.stringMatching(/^\[CODE_INVALID\]/) });
    const strange = await ask(bySmHospital(hospital, { infno: '2206', input: { a: { b: 1 } } }));
    expect(strange.answer.err_msg).toMatch(/^\[REQUEST_INVALID\]/);
  });

  it('is refused when any field of its message was changed, and nothing is done', async () => {
    const { ecToken } = await token();
    const pay = bySmHospital(hospital, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    const another = bySmHospital(hospital, { infno: '2207', input: cost(ecToken, { medfee_sumamt: '41.00', psn_cash_pay: '0.00' }) });
    const now = edge.deps.core.now();
    const other = sealedFor(hospital, fsiMessage(another, now).body, now);
    const before = await countRows(edge.pool);
    const changes = [
      { encData: other.encData },
      { signData: other.signData },
      { appId: 'B'.repeat(32) },
      { timestamp: String(Number(other.timestamp) - 60) },
      { encData: '0'.repeat(64) },
      { signData: 'AAAA' },
    ];
    for (const change of changes) expect(await refused(pay, change)).toBe('401 签名不一致');
    for (const change of [
      { version: '2.0.0' },
      { encType: '' },
      { signType: 'RSA' },
      { extra: {} },
      { data: {} },
      { encData: null },
      { timestamp: 1 },
    ])
      expect(await refused(pay, change)).toMatch(/^200 \[REQUEST_INVALID\]/);
    const late = sealedFor(hospital, fsiMessage(pay, now).body, new Date(now.getTime() - 31 * 60_000));
    expect(await refused(pay, late)).toBe('401 签名时间戳超时');
    expect(await countRows(edge.pool)).toEqual(before);
    expect((await son.ask('account')).balanceFen).toBe(800_000);
  });

  it('sends nothing in plain, and nobody else sends this', async () => {
    const ecQrCode = await show();
    expect(await fsiRefusal(edge, decode(ecQrCode))).toBe('ENVELOPE_NOT_AGREED');
    const plain: FsiAsk = { infno: '6101', input: { businessType: '01301', ecQrCode } };
    const { body } = await sendSm(edge, hospital, { ask: plain });
    expect(fsiAnswer.parse(body).err_msg).toMatch(/^\[ENVELOPE_NOT_AGREED\]/);
    // The code was burnt by none of them.
    await fsiOutput(edge, plain);
  });

  it('hides nothing that a plain message may not say', async () => {
    const now = edge.deps.core.now();
    const nested = (levels: number): unknown => (levels === 0 ? '1' : { a: nested(levels - 1) });
    const { body } = fsiMessage(bySmHospital(hospital, { infno: '2206', input: {} }), now);
    const strange = [
      { ...body, input: nested(40) },
      { ...body, opter: 'a\u0000' },
      JSON.parse('{"__proto__":{"infno":"2206"}}'),
      [],
      'text',
    ];
    for (const data of strange) {
      const told = await refused(bySmHospital(hospital, { infno: '2206', input: {} }), sealedFor(hospital, data, now)).catch(
        () => 'sealed',
      );
      expect(told).toMatch(/^(200 \[REQUEST_INVALID\]|401 签名不一致|sealed)/);
    }
  });
});

describe('the SM envelope of an institution', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  const run = (...argv: string[]) => operate(edge.deps.core, argv);
  const plain = () => fsiRefusal(edge, { infno: '2206', input: cost('x'.repeat(48)) });

  it('is agreed by an operator and taken back again, and stays when the institution is taken over again', async () => {
    expect(await plain()).toBe('SETTLEMENT_TOKEN_INVALID');
    expect(await run('add-sm', HOSPITAL, KEY)).toMatchObject({ exitCode: 0 });
    expect(await plain()).toBe('ENVELOPE_NOT_AGREED');
    const [hospital] = INSTITUTIONS;
    if (hospital === undefined) throw new Error('the sandbox has no institution');
    await one(registerInstitutions)(edge.deps.core, hospital);
    expect(await plain()).toBe('ENVELOPE_NOT_AGREED');
    expect(await run('add-sm', HOSPITAL, KEY)).toEqual({ exitCode: 1, text: expect.stringContaining('请先 remove-sm') });
    expect(await run('remove-sm', HOSPITAL)).toMatchObject({ exitCode: 0 });
    expect(await plain()).toBe('SETTLEMENT_TOKEN_INVALID');
    expect(await run('remove-sm', HOSPITAL)).toMatchObject({ exitCode: 1 });
  });

  it('needs a point of the curve as a key, a vector of one block, and an institution that is there', async () => {
    const offCurve = `04${'1'.repeat(128)}`;
    for (const bad of [[], [HOSPITAL], [HOSPITAL, 'key'], [HOSPITAL, offCurve], [HOSPITAL, KEY.slice(2)], [HOSPITAL, KEY, '00']])
      await expect(run('add-sm', ...bad)).rejects.toThrow('用法');
    await expect(run('remove-sm')).rejects.toThrow('用法');
    expect(await run('add-sm', 'H00000000000', KEY)).toMatchObject({ exitCode: 1 });
    expect(await run('remove-sm', 'H00000000000')).toMatchObject({ exitCode: 1 });
  });

  it('is in no table in the clear', async () => {
    const { appSecret } = await registerSmHospital(edge, 'ecb');
    const { rows } = await edge.pool.query<{ row: string }>(
      'select i::text as row from institutions i union all select a::text from audit_lines a',
    );
    const text = rows.map(({ row }) => row).join();
    expect(text).toContain('institution-envelope-added');
    for (const secret of [appSecret, Buffer.from(appSecret).toString('hex')]) expect(text).not.toContain(secret);
  });
});
