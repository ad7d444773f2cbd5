import { enrolPeople, one, readEntries, runDueJobs, SWITCH_PAGE, switchYear, voidPremium } from '@gongji/core';
import { fen, MAX_FEN, plainDate, WEEKENDS_ONLY } from '@gongji/domain';
import { ruleOf } from '../support/domain-builders';
import { countOf, potsIn, runsIn } from '../support/account-runs';
import {
  brokenAccounts,
  type CoreLab,
  describePerson,
  ENGINES,
  enrol,
  enrolParent,
  newKey,
  openLab,
  type Person,
  totalOfEverything,
} from '../support/core-lab';
import { apply, bind, inboxOf } from '../support/core-steps';
import { enrolMany } from '../support/many';
import { HERE, withRules } from '../support/own-region';
import { LEVY_FEN } from '../support/tax-desk';

jest.setTimeout(120_000);

const NEW_YEARS_EVE = new Date('2026-12-31T15:59:59.999Z');
const MIDNIGHT = new Date('2026-12-31T16:00:00Z');
const SATURDAY = new Date('2027-01-02T02:00:00Z');
const MONDAY = new Date('2027-01-04T02:00:00Z');
const LEFT = 60_000 - LEVY_FEN;

describe.each(ENGINES)('the year switch on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeEach(async () => {
    const opened = withRules(await openLab(engine), [ruleOf('premiumClearing', { way: 'tax-batch' })]);
    // New Year's Day is no working day: the tax office's batch comes on the 4th, and until then a payment may be voided.
    lab = {
      ...opened,
      deps: { ...opened.deps, calendar: { ...WEEKENDS_ONLY, daysOff: new Set([plainDate('2027-01-01')]), knownThrough: 2027 } },
    };
    son = await enrol(lab, { regionCode: HERE, currentYearFen: 60_000, carriedOverFen: 0 });
    mother = await enrolParent(lab, { regionCode: HERE });
    await bind(lab, son, mother);
  }, 90_000);
  afterEach(async () => {
    expect(await totalOfEverything(lab.pool)).toBe(0);
    expect(await brokenAccounts(lab.pool)).toEqual([]);
    await lab.close();
  });

  const at = (now: Date) => {
    lab.setClock(now);
    return runDueJobs(lab.deps);
  };
  const applyOn = (now: Date) => {
    lab.setClock(now);
    return apply(lab, son, mother);
  };
  const voidPayment = (paymentId: string) => one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId });

  it('comes at midnight in Shanghai, moves what is there from one pot to the other once, and tells the person', async () => {
    expect(await at(NEW_YEARS_EVE)).toMatchObject({ switched: 0 });
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 60_000, carriedOver: 0, frozen: 0 });
    expect(await at(MIDNIGHT)).toMatchObject({ switched: 1 });
    expect(await at(MONDAY)).toMatchObject({ switched: 0 });
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 0, carriedOver: 60_000, frozen: 0 });
    expect(await runsIn(lab)).toEqual(['year-switch 2027 1 0 60000 finished']);
    expect((await inboxOf(lab.deps, son.personId))[0]?.text).toBe('2026 年没有用完的 ¥600.00 已从当年账户转入历年账户，总余额不变。');
    const { entries } = await readEntries(lab.deps, { personId: son.personId, limit: 2 });
    expect(entries.map(({ kind, pot, amountFen }) => [kind, pot, amountFen])).toEqual(
      expect.arrayContaining([
        ['year-switch', 'currentYear', -60_000],
        ['year-switch', 'carriedOver', 60_000],
      ]),
    );
  });

  it('leaves accounts alone that opened in the new year', async () => {
    lab.setClock(MIDNIGHT);
    const newcomer = await enrol(lab, { currentYearFen: 300, carriedOverFen: 0 });
    await at(MIDNIGHT);
    expect(await potsIn(lab.pool, newcomer)).toMatchObject({ currentYear: 300, carriedOver: 0 });
  });

  it('comes to its end where midnight falls into it, and is left to the next run', async () => {
    let asked = 0;
    const now = (): Date => {
      asked += 1;
      if (asked > 50) throw new Error('it asks for ever');
      return asked === 1 ? NEW_YEARS_EVE : MIDNIGHT;
    };
    expect(await switchYear({ ...lab.deps, now })).toBe(0);
    expect(await at(MIDNIGHT)).toMatchObject({ switched: 1 });
  });

  it('comes to its end where all accounts together hold more than one person can own', async () => {
    const half = { currentYearFen: MAX_FEN - 1, carriedOverFen: 0 };
    for (const person of [half, half]) await enrol(lab, person);
    expect(await at(MIDNIGHT)).toMatchObject({ switched: 3 });
    expect(await runsIn(lab)).toEqual([`year-switch 2027 3 0 ${2 * (MAX_FEN - 1) + 60_000} finished`]);
  });

  it('is not due where every account is of this year', async () => {
    expect(await switchYear(lab.deps)).toBe(0);
    expect(await runsIn(lab)).toEqual([]);
  });

  it('of money that is held waits: voided in January it follows to the carried-over pot', async () => {
    const { paymentId } = await applyOn(NEW_YEARS_EVE);
    await at(MIDNIGHT);
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: LEVY_FEN, carriedOver: LEFT, frozen: LEVY_FEN });
    await at(SATURDAY);
    expect(await voidPayment(paymentId)).toMatchObject({ state: 'voided' });
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 0, carriedOver: 60_000, frozen: 0 });
  });

  it('of money that is held, then taken in January, loses nothing', async () => {
    await applyOn(NEW_YEARS_EVE);
    await at(MIDNIGHT);
    expect(await at(MONDAY)).toMatchObject({ cleared: 1 });
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 0, carriedOver: LEFT, frozen: 0 });
  });

  it('of money that is held, then refused by the tax office in January, follows too', async () => {
    const { paymentId } = await applyOn(NEW_YEARS_EVE);
    await at(MIDNIGHT);
    lab.tax.refuseInBatch(paymentId);
    await at(MONDAY);
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 0, carriedOver: 60_000, frozen: 0 });
  });

  it('is the same when the void comes before the switch', async () => {
    const { paymentId } = await applyOn(NEW_YEARS_EVE);
    lab.setClock(SATURDAY);
    await voidPayment(paymentId);
    await at(SATURDAY);
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 0, carriedOver: 60_000, frozen: 0 });
  });

  it('leaves what the new year brought, held and released, where it was', async () => {
    await at(MIDNIGHT);
    lab.register.publish('2027-01', [[son, 90_000]]);
    await at(MIDNIGHT);
    lab = { ...lab, deps: withPotOrder(lab) };
    lab.setClock(SATURDAY);
    const { paymentId } = await apply(lab, son, mother);
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 90_000, carriedOver: 60_000, frozen: LEVY_FEN });
    await voidPayment(paymentId);
    expect(await potsIn(lab.pool, son)).toEqual({ currentYear: 90_000, carriedOver: 60_000, frozen: 0 });
  });

  it('goes through all accounts in pages, and twenty runs at once switch each once', async () => {
    await enrolMany(lab, SWITCH_PAGE * 2 - 1, { currentYearFen: 100, carriedOverFen: 7 });
    await one(enrolPeople)(lab.deps, { ...describePerson(), account: { currentYearFen: fen(0), carriedOverFen: fen(5) } });
    lab.setClock(MIDNIGHT);
    const counts = await Promise.all(Array.from({ length: 20 }, () => switchYear(lab.deps)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(SWITCH_PAGE * 2);
    expect(await runsIn(lab)).toEqual([`year-switch 2027 ${SWITCH_PAGE * 2} 1 ${60_000 + (SWITCH_PAGE * 2 - 1) * 100} finished`]);
    expect(await countOf(lab, "accounts where pot = 'currentYear' and balance > 0")).toBe(0);
    expect(await countOf(lab, "accounts where pot = 'carriedOver' and balance = 107")).toBe(SWITCH_PAGE * 2 - 1);
  });
});

/** The same place, where the current year's money is spent first. */
const withPotOrder = (lab: CoreLab) =>
  withRules(lab, [ruleOf('premiumClearing', { way: 'tax-batch' }), ruleOf('potOrder', ['currentYear', 'carriedOver'])]).deps;
