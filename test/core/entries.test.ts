import { type AccountEntry, exportEntries, one, readEntries, readSums, readTrend, runDueJobs, settle, voidPremium } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, costOf, tokenFor } from '../support/core-steps';

jest.setTimeout(60_000);

const OPENED = 800_000;
const COST = 10_000;
const LEVY = 40_000;

// November: opened with 8,000; a cost of one's own, one of the mother's, two premiums held and one of them voided. December: credited. January: switched, credited.
describe.each(ENGINES)('the entries of an account on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
    [son, mother] = [await enrol(lab), await enrolParent(lab)];
    const father = await enrolParent(lab, { birthDate: '1956-01-01' });
    for (const parent of [mother, father]) await bind(lab, son, parent);
    for (const patient of [son, mother]) await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, patient), { totalFen: fen(COST) }));
    await apply(lab, son, mother);
    const { paymentId } = await apply(lab, son, father);
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId });
    for (const month of ['2026-12', '2027-01']) lab.register.publish(month, [[son, 30_000]]);
    for (const at of ['2026-11-30T15:59:59Z', '2026-12-01T00:00:00Z', '2026-12-31T16:00:00Z']) {
      lab.setClock(new Date(at));
      await runDueJobs(lab.deps);
    }
  }, 90_000);
  afterAll(() => lab.close());

  type Filter = Partial<Omit<Parameters<typeof readEntries>[1], 'personId'>>;
  const read = async (filter: Filter = {}) => (await readEntries(lab.deps, { personId: son.personId, limit: 100, ...filter })).entries;
  const sums = (filter: Filter = {}) => readSums(lab.deps, { personId: son.personId, ...filter });
  const kindsOf = (entries: readonly AccountEntry[]) => entries.map(({ kind }) => kind).reverse();

  it('of December in Shanghai begin at its midnight', async () => {
    expect(kindsOf(await read({ year: 2026, month: 12 }))).toEqual(['credit']);
    expect(kindsOf(await read({ year: 2027 }))).toEqual(['year-switch', 'year-switch', 'credit']);
    expect(await read({ year: 2025 })).toEqual([]);
  });

  it.each<[string, () => Filter, readonly string[]]>([
    ['a kind', () => ({ kind: 'settlement' }), ['settlement', 'settlement']],
    ['oneself', () => ({ kind: 'settlement', forPerson: 'own' }), ['settlement']],
    ['a person', () => ({ forPerson: mother.personId }), ['settlement', 'premium-hold', 'premium-paid']],
    ['a person who is nobody', () => ({ forPerson: newKey() }), []],
    ['a pot', () => ({ pot: 'currentYear' }), ['opening', 'credit', 'year-switch', 'credit']],
    [
      'all of them',
      () => ({ year: 2026, month: 11, kind: 'premium-hold', pot: 'carriedOver', forPerson: mother.personId }),
      ['premium-hold'],
    ],
  ])('are filtered by %s', async (_what, filter, kinds) => {
    expect(kindsOf(await read(filter()))).toEqual(kinds);
  });

  it('come in pages under a filter, each once', async () => {
    const pages: AccountEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await readEntries(lab.deps, { personId: son.personId, pot: 'carriedOver', limit: 2, cursor });
      expect(page.entries.length).toBeLessThanOrEqual(2);
      pages.push(...page.entries);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual(await read({ pot: 'carriedOver' }));
  });

  it.each(['currentYear', 'carriedOver'] as const)('of %s carry its running balance', async (pot) => {
    let balanceFen = 0;
    for (const entry of (await read({ pot })).reverse()) {
      balanceFen += entry.amountFen;
      expect(entry.balanceAfterFen).toBe(balanceFen);
    }
  });

  it('are summed by month and year; what is only frozen is neither in nor out', async () => {
    const { total, years } = await sums();
    const spent = 2 * COST + LEVY;
    expect(total).toEqual({ inFen: 60_000, outFen: spent, frozenFen: 0, count: 12 });
    expect(years).toEqual([
      {
        year: 2027,
        inFen: 30_000,
        outFen: 0,
        frozenFen: 0,
        count: 3,
        months: [{ month: 1, inFen: 30_000, outFen: 0, frozenFen: 0, count: 3 }],
      },
      {
        year: 2026,
        inFen: 30_000,
        outFen: spent,
        frozenFen: 0,
        count: 9,
        months: [
          { month: 12, inFen: 30_000, outFen: 0, frozenFen: 0, count: 1 },
          { month: 11, inFen: 0, outFen: spent, frozenFen: 0, count: 8 },
        ],
      },
    ]);
  });

  it('are summed under the filter, and of one pot the switch counts', async () => {
    expect((await sums({ forPerson: mother.personId })).total).toMatchObject({ inFen: 0, outFen: COST + LEVY, count: 3 });
    expect((await sums({ pot: 'currentYear', year: 2027 })).total).toMatchObject({ inFen: 30_000, outFen: 210_000 });
    expect(await sums({ year: 2020 })).toMatchObject({ total: { inFen: 0, outFen: 0, frozenFen: 0, count: 0 }, years: [] });
  });

  it('offer to filter by what there is, names masked', async () => {
    const { choices } = await sums({ year: 2020 });
    expect(choices.years).toEqual([
      { year: 2027, months: [1] },
      { year: 2026, months: [12, 11] },
    ]);
    expect(choices.kinds).toEqual(['opening', 'credit', 'year-switch', 'settlement', 'premium-hold', 'premium-paid', 'premium-released']);
    expect(choices.people.map(({ personId }) => personId)).toContain(mother.personId);
    for (const { name } of choices.people) expect(name).toMatch(/^测\*/);
  });

  it('say what is frozen still', async () => {
    const [payer, parent] = [await enrol(lab), await enrolParent(lab)];
    lab.setClock(MONDAY);
    await bind(lab, payer, parent);
    await apply(lab, payer, parent);
    const { total } = await readSums(lab.deps, { personId: payer.personId, forPerson: parent.personId });
    expect(total).toEqual({ inFen: 0, outFen: 0, frozenFen: LEVY, count: 1 });
    lab.setClock(new Date('2026-12-31T16:00:00Z'));
  });

  it('make a trend that ends at the balance of now', async () => {
    const { months } = await readTrend(lab.deps, { personId: son.personId, months: 12 });
    const november = OPENED - 2 * COST - LEVY;
    expect(months).toEqual([
      { month: '2026-11', inFen: 0, outFen: 2 * COST + LEVY, balanceFen: november },
      { month: '2026-12', inFen: 30_000, outFen: 0, balanceFen: november + 30_000 },
      { month: '2027-01', inFen: 30_000, outFen: 0, balanceFen: november + 60_000 },
    ]);
  });

  it.each([
    ['the month before them was the last with something in it', '2028-01', '2027-02'],
    ['that was longer ago', '2028-03', '2027-04'],
  ])('make a trend over quiet months, and no longer than asked for, where %s', async (_when, last, first) => {
    lab.setClock(new Date(`${last}-15T00:00:00Z`));
    const { months } = await readTrend(lab.deps, { personId: son.personId, months: 12 });
    expect([months.length, months[0]?.month, months[11]?.month]).toEqual([12, first, last]);
    expect(new Set(months.map(({ inFen, outFen, balanceFen }) => `${inFen} ${outFen} ${balanceFen}`))).toEqual(new Set(['0 0 800000']));
    lab.setClock(new Date('2026-12-31T16:00:00Z'));
  });

  it('are all in the file, and nobody else’s', async () => {
    const all: AccountEntry[] = [];
    for await (const entry of await exportEntries(lab.deps, { personId: son.personId })) all.push(entry);
    expect(all).toEqual(await read());
    await expect(exportEntries(lab.deps, { personId: mother.personId })).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });
});
