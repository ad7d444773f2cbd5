import { one, readBinding, readMessages, readPayment, readSettlement, settle } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, openLab, type Person } from '../support/core-lab';
import { bind, costOf, tokenFor } from '../support/core-steps';
import { applyFor, familyInShenzhen } from '../support/premiums';

// What a message leads to is what its reader may open.

jest.setTimeout(60_000);

let lab: CoreLab;
beforeEach(async () => {
  lab = await openLab('postgres', 5);
});
afterEach(() => lab.close());

const MOTHER = { birthDate: '1958-01-01', currentYearFen: 0, carriedOverFen: 0 } as const;
const subjectsOf = async ({ personId }: Person, kind: string) => {
  const { messages } = await readMessages(lab.deps, { personId });
  return messages.flatMap(({ about }) => (about?.kind === kind ? [about.id] : []));
};

describe('a message', () => {
  it('about a payment leads its payer there, and whom it is paid for to their premium', async () => {
    const family = await familyInShenzhen(lab);
    const { payer, person } = family;
    const { paymentId } = await applyFor(lab, family);
    expect(await subjectsOf(payer, 'payment')).toEqual([paymentId]);
    expect((await readPayment(lab.deps, { personId: payer.personId, paymentId })).paymentId).toBe(paymentId);
    expect((await readMessages(lab.deps, { personId: person.personId })).messages.map(({ title }) => title)).toContain(
      '家人已为您申请缴费',
    );
    expect(await subjectsOf(person, 'payment')).toEqual([]);
    expect(await subjectsOf(person, 'premium')).toEqual([paymentId]);
    expect(await subjectsOf(payer, 'premium')).toEqual([]);
  });

  it('about a binding leads both sides there', async () => {
    const [son, mother] = [await enrol(lab), await enrol(lab, MOTHER)];
    const bindingId = await bind(lab, son, mother);
    for (const each of [son, mother]) {
      expect(new Set(await subjectsOf(each, 'binding'))).toEqual(new Set([bindingId]));
      expect((await readBinding(lab.deps, { personId: each.personId, bindingId })).bindingId).toBe(bindingId);
    }
  });

  it('about a settlement leads there whom it was settled for, and each who paid of it', async () => {
    const [son, mother] = [await enrol(lab, { currentYearFen: 8_000 }), await enrol(lab, { ...MOTHER, currentYearFen: 100 })];
    await bind(lab, son, mother);
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, mother), { totalFen: fen(5_000) }));
    for (const each of [son, mother]) {
      expect(await subjectsOf(each, 'settlement')).toEqual([settlementId]);
      expect((await readSettlement(lab.deps, { personId: each.personId, settlementId })).settlementId).toBe(settlementId);
    }
  });
});
