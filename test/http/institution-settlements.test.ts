import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';
import { fsiOutput, fsiRefusal, HOSPITAL, nextMsgid, PHARMACY } from '../support/institution';
import { cost, DEVICE, pharmacyCost, scan } from '../support/main-job';

interface Split {
  readonly setl_id: string | null;
  readonly acct_pay: string;
  readonly acct_mulaid_pay: string;
  readonly psn_cash_pay: string;
  readonly acct_legs: readonly { readonly payer: string; readonly own: boolean; readonly amount: string }[];
}

describe('a settlement at a counter', () => {
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

  it('previews and settles a cost, own account first, and answers the same msgid with the same settlement', async () => {
    const ecToken = await scan(edge, await show());
    const preview = await fsiOutput<Split>(edge, { infno: '2206', input: cost(ecToken) });
    expect(preview).toMatchObject({ setl_id: null, acct_pay: '80.00', acct_mulaid_pay: '0.00', psn_cash_pay: '0.00' });
    const ask = { infno: '2207', msgid: nextMsgid(), input: cost(ecToken, { psn_cash_pay: '0.00' }) };
    const settled = await fsiOutput<Split>(edge, ask);
    expect(settled).toEqual({
      ...preview,
      setl_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      setl_no: expect.stringMatching(/^261123\d{10}$/),
    });
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
    expect(await fsiRefusal(edge, pay(first, 'H44140000001'))).toBe('SETTLEMENT_TOKEN_INVALID');
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

  it("settles at a pharmacy by the pharmacy's own numbers", async () => {
    const ecToken = await scan(edge, await show(), PHARMACY);
    const preview = await fsiOutput<Split>(edge, { infno: '2101', institution: PHARMACY, input: pharmacyCost(ecToken) });
    expect(preview).toMatchObject({ setl_id: null, acct_pay: '80.00', psn_cash_pay: '0.00' });
    const ask = {
      infno: '2102',
      institution: PHARMACY,
      msgid: nextMsgid(PHARMACY),
      input: pharmacyCost(ecToken, { psn_cash_pay: '0.00' }),
    };
    const settled = await fsiOutput<Split>(edge, ask);
    expect(settled).toEqual({ ...preview, setl_id: expect.any(String), setl_no: expect.any(String) });
    expect(await fsiOutput<Split>(edge, ask)).toEqual(settled);
  });

  it("keeps a pharmacy from a hospital's transactions, and a hospital from a pharmacy's", async () => {
    const [atHospital, atPharmacy] = [await scan(edge, await show()), await scan(edge, await show(), PHARMACY)];
    const before = await countRows(edge.pool);
    for (const infno of ['2206', '2207', '2208'])
      expect(await fsiRefusal(edge, { infno, institution: PHARMACY, input: cost(atPharmacy) })).toBe('TRANSACTION_NOT_YOURS');
    for (const infno of ['2101', '2102', '2103'])
      expect(await fsiRefusal(edge, { infno, institution: HOSPITAL, input: pharmacyCost(atHospital) })).toBe('TRANSACTION_NOT_YOURS');
    // Nor under the other's med_type or use.
    for (const change of [{ med_type: '11' }, { use: 'care' }])
      expect(await fsiRefusal(edge, { infno: '2101', institution: PHARMACY, input: pharmacyCost(atPharmacy, change) })).toBe(
        'REQUEST_INVALID',
      );
    expect(await fsiRefusal(edge, { infno: '2206', input: cost(atHospital, { med_type: '41' }) })).toBe('REQUEST_INVALID');
    expect(await countRows(edge.pool)).toEqual(before);
  });
});
