import { fsiAnswer, FSI_TRANSACTIONS, type Infno } from '@gongji/contract';
import { countRows, type Edge, openEdge } from '../support/edge';
import { type Caller, logIn, send } from '../support/edge-client';
import { fsiMessage, fsiOutput, fsiRefusal, HOSPITAL, PHARMACY, sendFsi } from '../support/institution';
import { cost, DEVICE, pharmacyCost, scan } from '../support/main-job';

// What a program that means harm sends: refused by a code of the catalogue, with nothing written and nothing told.

const INFNOS = Object.keys(FSI_TRANSACTIONS) as readonly Infno[];
const byKind = (infno: Infno) => ((FSI_TRANSACTIONS[infno].kinds as readonly string[]).includes('hospital') ? HOSPITAL : PHARMACY);

describe('attacks on the gateway', () => {
  let edge: Edge;
  let son: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    son = await logIn(edge, 'chen-jianguo');
  });
  afterEach(() => edge.close());

  const show = async () => (await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } })).payload;
  /** Sends a body as it stands, under good headers. */
  const raw = async (infno: string, body: string, path = `/fsi/${infno}`) => {
    const { headers } = fsiMessage({ infno, input: {} }, edge.deps.core.now());
    const told = await send(edge, { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body });
    return { status: told.status, answer: fsiAnswer.safeParse(told.body) };
  };

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

  it.each([
    '"1"',
    '1e309',
    '-0.01',
    '"-0.01"',
    '"0.001"',
    '"１.00"',
    '"1.0"',
    '"Infinity"',
    '"NaN"',
    '"0x1.00"',
    '[]',
    '{}',
    'true',
    '["1.00"]',
  ])('moves nothing for the amount %s', async (amount) => {
    const atHospital = await scan(edge, await show());
    const atPharmacy = await scan(edge, await show(), PHARMACY);
    const before = await countRows(edge.pool);
    for (const field of ['medfee_sumamt', 'fund_pay_sumamt', 'psn_cash_pay']) {
      for (const [infno, institution, input] of [
        ['2207', HOSPITAL, cost(atHospital, { psn_cash_pay: '0.00', [field]: '@' })],
        ['2102', PHARMACY, pharmacyCost(atPharmacy, { psn_cash_pay: '0.00', [field]: '@' })],
      ] as const) {
        const { headers, body } = fsiMessage({ infno, institution, input }, edge.deps.core.now());
        const told = await send(edge, {
          method: 'POST',
          path: `/fsi/${infno}`,
          headers,
          body: JSON.stringify(body).replace('"@"', amount),
        });
        expect(told.status).toBe(200);
        expect(fsiAnswer.parse(told.body).err_msg).toMatch(/^\[REQUEST_INVALID\]/);
      }
    }
    expect(await countRows(edge.pool)).toEqual(before);
    expect((await son.ask('account')).balanceFen).toBe(800_000);
  });

  it.each(['null', '[]', '"x"', '1', '{}', '{"ecToken":"x"}', '{"a":{"b":{"c":1}}}', '{"constructor":1}'])(
    'refuses the input %s in every transaction',
    async (text) => {
      const input: unknown = JSON.parse(text);
      const before = await countRows(edge.pool);
      for (const infno of INFNOS) expect(await fsiRefusal(edge, { infno, institution: byKind(infno), input })).toBe('REQUEST_INVALID');
      expect(await countRows(edge.pool)).toEqual(before);
    },
  );

  it('refuses a field that nobody knows, in the envelope and in every input', async () => {
    const ecToken = await scan(edge, await show());
    expect(await fsiRefusal(edge, { infno: '2206', input: cost(ecToken), envelope: { admin: true } })).toBe('REQUEST_INVALID');
    for (const extra of [{ holderId: son.personId }, { account_fen: 1 }, { psn_no: 'x' }, { setl_id: null }])
      expect(await fsiRefusal(edge, { infno: '2206', input: cost(ecToken, extra) })).toBe('REQUEST_INVALID');
    const { status, body } = await sendFsi(edge, { infno: '2206', input: cost(ecToken, { '<script>': '1' }) });
    expect([status, JSON.stringify(body)]).toEqual([200, expect.not.stringContaining('script')]);
  });

  it('answers what is too long, too deep, poisoned or no JSON with a refusal', async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const { body } = fsiMessage({ infno: '2206', input: '@' }, edge.deps.core.now());
    const whole = (input: string) => JSON.stringify(body).replace('"@"', input);
    for (const [text, code] of [
      [whole(`"${'x'.repeat(70_000)}"`), 'REQUEST_TOO_LARGE'],
      [whole(deep), 'REQUEST_INVALID'],
      [whole('{"__proto__":{"kind":"pharmacy"}}'), 'REQUEST_INVALID'],
      [whole('{"constructor":{"prototype":{"x":1}}}'), 'REQUEST_INVALID'],
      [whole('"a\\u0000b"'), 'REQUEST_INVALID'],
      [`${whole('{}')}{}`, 'REQUEST_INVALID'],
      ['{', 'REQUEST_INVALID'],
      ['[]', 'REQUEST_INVALID'],
      ['null', 'REQUEST_INVALID'],
      ['', 'REQUEST_INVALID'],
    ] as const) {
      const { status, answer } = await raw('2206', text);
      expect(status).toBe(200);
      expect(answer.data?.err_msg).toMatch(new RegExp(`^\\[${code}\\]`));
    }
  });

  it('knows transactions by their number only, however it is written', async () => {
    for (const infno of ['constructor', '__proto__', 'toString', '0000', '22O7', '2207 ', '%00', '..'])
      expect((await raw(infno, '{}', `/fsi/${encodeURIComponent(infno)}`).catch(() => ({ status: 0 }))).status).toBeLessThan(500);
    const twice = await send(edge, {
      method: 'POST',
      path: '/fsi/2206?infno=2207&infno=2208',
      ...fsiMessage({ infno: '2206', input: cost('x'.repeat(48)) }, edge.deps.core.now()),
    });
    expect(fsiAnswer.parse(twice.body).err_msg).toMatch(/^\[SETTLEMENT_TOKEN_INVALID\]/);
  });

  it('takes the last of a repeated name, and headers that are sent twice for nobody', async () => {
    const ecToken = await scan(edge, await show());
    const { headers, body } = fsiMessage({ infno: '2206', input: cost(ecToken) }, edge.deps.core.now());
    const text = JSON.stringify(body).replace('"medfee_sumamt":"120.00"', '"medfee_sumamt":"1.00","medfee_sumamt":"120.00"');
    const { status, body: told } = await send(edge, { method: 'POST', path: '/fsi/2206', headers, body: text });
    expect([status, fsiAnswer.parse(told).output]).toEqual([200, expect.objectContaining({ medfee_sumamt: '120.00' })]);
    const twice = new Headers(headers);
    twice.append('_api_access_key', `sandbox-access-${PHARMACY}`);
    const answer = await fetch(`${edge.url}/fsi/2206`, { method: 'POST', headers: twice, body: JSON.stringify(body) });
    expect([answer.status, fsiAnswer.parse(await answer.json()).err_msg]).toEqual([401, '非法用户']);
  });

  it("says the same of another institution's token, number and settlement as of none", async () => {
    const ecToken = await scan(edge, await show());
    const other = 'H44140000001';
    const said = async (token: string) => {
      const asks = [
        { infno: '1101', institution: other, input: { mdtrt_cert_type: '01', mdtrt_cert_no: token } },
        { infno: '2206', institution: other, input: cost(token) },
        { infno: '2207', institution: other, input: cost(token, { psn_cash_pay: '0.00' }) },
      ];
      return Promise.all(asks.map(async (ask) => fsiAnswer.parse((await sendFsi(edge, ask)).body).err_msg));
    };
    expect(await said(ecToken)).toEqual(await said('x'.repeat(48)));
    await fsiOutput(edge, { infno: '2206', input: cost(ecToken) });
  });
});
