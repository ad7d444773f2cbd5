import { one, readCodeEvents, readEntries, readSettlement, settle, unbind, voidSettlement } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, tokenFor } from '../support/core-steps';

// What was taken from whom can be looked at later: the whole by whom it was settled for, the own share by each who paid.

jest.setTimeout(60_000);

describe('a settlement that is looked at later', () => {
  let lab: CoreLab;
  let patient: Person;
  let son: Person;
  let daughter: Person;
  let settlementId: string;
  let bindingId: string;
  beforeAll(async () => {
    lab = await openLab('postgres', 5);
    lab.setClock(MONDAY);
    patient = await enrol(lab, { name: '陈桂兰', currentYearFen: 1_000, carriedOverFen: 0, birthDate: '1960-01-01' });
    [son, daughter] = [
      await enrol(lab, { currentYearFen: 8_000, carriedOverFen: 0 }),
      await enrol(lab, { currentYearFen: 50_000, carriedOverFen: 0 }),
    ];
    await bind(lab, son, patient);
    lab.setClock(new Date(MONDAY.getTime() + 1000));
    bindingId = await bind(lab, daughter, patient);
    const cost = costOf(lab, await tokenFor(lab, patient), { totalFen: fen(14_000), fundFen: fen(2_000) });
    ({ settlementId } = await one(settle)(lab.deps, cost));
  });
  afterAll(() => lab.close());

  const read = ({ personId }: Person) => readSettlement(lab.deps, { personId, settlementId });

  it('is found by the entry of each who paid of it', async () => {
    for (const { personId } of [patient, son, daughter])
      expect((await readEntries(lab.deps, { personId, limit: 20, kind: 'settlement' })).entries.map(({ settlementId: id }) => id)).toEqual([
        settlementId,
      ]);
  });

  it('tells the patient the whole of it, with each payer', async () => {
    const seen = await read(patient);
    expect(seen).toMatchObject({ own: true, voidedAt: null, number: expect.stringMatching(/^\d{16}$/) });
    expect(seen.totals).toEqual({ totalFen: 14_000, fundFen: 2_000, accountFen: 12_000, cashFen: 0 });
    expect(seen.legs.map(({ payerId, own, amountFen }) => [payerId, own, amountFen])).toEqual([
      [patient.personId, true, 1_000],
      [son.personId, false, 8_000],
      [daughter.personId, false, 3_000],
    ]);
  });

  it('tells a payer the own share alone, and notes that they looked', async () => {
    const seen = await read(daughter);
    expect(seen).toMatchObject({ own: false, totals: null, person: '陈*兰' });
    expect(seen.legs.map(({ payerId, amountFen }) => [payerId, amountFen])).toEqual([[daughter.personId, 3_000]]);
    const { rows } = await lab.pool.query("select looker_id from looks where holder_id = $1 and what = 'settlement-share'", [
      patient.personId,
    ]);
    expect(rows).toEqual([{ looker_id: daughter.personId }]);
  });

  it('is nothing to anybody else', async () => {
    await expect(read(await enrolParent(lab))).rejects.toMatchObject({ code: 'SETTLEMENT_NOT_FOUND' });
    await expect(readSettlement(lab.deps, { personId: son.personId, settlementId: newKey() })).rejects.toMatchObject({
      code: 'SETTLEMENT_NOT_FOUND',
    });
  });

  it('says when it was taken back, also from the entry that gave the money back', async () => {
    await one(voidSettlement)(lab.deps, { institutionId: lab.institutionId, key: newKey(), settlementId });
    expect((await read(son)).voidedAt).not.toBeNull();
    const { entries } = await readEntries(lab.deps, { personId: son.personId, limit: 20, kind: 'settlement-void' });
    expect(entries.map(({ settlementId: id }) => id)).toEqual([settlementId]);
  });

  it('tells whoever showed the code what it came to and the own share alone, and nothing after they are unbound', async () => {
    const { settlementId: shown } = await one(settle)(
      lab.deps,
      costOf(lab, await tokenFor(lab, daughter, patient), { totalFen: fen(14_000), fundFen: fen(2_000) }),
    );
    const { rows } = await lab.pool.query<{ code_id: string }>('select code_id from settlements where id = $1', [shown]);
    const events = ({ personId }: Person) => readCodeEvents(lab.deps, { personId, codeId: rows[0]?.code_id ?? '' });
    const { settlement } = await events(daughter);
    expect(settlement).toMatchObject({ totalFen: 14_000, fundFen: 2_000, accountFen: 12_000, cashFen: 0 });
    expect(settlement?.legs.map(({ payerId, amountFen }) => [payerId, amountFen])).toEqual([[daughter.personId, 3_000]]);
    await one(unbind)(lab.deps, { key: newKey(), actorId: patient.personId, bindingId });
    expect(await events(daughter)).toMatchObject({ state: 'settled', settlement: null });
    expect((await events(patient)).settlement?.legs).toHaveLength(3);
  });
});
