import type { CounterRecord, NotDone, Scanned, Settled, SplitFound } from '../../apps/sandbox/src/counter/shapes';
import { type Edge, openEdge } from '../support/edge';
import { type Caller, logIn, send } from '../support/edge-client';
import { bindMother } from '../support/family';
import { HOSPITAL, PHARMACY } from '../support/institution';
import { DEVICE } from '../support/main-job';

// The sandbox's counter in front of the real gateway: what the counter's own tests only have from a stand-in.

const OPENED_FEN = 800_000;

describe.each([
  [HOSPITAL, 'care'],
  [PHARMACY, 'drug'],
])('the counter of %s', (institutionCode, use) => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeAll(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
  });
  afterAll(() => edge.close());

  const ask = async <T>(path: string, body: unknown): Promise<T> =>
    (await send({ url: edge.sandboxUrl }, { method: 'POST', path: `/counter/api/${path}`, body })).body as T;
  const records = async () =>
    (await send({ url: edge.sandboxUrl }, { method: 'GET', path: `/counter/api/records?institution=${institutionCode}` }))
      .body as readonly CounterRecord[];
  const balance = async () => (await son.ask('account')).balanceFen;
  const terms = { use, totalFen: 12_000, fundFen: 4_000, accounts: '2' };

  it("settles a relative's cost and takes it back, and the money is where it was", async () => {
    const { payload } = await son.ask('showCode', { body: { personId: mother.personId, deviceId: DEVICE } });
    const scanned = await ask<Scanned>('decode', { institutionCode, payload });
    expect(scanned).toMatchObject({
      state: 'done',
      name: '陈*兰',
      insuredPlace: '梅州市',
      shownByRelative: true,
      benefit: { enjoys: true },
    });
    const { visitId } = scanned;
    const { split } = await ask<SplitFound>('pre-settle', { visitId, terms });
    expect(split).toMatchObject({ acct_mulaid_pay: '80.00', psn_cash_pay: '0.00' });
    const settled = await ask<Settled>('settle', { visitId, terms: { ...terms, cashFen: 0 } });
    expect(settled).toMatchObject({ state: 'done', split: { acct_pay: '80.00' } });
    expect(await balance()).toBe(OPENED_FEN - 8_000);
    const voided = await ask<Settled>('void', { visitId });
    expect(voided).toMatchObject({ state: 'done', split: { acct_pay: '80.00', acct_mulaid_pay: '80.00' } });
    expect(await ask<Settled>('void', { visitId })).toMatchObject({ state: 'done' });
    expect(await balance()).toBe(OPENED_FEN);
    expect(await records()).toMatchObject([{ visitId, state: 'voided', number: settled.split.setl_no }]);
  });

  it('says in which words a used code was refused', async () => {
    const { payload } = await son.ask('showCode', { body: { personId: son.personId, deviceId: DEVICE } });
    const { visitId } = await ask<Scanned>('decode', { institutionCode, payload });
    await ask<Settled>('settle', { visitId, terms: { ...terms, cashFen: 0 } });
    expect(await ask<NotDone>('decode', { institutionCode, payload })).toEqual({
      state: 'refused',
      code: 'CODE_INVALID',
      text: '医保码无效、已用过或已过期。',
    });
  });
});
