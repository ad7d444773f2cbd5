import { explainBinding, one, preSettle, previewDeduction, type Settle, settle, voidSettlement } from '@gongji/core';
import { fen, type FundUse } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, tokenFor } from '../support/core-steps';
import { ruleOf } from '../support/domain-builders';
import { HERE, withRules } from '../support/own-region';
import { checkBooks } from '../support/premiums';

// How often, how much and where relatives' money may be used at a counter. One's own account is not limited by it.

jest.setTimeout(60_000);

const LIMITS = { mostPerHour: 2, mostPerDay: 3, mostFenPerDay: fen(1_000), institutionKinds: ['hospital'] } as const;
const minutesLater = (minutes: number): Date => new Date(MONDAY.getTime() + minutes * 60_000);

describe.each(ENGINES)('the limits at the counter on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let patient: Person;
  let bindingId: string;
  beforeAll(async () => {
    lab = withRules(await openLab(engine), [ruleOf('counterLimits', LIMITS)]);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab, { regionCode: HERE, currentYearFen: 0, carriedOverFen: 50_000 });
    patient = await enrolParent(lab, { regionCode: HERE });
    bindingId = await bind(lab, son, patient);
  });
  afterEach(() => checkBooks(lab));
  afterAll(() => lab.close());

  const settleFor = async (totalFen: number, cost: Partial<Settle> = {}) =>
    one(settle)(lab.deps, costOf(lab, await tokenFor(lab, patient), { totalFen: fen(totalFen), ...cost }));
  const skippedOf = async (totalFen: number) => {
    const { key: _key, cashFen: _cash, ...question } = costOf(lab, await tokenFor(lab, patient), { totalFen: fen(totalFen) });
    const asked = await one(preSettle)(lab.deps, question);
    return asked.legs.find(({ own }) => !own)?.skippedText;
  };
  const dryRun = async (amountFen: number, use: FundUse = 'care') =>
    previewDeduction(lab.deps, { actorId: patient.personId, personId: patient.personId, amountFen: fen(amountFen), use });
  const TOO_OFTEN = '用家人账户结算的次数已到上限';

  it('stop relatives’ money after so many settlements within sixty minutes, and let it go on after that', async () => {
    await settleFor(100);
    lab.setClock(minutesLater(30));
    await settleFor(100);
    expect(await skippedOf(100)).toBe(TOO_OFTEN);
    expect((await dryRun(100)).legs.at(-1)?.skippedText).toBe(TOO_OFTEN);
    await expect(settleFor(100)).rejects.toMatchObject({ code: 'SETTLEMENT_CASH_NOT_AGREED' });
    expect(await settleFor(100, { cashFen: fen(100) })).toMatchObject({ sharedFen: 0, cashFen: 100 });
    lab.setClock(minutesLater(60));
    expect(await settleFor(100)).toMatchObject({ sharedFen: 100 });
  });

  it('count the last sixty minutes across midnight', async () => {
    for (const time of ['15:40', '15:50']) {
      lab.setClock(new Date(`2026-11-23T${time}:00Z`));
      await settleFor(100);
    }
    lab.setClock(new Date('2026-11-23T16:10:00Z'));
    expect(await skippedOf(100)).toBe(TOO_OFTEN);
  });

  it('count a day in Shanghai, whatever the hour', async () => {
    for (const minutes of [0, 61, 122]) {
      lab.setClock(minutesLater(minutes));
      await settleFor(100);
    }
    lab.setClock(minutesLater(183));
    expect(await skippedOf(100)).toBe(TOO_OFTEN);
    lab.setClock(new Date('2026-11-23T16:00:00Z'));
    expect(await settleFor(100)).toMatchObject({ sharedFen: 100 });
  });

  it('take no more of all relatives together than the day’s amount, in one list as well', async () => {
    const daughter = await enrol(lab, { regionCode: HERE, currentYearFen: 0, carriedOverFen: 50_000 });
    lab.setClock(minutesLater(1));
    await bind(lab, daughter, patient);
    const costs = [];
    for (const [totalFen, cashFen] of [
      [800, 0],
      [800, 600],
    ] as const)
      costs.push(costOf(lab, await tokenFor(lab, patient), { totalFen: fen(totalFen), cashFen: fen(cashFen) }));
    const outcomes = await settle(lab.deps, costs);
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.sharedFen)).toEqual([800, 200]);
  });

  it('count nothing that was taken back', async () => {
    const { settlementId } = await settleFor(1_000);
    expect(await skippedOf(100)).toBe('家人今天能帮忙付的金额已用完');
    await one(voidSettlement)(lab.deps, { institutionId: lab.institutionId, key: newKey(), settlementId });
    expect(await settleFor(1_000)).toMatchObject({ sharedFen: 1_000 });
  });

  it('do not touch what a person pays from their own account', async () => {
    for (let n = 0; n < 5; n += 1)
      await expect(one(settle)(lab.deps, costOf(lab, await tokenFor(lab, son), { totalFen: fen(5_000) }))).resolves.toMatchObject({
        accountFen: 5_000,
      });
    expect(await settleFor(100)).toMatchObject({ sharedFen: 100 });
  });

  it('keep relatives’ money out of a kind of institution that may not use it', async () => {
    await lab.pool.query(`update institutions set kind = 'pharmacy' where id = $1`, [lab.institutionId]);
    expect(await skippedOf(100)).toBe('这类机构不能用家人的账户');
    expect((await dryRun(100)).legs.at(-1)?.amountFen).toBe(100);
    await lab.pool.query(`update institutions set kind = 'hospital' where id = $1`, [lab.institutionId]);
  });

  it('say nothing of a premium, in the preview as in the payment', async () => {
    await settleFor(1_000);
    await settleFor(100, { cashFen: fen(100) });
    expect((await dryRun(2_000, 'drug')).legs.at(-1)).toMatchObject({ amountFen: 0, skippedText: '家人今天能帮忙付的金额已用完' });
    expect((await dryRun(2_000, 'premium')).legs.at(-1)).toMatchObject({ amountFen: 2_000, skippedText: null, limitText: null });
  });

  it('are told with the rule behind them where a person asks why', async () => {
    await settleFor(1_000);
    const { explanations } = await explainBinding(lab.deps, { personId: patient.personId, bindingId });
    const check = explanations.find(({ about }) => about === 'drug')?.checks.find(({ code }) => code === 'day-limit-used');
    expect(check).toMatchObject({ result: 'no', rule: { kind: 'counterLimits' } });
    expect(check?.nextStep).toMatch(/暂定/);
    expect(explanations.find(({ about }) => about === 'premium')?.checks.map(({ code }) => code)).not.toContain('day-limit-used');
  });
});
