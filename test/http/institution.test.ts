import { fsiAnswer } from '@gongji/contract';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';
import { fsiOutput, fsiRefusal, HOSPITAL, nextMsgid, PHARMACY, sendFsi } from '../support/institution';
import { cost, DEVICE, scan } from '../support/main-job';

interface Split {
  readonly setl_id: string | null;
  readonly acct_pay: string;
  readonly acct_mulaid_pay: string;
  readonly psn_cash_pay: string;
  readonly acct_legs: readonly { readonly payer: string; readonly own: boolean; readonly amount: string }[];
}

describe("the institutions' gateway", () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
  });
  afterEach(() => edge.close());

  const show = async (person: Caller = son, by: Caller = son) =>
    (await by.ask('showCode', { body: { personId: person.personId, deviceId: DEVICE } })).payload;
  const decode = (ecQrCode: string) => ({ infno: '6101', input: { businessType: '01301', ecQrCode } });

  it('decodes a shown code once, with the name and number that a counter needs', async () => {
    const payload = await show();
    const output = await fsiOutput(edge, decode(payload));
    expect(output).toMatchObject({ userName: '陈建国', idType: '01', insuOrg: '440300', shownByRelative: false });
    expect(output['idNo']).toMatch(/^440\d{14}[\dX]$/);
    expect(String(output['ecToken']).length).toBeGreaterThanOrEqual(40);
    expect(await fsiRefusal(edge, decode(payload))).toBe('CODE_INVALID');
  });

  it('decodes a code that twenty counters scan at once for one of them', async () => {
    const payload = await show();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendFsi(edge, decode(payload))));
    const done = answers.filter(({ body }) => fsiAnswer.parse(body).infcode === 0);
    expect(done).toHaveLength(1);
  });

  it.each(['0'.repeat(40), '1', 'x'.repeat(64), '；drop'])('knows no code %p', async (code) => {
    expect(await fsiRefusal(edge, decode(code))).toBe('CODE_INVALID');
  });

  it('previews and settles a cost, own account first, and answers the same msgid with the same settlement', async () => {
    const ecToken = await scan(edge, await show());
    const preview = await fsiOutput<Split>(edge, { infno: '2206', input: cost(ecToken) });
    expect(preview).toMatchObject({ setl_id: null, acct_pay: '80.00', acct_mulaid_pay: '0.00', psn_cash_pay: '0.00' });
    const ask = { infno: '2207', msgid: nextMsgid(), input: cost(ecToken, { psn_cash_pay: '0.00' }) };
    const settled = await fsiOutput<Split>(edge, ask);
    expect(settled).toEqual({ ...preview, setl_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(settled.acct_legs).toEqual([{ payer: expect.stringMatching(/陈\*国|本人/), own: true, amount: '80.00', skipped: null }]);
    const after = await countRows(edge.pool);
    expect(await fsiOutput<Split>(edge, ask)).toEqual(settled);
    expect(await countRows(edge.pool)).toEqual(after);
    expect((await son.ask('account')).balanceFen).toBe(800_000 - 8_000);
  });

  it('settles one msgid sent twenty times at once as one settlement', async () => {
    const ecToken = await scan(edge, await show());
    const ask = { infno: '2207', msgid: nextMsgid(), input: cost(ecToken, { psn_cash_pay: '0.00' }) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => fsiOutput<Split>(edge, ask)));
    expect(new Set(answers.map(({ setl_id }) => setl_id)).size).toBe(1);
    expect((await countRows(edge.pool))['settlements']).toBe(1);
    expect((await son.ask('account')).balanceFen).toBe(800_000 - 8_000);
  });

  it("takes a relative's cost from the sponsor, and says how much was shared", async () => {
    await bindMother(son, mother);
    const ecToken = await scan(edge, await show(mother));
    const settled = await fsiOutput<Split>(edge, { infno: '2207', input: cost(ecToken, { psn_cash_pay: '0.00' }) });
    expect(settled).toMatchObject({ acct_pay: '80.00', acct_mulaid_pay: '80.00', psn_cash_pay: '0.00' });
    expect(settled.acct_legs.filter(({ amount }) => amount !== '0.00')).toEqual([
      expect.objectContaining({ payer: '陈*国', own: false, amount: '80.00' }),
    ]);
  });

  it.each([
    ['0', '0.00', '80.00'],
    ['1', '0.00', '80.00'],
    ['2', '80.00', '0.00'],
  ])('acct_used_flag %s takes %s from accounts', async (acct_used_flag, acct_pay, psn_cash_pay) => {
    await bindMother(son, mother);
    const ecToken = await scan(edge, await show(mother));
    expect(await fsiOutput<Split>(edge, { infno: '2206', input: cost(ecToken, { acct_used_flag }) })).toMatchObject({
      acct_pay,
      psn_cash_pay,
    });
  });

  it('takes cash only as the person agreed to it', async () => {
    const ecToken = await scan(edge, await show(mother, mother));
    const input = cost(ecToken, { psn_cash_pay: '0.00' });
    expect(await fsiRefusal(edge, { infno: '2207', input })).toBe('SETTLEMENT_CASH_NOT_AGREED');
    expect(await fsiOutput<Split>(edge, { infno: '2207', input: { ...input, psn_cash_pay: '80.00' } })).toMatchObject({
      acct_pay: '0.00',
      psn_cash_pay: '80.00',
    });
  });

  it('settles a token once, at the institution that scanned it, for fifteen minutes', async () => {
    const [first, second] = [await scan(edge, await show()), await scan(edge, await show())];
    const pay = (ecToken: string, institution = HOSPITAL) => ({
      infno: '2207',
      institution,
      input: cost(ecToken, { psn_cash_pay: '0.00' }),
    });
    expect(await fsiRefusal(edge, pay(first, PHARMACY))).toBe('SETTLEMENT_TOKEN_INVALID');
    await fsiOutput(edge, pay(first));
    expect(await fsiRefusal(edge, pay(first))).toBe('SETTLEMENT_TOKEN_INVALID');
    await edge.moveClockTo(new Date(OPENING_TIME.getTime() + 16 * 60_000));
    expect(await fsiRefusal(edge, pay(second))).toBe('SETTLEMENT_TOKEN_INVALID');
  });

  it('refuses one msgid for another cost', async () => {
    const [first, second] = [await scan(edge, await show()), await scan(edge, await show())];
    const msgid = nextMsgid();
    await fsiOutput(edge, { infno: '2207', msgid, input: cost(first, { psn_cash_pay: '0.00' }) });
    expect(await fsiRefusal(edge, { infno: '2207', msgid, input: cost(second, { psn_cash_pay: '0.00' }) })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('reads yuan with two decimals and nothing else', async () => {
    const ecToken = await scan(edge, await show());
    const before = await countRows(edge.pool);
    const wrong = [
      '120',
      '120.5',
      '120.505',
      '-120.00',
      '+120.00',
      '1e3',
      '1,200.00',
      '０.10',
      ' 120.00',
      '120.00 ',
      '',
      120,
      120.5,
      null,
      '999999999999.00',
    ];
    for (const medfee_sumamt of wrong)
      expect(await fsiRefusal(edge, { infno: '2207', input: cost(ecToken, { medfee_sumamt, psn_cash_pay: '0.00' }) })).toBe(
        'REQUEST_INVALID',
      );
    for (const medfee_sumamt of ['99999999999.99', '0.00', '39.99'])
      expect(await fsiRefusal(edge, { infno: '2207', input: cost(ecToken, { medfee_sumamt, psn_cash_pay: '0.00' }) })).toBe(
        'SETTLEMENT_AMOUNT_INVALID',
      );
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it('answers who calls wrongly with 401 and the text of the specification', async () => {
    const ask = decode(await show());
    const told = (change: object) => fsiRefusal(edge, { ...ask, ...change });
    for (const name of ['_api_name', '_api_version', '_api_timestamp', '_api_access_key', '_api_signature'])
      expect(await told({ headers: { [name]: undefined } })).toBe('401 缺少服务网关的请求头');
    for (const minutes of [-31, 31])
      expect(await told({ signedAt: new Date(OPENING_TIME.getTime() + minutes * 60_000) })).toBe('401 签名时间戳超时');
    expect(await told({ headers: { _api_access_key: 'sandbox-access-nobody' } })).toBe('401 非法用户');
    expect(await told({ secretKey: 'sandbox-secret-P44030000001' })).toBe('401 签名不一致');
    expect(await told({ headers: { _api_version: '2.0.0' } })).toBe('401 签名不一致');
    expect(await told({ headers: { _api_signature: '' } })).toBe('401 缺少服务网关的请求头');
    expect((await countRows(edge.pool))['insurance_codes']).toBe(1);
    await fsiOutput(edge, ask);
  });

  it('refuses a message that says another institution or transaction than it was signed for', async () => {
    const ask = decode(await show());
    expect(await fsiRefusal(edge, { ...ask, envelope: { fixmedins_code: PHARMACY } })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { ...ask, msgid: nextMsgid(PHARMACY) })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { ...ask, envelope: { infno: '2206' } })).toBe('REQUEST_INVALID');
    expect(await fsiRefusal(edge, { ...ask, headers: { _api_name: '2206' } })).toBe('401 签名不一致');
    expect(await fsiRefusal(edge, { infno: '9999', input: {} })).toBe('TRANSACTION_UNKNOWN');
  });

  it.each([null, [], 'x', {}, { ecToken: 'x' }, { a: { b: { c: 1 } } }])('refuses the input %j', async (input) => {
    for (const infno of ['6101', '2206', '2207']) expect(await fsiRefusal(edge, { infno, input })).toBe('REQUEST_INVALID');
  });
});

describe('a counter that scans too often', () => {
  it('has to wait', async () => {
    const edge = await openEdge({ limits: { scanPerInstitution: { times: 2, seconds: 60 } } });
    const ask = { infno: '6101', input: { businessType: '01301', ecQrCode: '1'.repeat(40) } };
    expect([await fsiRefusal(edge, ask), await fsiRefusal(edge, ask)]).toEqual(['CODE_INVALID', 'CODE_INVALID']);
    expect(await fsiRefusal(edge, ask)).toMatch(/^503 \[RATE_LIMITED\]/);
    expect(await fsiRefusal(edge, { ...ask, institution: PHARMACY })).toBe('CODE_INVALID');
    await edge.close();
  });
});
