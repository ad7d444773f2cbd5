import { one, readBenefit, readPatient, refundPremium, registerInstitutions, settle } from '@gongji/core';
import { plainDate } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, HOSPITAL, newKey, openLab } from '../support/core-lab';
import { costOf, tokenFor } from '../support/core-steps';
import { applyFor, familyInJinan, levyKeyOf, stateOf } from '../support/premiums';

jest.setTimeout(60_000);

describe.each(ENGINES)('what an institution may know of whom it scanned, on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  afterAll(() => lab.close());

  const patient = async (ecToken: string, institutionId = lab.institutionId) => readPatient(lab.deps, { institutionId, ecToken });

  it("is the person's own account, without what is held", async () => {
    const person = await enrol(lab, { currentYearFen: 180_000, carriedOverFen: 620_000 });
    const ecToken = await tokenFor(lab, person);
    expect(await patient(ecToken)).toMatchObject({ name: person.name, gender: null, scheme: 'employee', availableFen: 800_000 });
    await one(settle)(lab.deps, costOf(lab, ecToken));
    await expect(patient(ecToken)).rejects.toMatchObject({ code: 'SETTLEMENT_TOKEN_INVALID' });
    expect(await patient(await tokenFor(lab, person))).toMatchObject({ availableFen: 790_000 });
  });

  it("has numbers that tell two institutions nothing of each other's people", async () => {
    const other = { ...HOSPITAL, code: `P${lab.deps.newId().slice(0, 11)}`, accessKey: lab.deps.newId() };
    const { institutionId } = await one(registerInstitutions)(lab.deps, other);
    const [first, second] = [await enrol(lab), await enrol(lab)];
    const numbers = [];
    for (const person of [first, second])
      for (const at of [lab.institutionId, institutionId])
        numbers.push((await patient(await tokenFor({ ...lab, institutionId: at }, person), at)).patientNumber);
    expect(new Set(numbers).size).toBe(4);
    const [number = ''] = numbers;
    const ask = { patientNumber: number, scheme: 'employee', on: plainDate('2026-11-23') } as const;
    expect(await readBenefit(lab.deps, { ...ask, institutionId: lab.institutionId })).toMatchObject({ enjoys: true });
    await expect(readBenefit(lab.deps, { ...ask, institutionId })).rejects.toMatchObject({ code: 'PATIENT_UNKNOWN' });
  });

  it('shows the waiting period of a premium that was paid here, until its last day', async () => {
    const family = await familyInJinan(lab);
    lab.tax.setLevy(levyKeyOf(family), { continuous: false, lapsedYears: 2 });
    const payment = await applyFor(lab, family);
    expect(await stateOf(lab, family, payment)).toBe('paid');
    const { patientNumber } = await patient(await tokenFor(lab, family.person));
    const on = (day: string) =>
      readBenefit(lab.deps, { institutionId: lab.institutionId, patientNumber, scheme: 'resident', on: plainDate(day) });
    const startsOn = payment.benefitStartsOn;
    expect(startsOn > '2027-03-01').toBe(true);
    expect(await on('2027-01-01')).toMatchObject({
      enjoys: false,
      startsOn,
      endsOn: '2027-12-31',
      text: expect.stringContaining('等待期'),
    });
    expect(await on(startsOn)).toMatchObject({ enjoys: true, startsOn });
    // A refund that is asked for may still be refused.
    lab.tax.answerRefunds(plainDate('2026-12-15'));
    await one(refundPremium)(lab.deps, {
      key: newKey(),
      actorId: family.payer.personId,
      paymentId: payment.paymentId,
      reason: 'duplicate',
    });
    expect(await stateOf(lab, family, payment)).toBe('refunding');
    expect(await on('2027-01-01')).toMatchObject({ enjoys: false, startsOn });
    lab.tax.answerRefunds('at once');
    // Of this year nothing was paid here: the register's word is all there is.
    expect(await on('2026-11-23')).toMatchObject({ enjoys: true, startsOn: null });
  });
});
