import { readLevy, readPayments } from '@gongji/core';
import { type CoreLab, enrol, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';
import { applyFor, type Family, familyInShenzhen, runAt, viewOf } from '../support/premiums';

// What was paid for somebody by another: that it was paid is theirs to know, what it was paid from is the payer's.

jest.setTimeout(60_000);

let lab: CoreLab;
let family: Family;
beforeEach(async () => {
  lab = await openLab('postgres', 5);
  family = await familyInShenzhen(lab);
});
afterEach(() => lab.close());

const CLEARING_DAY = '2026-11-30T02:00:00Z';
const recordsOf = ({ personId }: Person, year?: number) => readPayments(lab.deps, { personId, year });

describe('the records of somebody for whom another has paid', () => {
  it('show the year, the payer and how it stands, and nothing of the payer’s money', async () => {
    const payment = await applyFor(lab, family);
    const record = { year: 2027, regionName: '梅州市', payer: expect.stringMatching(/^测\*.$/), appliedAt: payment.appliedAt };
    expect(await recordsOf(family.person)).toEqual({
      payments: [],
      paidForMe: [{ ...record, state: 'applied', stateText: '已申请，还没有缴' }],
    });
    await runAt(lab, CLEARING_DAY);
    const { paidForMe } = await recordsOf(family.person);
    expect(paidForMe).toMatchObject([{ ...record, stateText: '已缴费' }]);
    expect((await recordsOf(family.person, 2026)).paidForMe).toEqual([]);
    const { number } = await viewOf(lab, family, payment);
    for (const secret of [payment.paymentId, number, '40000', 'legs', 'receipt']) expect(JSON.stringify(paidForMe)).not.toContain(secret);
  });

  it('are the payer’s to open, and each look at them leaves an entry for the payer', async () => {
    await applyFor(lab, family);
    expect(await recordsOf(family.payer)).toMatchObject({ payments: [{ state: 'applied' }], paidForMe: [] });
    await recordsOf(family.person);
    const { rows } = await lab.pool.query('select looker_id from looks where holder_id = $1 and what = $2', [
      family.payer.personId,
      'cover',
    ]);
    expect(rows).toEqual([{ looker_id: family.person.personId }]);
  });

  it('are named where the premium is looked up: mine to the payer, another’s to everybody else', async () => {
    const sibling = await enrol(lab);
    await bind(lab, sibling, family.person, { key: newKey() });
    const levyFor = ({ personId: actorId }: Person) => readLevy(lab.deps, { actorId, personId: family.person.personId, year: 2027 });
    expect(await levyFor(family.payer)).toMatchObject({ state: 'due', ownPaymentId: null });
    const { paymentId } = await applyFor(lab, family);
    expect(await levyFor(family.payer)).toMatchObject({ state: 'applied', ownPaymentId: paymentId });
    expect(await levyFor(sibling)).toMatchObject({ state: 'applied', ownPaymentId: null });
    expect((await recordsOf(sibling)).payments).toEqual([]);
  });
});
