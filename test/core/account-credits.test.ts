import { CREDIT_PAGE, creditAccounts, runDueJobs, switchYear } from '@gongji/core';
import { countOf, potsIn, runsIn } from '../support/account-runs';
import { brokenAccounts, type CoreLab, ENGINES, enrol, enrolParent, openLab, type Person, totalOfEverything } from '../support/core-lab';
import { inboxOf } from '../support/core-steps';
import { enrolMany } from '../support/many';

jest.setTimeout(120_000);

const DECEMBER = new Date('2026-12-01T02:00:00Z');
const JANUARY = new Date('2027-01-01T02:00:00Z');
const CREDITED = "transfers where reason = 'credit'";

describe.each(ENGINES)('the monthly credit on %s', (engine) => {
  let lab: CoreLab;
  let person: Person;
  beforeEach(async () => {
    lab = await openLab(engine);
    person = await enrol(lab, { currentYearFen: 10_000, carriedOverFen: 20_000 });
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

  it('adds to the current year’s pot, once a month, and tells the person', async () => {
    lab.register.publish('2026-12', [[person, 500]]);
    expect(await at(DECEMBER)).toMatchObject({ credited: 1, switched: 0 });
    expect(await at(DECEMBER)).toMatchObject({ credited: 0 });
    expect(await potsIn(lab.pool, person)).toEqual({ currentYear: 10_500, carriedOver: 20_000, frozen: 0 });
    expect(await runsIn(lab)).toEqual(['credit 2026-12 1 0 500 finished']);
    const messages = await inboxOf(lab.deps, person.personId);
    expect(messages.map(({ text }) => text)).toEqual(['2026年12月的个人账户资金 ¥5.00 已划入当年账户。']);
  });

  it('comes from the account of the region that credits', async () => {
    lab.register.publish('2026-12', [[person, 500]]);
    await at(DECEMBER);
    const { rows } = await lab.pool.query(
      'select a.name, e.amount from entries e join accounts a on a.id = e.account_id where a.name like $1',
      ['credit/%'],
    );
    expect(rows).toEqual([{ name: 'credit/440300', amount: -500 }]);
  });

  it('waits for a file that is not there yet, and for a register that does not answer', async () => {
    expect(await at(DECEMBER)).toMatchObject({ credited: 0 });
    expect(await runsIn(lab)).toEqual([]);
    lab.register.publish('2026-12', [[person, 500]]);
    lab.register.fail('lost-answer');
    expect(await creditAccounts(lab.deps)).toBe(0);
    lab.register.fail('unreadable');
    await expect(creditAccounts(lab.deps)).rejects.toMatchObject({ name: 'Unreadable' });
    expect(await creditAccounts(lab.deps)).toBe(1);
  });

  it('takes each month that has begun, oldest first, and none before its time', async () => {
    for (const month of ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03']) lab.register.publish(month, [[person, 500]]);
    expect(await at(new Date('2027-02-28T15:59:59Z'))).toMatchObject({ credited: 3, switched: 1 });
    expect((await runsIn(lab)).map((run) => run.slice(0, 16))).toEqual([
      'credit 2026-12 1',
      'credit 2027-01 1',
      'credit 2027-02 1',
      'year-switch 2027',
    ]);
    // What the account opened with has November's in it.
    expect(await potsIn(lab.pool, person)).toEqual({ currentYear: 1_000, carriedOver: 30_500, frozen: 0 });
  });

  it('of the new year waits until the year is switched, that of the old year does not', async () => {
    for (const month of ['2026-12', '2027-01']) lab.register.publish(month, [[person, 500]]);
    lab.setClock(JANUARY);
    expect(await creditAccounts(lab.deps)).toBe(1);
    expect(await potsIn(lab.pool, person)).toEqual({ currentYear: 10_000, carriedOver: 20_500, frozen: 0 });
    await switchYear(lab.deps);
    expect(await creditAccounts(lab.deps)).toBe(1);
    expect(await potsIn(lab.pool, person)).toEqual({ currentYear: 500, carriedOver: 30_500, frozen: 0 });
  });

  it('of a year that is over goes to the carried-over pot, however late it comes', async () => {
    lab.register.publish('2027-01', [[person, 700]]);
    await at(JANUARY);
    lab.register.publish('2026-12', [[person, 500]]);
    await at(JANUARY);
    expect(await potsIn(lab.pool, person)).toEqual({ currentYear: 700, carriedOver: 30_500, frozen: 0 });
  });

  it('passes over strangers, people without an account, new accounts and a second line of one person', async () => {
    const resident = await enrolParent(lab);
    lab.setClock(DECEMBER);
    const newcomer = await enrol(lab);
    const stranger = { ...person, certificateNumber: 'A000000000' };
    lab.register.publish('2026-12', [
      [stranger, 1],
      [person, 500],
      [resident, 2],
      [newcomer, 3],
      [person, 4],
    ]);
    await at(DECEMBER);
    expect(await runsIn(lab)).toEqual(['credit 2026-12 1 4 500 finished']);
    expect(await potsIn(lab.pool, newcomer)).toEqual({ currentYear: 180_000, carriedOver: 620_000, frozen: 0 });
  });

  it('is read page by page, also where the last page is full, and twenty runs at once credit each person once', async () => {
    const people = [person, ...(await enrolMany(lab, CREDIT_PAGE * 2 - 1, { currentYearFen: 0, carriedOverFen: 0 }))];
    lab.register.publish(
      '2026-12',
      people.map((each, index) => [each, index + 1]),
    );
    lab.setClock(DECEMBER);
    const counts = await Promise.all(Array.from({ length: 20 }, () => creditAccounts(lab.deps)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(people.length);
    const sum = (people.length * (people.length + 1)) / 2;
    expect(await runsIn(lab)).toEqual([`credit 2026-12 ${people.length} 0 ${sum} finished`]);
    expect([await countOf(lab, CREDITED), await countOf(lab, "messages where title = '个人账户划入'")]).toEqual([
      people.length,
      people.length,
    ]);
    expect(await countOf(lab, `accounts where kind = 'personal' and balance = ${people.length}`)).toBe(1);
  });

  it('keeps a finished run as it is, and every run', async () => {
    lab.register.publish('2026-12', [[person, 500]]);
    await at(DECEMBER);
    await expect(lab.pool.query('update account_runs set finished_at = null')).rejects.toMatchObject({
      constraint: 'account_runs__finished_once',
    });
    await expect(lab.pool.query('delete from account_runs')).rejects.toMatchObject({ constraint: 'account_runs__never_removed' });
  });
});
