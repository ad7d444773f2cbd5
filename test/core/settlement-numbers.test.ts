import { one, readMessages, settle, voidSettlement } from '@gongji/core';
import { parseSettlementNumber, settlementNumberText } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab } from '../support/core-lab';
import { bind, costOf, tokenFor } from '../support/core-steps';

// The number of a settlement that people read out to each other.

jest.setTimeout(60_000);

describe('the number of a settlement', () => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab('postgres', 5);
  });
  beforeEach(() => lab.setClock(MONDAY));
  afterAll(() => lab.close());

  it('is told to the patient and to each payer, when it is settled and when it is taken back', async () => {
    const [son, mother] = [await enrol(lab), await enrolParent(lab)];
    await bind(lab, son, mother);
    const { settlementId, number } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, son, mother)));
    expect(parseSettlementNumber(number)).toBe(number);
    const voided = await one(voidSettlement)(lab.deps, { key: newKey(), institutionId: lab.institutionId, settlementId });
    expect(voided.number).toBe(number);
    for (const { personId } of [son, mother]) {
      const { messages } = await readMessages(lab.deps, { personId, kind: 'money', limit: 100 });
      const said = messages.filter(({ text }) => text.includes('医保结算'));
      expect(said.map(({ text }) => text.endsWith(`结算编号 ${settlementNumberText(number)}。`))).toEqual([true, true]);
    }
  });

  it('that was given before is drawn again, so that one number names one settlement', async () => {
    const patient = await enrol(lab);
    const drawn = [7, 7, 8].map((serial) => Buffer.from(serial.toString(16).padStart(12, '0'), 'hex'));
    const { randomBytes } = lab.deps;
    const deps = { ...lab.deps, randomBytes: (size: number) => (size === 6 ? (drawn.shift() ?? randomBytes(size)) : randomBytes(size)) };
    const numbers: string[] = [];
    for (let count = 0; count < 2; count++)
      numbers.push((await one(settle)(deps, costOf(lab, await tokenFor(lab, patient), { accountUse: 'own' }))).number);
    expect(numbers.map((number) => number.slice(0, -1))).toEqual(['261123000000007', '261123000000008']);
  });

  it('is kept once by the database', async () => {
    const { rows } = await lab.pool.query<{ count: number }>(
      "select count(*)::int count from pg_constraint where conname = 'settlements__one_per_number'",
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('of many settled at once is another for each', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => enrol(lab)));
    const asked = [];
    for (const person of people) asked.push(costOf(lab, await tokenFor(lab, person), { accountUse: 'own' }));
    const outcomes = await settle(lab.deps, asked);
    const numbers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.number] : []));
    expect(new Set(numbers).size).toBe(people.length);
  });
});
