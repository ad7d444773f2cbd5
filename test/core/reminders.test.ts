import { one, readFamilyCalendar, readMessages, remind, setReminders, unbind } from '@gongji/core';
import { plainDate } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, TERMS } from '../support/core-steps';

jest.setTimeout(90_000);

const DAY_MS = 86_400_000;
const afterDays = (days: number): Date => new Date(MONDAY.getTime() + days * DAY_MS);

describe('the family calendar', () => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeEach(async () => {
    lab = await openLab('postgres', 8);
    [son, mother] = [await enrol(lab), await enrolParent(lab)];
  });
  afterEach(() => lab.close());

  const calendarOf = ({ personId }: Person) => readFamilyCalendar(lab.deps, personId);
  const remindersOf = async ({ personId }: Person) =>
    (await readMessages(lab.deps, { personId, kind: 'dates', limit: 100 })).messages.map(({ title, text }) => `${title} ${text}`);
  const endsIn30 = () => bind(lab, son, mother, { shareFunds: { ...TERMS, endsOn: plainDate('2026-12-23') } });

  it('has the window of the relative’s region with its source, and both sides’ last day; never a whole name', async () => {
    const bindingId = await endsIn30();
    const { dates } = await calendarOf(son);
    expect(dates.map(({ kind }) => kind)).toEqual(['grant-ends', 'window-closes']);
    expect(dates[0]).toMatchObject({ on: '2026-12-23', daysLeft: 30, bindingId, paymentId: null });
    expect(dates[1]?.rule).toMatchObject({ kind: 'premiumWindow', sourceAddress: expect.stringMatching(/^http/) });
    expect(JSON.stringify(dates)).not.toContain(mother.name);
    expect((await calendarOf(mother)).dates.map(({ kind }) => kind)).toEqual(['grant-ends']);
  });

  it('has the last day of voiding instead of the window once the premium was applied for', async () => {
    await bind(lab, son, mother);
    const { paymentId } = await apply(lab, son, mother);
    expect((await calendarOf(son)).dates).toMatchObject([{ kind: 'voidable-until', paymentId, bindingId: null }]);
  });

  it('reminds both sides 30, 7 and 1 days before, once each, however often and from however many processes it runs', async () => {
    await endsIn30();
    for (const days of [0, 1, 22, 23, 24, 29, 30]) {
      lab.setClock(afterDays(days));
      await Promise.all([remind(lab.deps), remind(lab.openProcess()), remind(lab.deps)]);
    }
    const ofEnd = (lines: readonly string[]) =>
      lines.filter((line) => line.includes('亲情账户到期')).map((line) => /还有 \d+ 天|就是今天/.exec(line)?.[0]);
    expect(ofEnd(await remindersOf(son))).toEqual(['还有 1 天', '还有 7 天', '还有 30 天']);
    expect(ofEnd(await remindersOf(mother))).toEqual(['还有 1 天', '还有 7 天', '还有 30 天']);
  });

  it('wakes nobody before eight, and reminds later that day', async () => {
    await endsIn30();
    lab.setClock(new Date('2026-11-22T23:59:00Z'));
    expect(await remind(lab.deps)).toBe(0);
    lab.setClock(new Date('2026-11-23T00:00:00Z'));
    expect(await remind(lab.deps)).toBe(2);
  });

  it('after a standstill reminds once, of the nearest', async () => {
    await endsIn30();
    lab.setClock(afterDays(27));
    await remind(lab.deps);
    expect((await remindersOf(mother)).length).toBe(1);
  });

  it('goes on where it was killed: whoever was told is not told again, whoever was not is', async () => {
    await endsIn30();
    // The half of a round: one person stands, the other was rolled back with the process.
    await lab.pool.query(
      "create function die() returns trigger language plpgsql as $$ begin if new.holder_id = '" +
        mother.personId +
        "' then raise exception 'killed'; end if; return new; end $$",
    );
    await lab.pool.query('create trigger dies before insert on reminders for each row execute function die()');
    await expect(remind(lab.deps)).rejects.toThrow('killed');
    expect([(await remindersOf(son)).length, (await remindersOf(mother)).length]).toEqual([1, 0]);
    await lab.pool.query('drop trigger dies on reminders');
    expect(await remind(lab.openProcess())).toBe(1);
    expect([(await remindersOf(son)).length, (await remindersOf(mother)).length]).toEqual([1, 1]);
  });

  it('does not remind who does not want it, and does again from when they do', async () => {
    await endsIn30();
    const set = (isOn: boolean) => one(setReminders)(lab.deps, { key: newKey(), actorId: son.personId, isOn });
    expect(await set(false)).toMatchObject({ remindersOn: false });
    await remind(lab.deps);
    expect([(await remindersOf(son)).length, (await remindersOf(mother)).length]).toEqual([0, 1]);
    await set(true);
    lab.setClock(afterDays(23));
    await remind(lab.deps);
    expect((await remindersOf(son)).length).toBeGreaterThan(0);
  });

  it('does not remind of what has ended', async () => {
    const bindingId = await endsIn30();
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    expect(await remind(lab.deps)).toBe(0);
    expect((await calendarOf(son)).dates).toEqual([]);
  });
});
