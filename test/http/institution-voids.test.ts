import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';
import { fsiOutput, fsiRefusal, HOSPITAL, nextMsgid, PHARMACY } from '../support/institution';
import { cost, DEVICE, pharmacyCost, scan } from '../support/main-job';

interface Voided {
  readonly setl_id: string | null;
  readonly setl_time: string;
  readonly acct_pay: string;
}

describe('what a counter takes back', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
  });
  afterEach(() => edge.close());

  const show = async (person: Caller = son) =>
    (await son.ask('showCode', { body: { personId: person.personId, deviceId: DEVICE } })).payload;
  const settle = async (msgid = nextMsgid(), person: Caller = son) =>
    fsiOutput<{ setl_id: string }>(edge, {
      infno: '2207',
      msgid,
      input: cost(await scan(edge, await show(person)), { psn_cash_pay: '0.00' }),
    });
  const balance = async () => (await son.ask('account')).balanceFen;
  const voiding = (setl_id: string, change: object = {}) => ({ infno: '2208', msgid: nextMsgid(), input: { setl_id }, ...change });
  const reversing = (omsgid: string, change: object = {}) => ({
    infno: '2601',
    msgid: nextMsgid(),
    input: { omsgid, oinfno: '2207', ...change },
  });

  it('goes back to whoever paid, and is told the same when asked again', async () => {
    await bindMother(son, mother);
    const { setl_id } = await settle(undefined, mother);
    expect(await balance()).toBe(792_000);
    const ask = voiding(setl_id);
    const voided = await fsiOutput<Voided>(edge, ask);
    expect(voided).toMatchObject({
      setl_id,
      setl_time: '2026-11-23 10:00:00',
      acct_pay: '80.00',
      acct_mulaid_pay: '80.00',
      psn_cash_pay: '0.00',
    });
    expect(await balance()).toBe(800_000);
    const after = await countRows(edge.pool);
    await edge.moveClockTo(new Date(OPENING_TIME.getTime() + 2 * 3_600_000));
    expect(await fsiOutput(edge, ask)).toEqual(voided);
    expect((await countRows(edge.pool))['transfers']).toBe(after['transfers']);
    expect(await fsiRefusal(edge, { ...ask, msgid: nextMsgid(HOSPITAL, edge.deps.core.now()) })).toBe('SETTLEMENT_VOIDED');
  });

  it('goes back once of twenty messages at once, under one number or twenty', async () => {
    const [first, second] = [await settle(), await settle()];
    const ask = voiding(first.setl_id);
    const same = await Promise.all(Array.from({ length: 20 }, () => fsiOutput<Voided>(edge, ask)));
    expect(new Set(same.map((each) => JSON.stringify(each))).size).toBe(1);
    const others = await Promise.allSettled(Array.from({ length: 20 }, () => fsiOutput(edge, voiding(second.setl_id))));
    expect(others.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await balance()).toBe(800_000);
  });

  it("is this institution's own: another is told nothing of it", async () => {
    const { setl_id } = await settle();
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const id of [setl_id, nobody])
      expect(await fsiRefusal(edge, voiding(id, { institution: 'H44140000001', msgid: nextMsgid('H44140000001') }))).toBe(
        'SETTLEMENT_NOT_FOUND',
      );
    expect(await fsiRefusal(edge, { ...voiding(setl_id), infno: '2103', institution: PHARMACY, msgid: nextMsgid(PHARMACY) })).toBe(
      'SETTLEMENT_NOT_FOUND',
    );
    expect(await balance()).toBe(792_000);
  });

  it('is a reversal where the answer of the settlement was lost', async () => {
    const omsgid = nextMsgid();
    const { setl_id } = await settle(omsgid);
    const ask = reversing(omsgid);
    const voided = await fsiOutput<Voided>(edge, ask);
    expect(voided).toMatchObject({ setl_id, acct_pay: '80.00' });
    expect(await fsiOutput(edge, ask)).toEqual(voided);
    expect(await balance()).toBe(800_000);
  });

  it('keeps a settlement that arrives after its reversal from being done', async () => {
    const omsgid = nextMsgid();
    expect(await fsiOutput<Voided>(edge, reversing(omsgid))).toMatchObject({ setl_id: null, acct_pay: '0.00' });
    const ecToken = await scan(edge, await show());
    expect(await fsiRefusal(edge, { infno: '2207', msgid: omsgid, input: cost(ecToken, { psn_cash_pay: '0.00' }) })).toBe(
      'SETTLEMENT_ANNULLED',
    );
    expect(await balance()).toBe(800_000);
  });

  it('is reversed of settlements only, and of one’s own', async () => {
    const msgid = nextMsgid(PHARMACY);
    const ecToken = await scan(edge, await show(), PHARMACY);
    await fsiOutput(edge, { infno: '2102', institution: PHARMACY, msgid, input: pharmacyCost(ecToken, { psn_cash_pay: '0.00' }) });
    const before = await countRows(edge.pool);
    for (const oinfno of ['2206', '6101', '2208', '2601', '2304', '2401'])
      expect(await fsiRefusal(edge, reversing(nextMsgid(), { oinfno }))).toBe('REVERSAL_NOT_ALLOWED');
    expect(await fsiRefusal(edge, reversing(msgid, { oinfno: '2102' }))).toBe('TRANSACTION_NOT_YOURS');
    for (const omsgid of [msgid, '1', `${HOSPITAL}x`]) expect(await fsiRefusal(edge, reversing(omsgid))).toBe('REQUEST_INVALID');
    expect(await countRows(edge.pool)).toEqual(before);
  });
});
