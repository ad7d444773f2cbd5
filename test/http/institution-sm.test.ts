import { fsiAnswer } from '@gongji/contract';
import { countRows, type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { fsiMessage, fsiOutput, fsiRefusal, type FsiAsk, nextMsgid } from '../support/institution';
import { cost, DEVICE } from '../support/main-job';
import { bySmHospital, openSm, registerSmHospital, sealedFor, sendSm, SM_MODES, type SmMode } from '../support/sm-institution';

const MODES = Object.keys(SM_MODES) as SmMode[];

describe.each(MODES)('an institution that speaks the SM envelope with %s', (mode) => {
  let edge: Edge;
  let son: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    await registerSmHospital(edge, mode);
    son = await logIn(edge, 'chen-jianguo');
  });
  afterEach(() => edge.close());

  const show = async () => (await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } })).payload;
  const decode = (ecQrCode: string) => bySmHospital({ infno: '6101', input: { businessType: '01301', ecQrCode } });
  const ask = async (asked: FsiAsk) => {
    const { status, body } = await sendSm(edge, mode, { ask: asked });
    return { status, answer: openSm(mode, body) };
  };
  const token = async () => (await ask(decode(await show()))).answer.output as { ecToken: string };
  /** What comes back in plain: the envelope could not be opened. */
  const refused = async (asked: FsiAsk, change: object) => {
    const { status, body } = await sendSm(edge, mode, { ask: asked, change: change as Record<string, unknown> });
    return `${status} ${fsiAnswer.parse(body).err_msg}`;
  };

  it('scans and settles, every answer signed and encrypted for it, the same again under one msgid', async () => {
    const { ecToken } = await token();
    const pay = bySmHospital({ infno: '2207', msgid: nextMsgid('H44030000009'), input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    const { answer } = await ask(pay);
    expect(answer).toMatchObject({ infcode: 0, output: { acct_pay: '80.00' } });
    expect((await ask(pay)).answer.output).toEqual(answer.output);
    expect((await son.ask('account')).balanceFen).toBe(800_000 - 8_000);
  });

  it('is told in its envelope, too, why something was refused', async () => {
    const { status, answer } = await ask(decode('1'.repeat(40)));
    expect(status).toBe(200);
    expect(answer).toMatchObject({ infcode: -1, err_msg: expect.stringMatching(/^\[CODE_INVALID\]/) });
    const strange = await ask(bySmHospital({ infno: '2206', input: { a: { b: 1 } } }));
    expect(strange.answer.err_msg).toMatch(/^\[REQUEST_INVALID\]/);
  });

  it('is refused when any field of its message was changed, and nothing is done', async () => {
    const { ecToken } = await token();
    const pay = bySmHospital({ infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    const another = bySmHospital({ infno: '2207', input: cost(ecToken, { medfee_sumamt: '41.00', psn_cash_pay: '0.00' }) });
    const now = edge.deps.core.now();
    const other = sealedFor(mode, fsiMessage(another, now).body, now);
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
    const late = sealedFor(mode, fsiMessage(pay, now).body, new Date(now.getTime() - 31 * 60_000));
    expect(await refused(pay, late)).toBe('401 签名时间戳超时');
    expect(await countRows(edge.pool)).toEqual(before);
    expect((await son.ask('account')).balanceFen).toBe(800_000);
  });

  it('sends nothing in plain, and nobody else sends this', async () => {
    const ecQrCode = await show();
    expect(await fsiRefusal(edge, decode(ecQrCode))).toBe('ENVELOPE_NOT_AGREED');
    const plain: FsiAsk = { infno: '6101', input: { businessType: '01301', ecQrCode } };
    const { body } = await sendSm(edge, mode, { ask: plain });
    expect(fsiAnswer.parse(body).err_msg).toMatch(/^\[ENVELOPE_NOT_AGREED\]/);
    // The code was burnt by none of them.
    await fsiOutput(edge, plain);
  });

  it('hides nothing that a plain message may not say', async () => {
    const now = edge.deps.core.now();
    const nested = (levels: number): unknown => (levels === 0 ? '1' : { a: nested(levels - 1) });
    const { body } = fsiMessage(bySmHospital({ infno: '2206', input: {} }), now);
    const strange = [
      { ...body, input: nested(40) },
      { ...body, opter: 'a\u0000' },
      JSON.parse('{"__proto__":{"infno":"2206"}}'),
      [],
      'text',
    ];
    for (const data of strange) {
      const told = await refused(bySmHospital({ infno: '2206', input: {} }), sealedFor(mode, data, now)).catch(() => 'sealed');
      expect(told).toMatch(/^(200 \[REQUEST_INVALID\]|401 签名不一致|sealed)/);
    }
  });
});
