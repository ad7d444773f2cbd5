import { one, readSums, readTrend, refundPremium, settle, voidSettlement } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, ENGINES, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { costOf, tokenFor } from '../support/core-steps';
import { fillBooks } from '../support/mixed-books';
import { applyFor, type Family, familyInShenzhen, runAt } from '../support/premiums';

// What came in and what was spent, as a person counts it: not what the account began with, and not what was taken back.

jest.setTimeout(60_000);

const LEVY = 40_000;

describe.each(ENGINES)('the sums of entries on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine, 5);
  }, 90_000);
  beforeEach(() => lab.setClock(MONDAY));
  afterAll(() => lab.close());

  type Filter = Omit<Parameters<typeof readSums>[1], 'personId'>;
  const sumsOf = async ({ personId }: Person, filter: Filter = {}) => {
    const { total, years } = await readSums(lab.deps, { personId, ...filter });
    const months = years.flatMap((year) => year.months.map(({ month, inFen, outFen }) => [year.year, month, inFen, outFen]));
    return { all: [total.inFen, total.outFen, total.count], months };
  };
  const trendOf = async ({ personId }: Person) =>
    (await readTrend(lab.deps, { personId, months: 12 })).months.map(({ month, inFen, outFen }) => [month, inFen, outFen]);

  it('do not take what an account opened with for income, unless it is asked for', async () => {
    const holder = await enrol(lab, { currentYearFen: 3_000, carriedOverFen: 5_000 });
    expect(await sumsOf(holder)).toEqual({ all: [0, 0, 2], months: [[2026, 11, 0, 0]] });
    expect((await sumsOf(holder, { kind: 'opening' })).all).toEqual([8_000, 0, 2]);
    expect(await trendOf(holder)).toEqual([['2026-11', 0, 0]]);
  });

  it('count a settlement that was voided neither as spent nor as income, whenever it came back', async () => {
    const holder = await enrol(lab, { currentYearFen: 3_000, carriedOverFen: 5_000 });
    const settleOne = async (totalFen: number) =>
      (await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, holder), { totalFen: fen(totalFen) }))).settlementId;
    await settleOne(1_000);
    const settlementId = await settleOne(2_000);
    expect((await sumsOf(holder)).all).toEqual([0, 3_000, 4]);
    lab.setClock(new Date('2026-12-02T02:00:00Z'));
    await one(voidSettlement)(lab.deps, { institutionId: lab.institutionId, key: newKey(), settlementId });
    const [december, november] = [
      [2026, 12, 0, 0],
      [2026, 11, 0, 1_000],
    ];
    expect(await sumsOf(holder)).toEqual({ all: [0, 1_000, 5], months: [december, november] });
    expect(await trendOf(holder)).toEqual([
      ['2026-11', 0, 1_000],
      ['2026-12', 0, 0],
    ]);
    expect((await sumsOf(holder, { kind: 'settlement' })).all).toEqual([0, 1_000, 2]);
    expect((await sumsOf(holder, { kind: 'settlement-void' })).all).toEqual([2_000, 0, 1]);
  });

  it('count a premium that was refunded neither as spent nor as income', async () => {
    const family: Family = await familyInShenzhen(lab);
    const { paymentId } = await applyFor(lab, family);
    await runAt(lab, '2026-11-26T02:00:00Z');
    expect((await sumsOf(family.payer)).all).toEqual([0, LEVY, 4]);
    await one(refundPremium)(lab.deps, { key: newKey(), actorId: family.payer.personId, paymentId, reason: 'duplicate' });
    expect((await sumsOf(family.payer)).all).toEqual([0, 0, 5]);
    expect((await sumsOf(family.payer, { kind: 'refund' })).all).toEqual([LEVY, 0, 1]);
    expect(await trendOf(family.payer)).toEqual([['2026-11', 0, 0]]);
  });
});

it('of everybody in books with every kind of movement lead from what the account opened with to what is there', async () => {
  const lab = await openLab('postgres', 5);
  await fillBooks(lab, 8);
  const { rows } = await lab.pool.query<{ holder: string; opened: number; balance: number }>(
    `select a.holder_id holder, sum(a.balance)::bigint balance, (select sum(amount)::bigint from transfers t where t.holder_id = a.holder_id and t.reason = 'opening') opened
       from accounts a where a.kind = 'personal' group by a.holder_id`,
  );
  expect(rows).toHaveLength(8);
  for (const { holder: personId, opened, balance } of rows) {
    const [{ total, years }, { months }] = [await readSums(lab.deps, { personId }), await readTrend(lab.deps, { personId, months: 12 })];
    expect(opened + total.inFen - total.outFen).toBe(balance);
    const byMonth = years.flatMap((year) => year.months);
    for (const part of [byMonth, months]) expect([sumOf(part, 'inFen'), sumOf(part, 'outFen')]).toEqual([total.inFen, total.outFen]);
    expect(months.at(-1)?.balanceFen).toBe(balance);
  }
  await lab.close();
});

const sumOf = (list: readonly Readonly<Record<'inFen' | 'outFen', number>>[], side: 'inFen' | 'outFen'): number =>
  list.reduce((sum, each) => sum + each[side], 0);
