import { CREDIT_PAGE, runDueJobs } from '@gongji/core';
import { countOf, runsIn } from '../support/account-runs';
import { brokenAccounts, type CoreLab, openLab, type Person, totalOfEverything } from '../support/core-lab';
import { dyingAt, Killed } from '../support/dying';
import { enrolMany } from '../support/many';

// The runs through all accounts die in the middle of a page, and another process goes on: no account twice, none left out.

jest.setTimeout(120_000);

const PEOPLE = CREDIT_PAGE + 3;
const CREDIT = 500;
const OPENED = 100;

let lab: CoreLab;
let people: readonly Person[];
beforeEach(async () => {
  lab = await openLab('postgres', 6);
  people = await enrolMany(lab, PEOPLE, { currentYearFen: OPENED, carriedOverFen: 0 });
  lab.register.publish(
    '2026-12',
    people.map((person) => [person, CREDIT]),
  );
}, 90_000);
afterEach(async () => {
  expect(await totalOfEverything(lab.pool)).toBe(0);
  expect(await brokenAccounts(lab.pool)).toEqual([]);
  await lab.close();
});

/** Each page of a run comes by these statements twice: 2 is the second page. */
const MOMENTS: readonly (readonly [string, string])[] = [
  ['beginning the run', '"account_runs"'],
  ['opening the clearing account', 'credit/'],
  ['writing the transfers', '"transfers"'],
  ['writing the balances', 'update accounts a set'],
  ['writing the entries', '"entries"'],
  ['telling people', '"messages"'],
  ['writing down how far it has come', '"done_count"'],
];

const countDone = () =>
  Promise.all([
    countOf(lab, "transfers where reason = 'credit'"),
    countOf(lab, "transfers where reason = 'year-switch'"),
    countOf(lab, 'messages'),
  ]);

describe.each([1, 2])('a process that dies in page %d', (page) => {
  it.each(MOMENTS)('of a credit while %s leaves the rest to the next', async (_when, words) => {
    lab.setClock(new Date('2026-12-01T02:00:00Z'));
    await expect(runDueJobs(dyingAt(lab.deps, words, page))).rejects.toThrow(Killed);
    await runDueJobs(lab.deps);
    expect(await runsIn(lab)).toEqual([`credit 2026-12 ${PEOPLE} 0 ${PEOPLE * CREDIT} finished`]);
    expect(await countDone()).toEqual([PEOPLE, 0, PEOPLE]);
    expect(await countOf(lab, `accounts where pot = 'currentYear' and balance = ${OPENED + CREDIT}`)).toBe(PEOPLE);
  });
});

it.each([1, 2, 3])('a year switch that dies while writing transfers the %d. time is gone on with', async (time) => {
  lab.setClock(new Date('2027-01-01T02:00:00Z'));
  await expect(runDueJobs(dyingAt(lab.deps, '"transfers"', time))).rejects.toThrow(Killed);
  await runDueJobs(lab.deps);
  expect(await runsIn(lab)).toEqual([
    `credit 2026-12 ${PEOPLE} 0 ${PEOPLE * CREDIT} finished`,
    `year-switch 2027 ${PEOPLE} 0 ${PEOPLE * OPENED} finished`,
  ]);
  expect(await countDone()).toEqual([PEOPLE, PEOPLE, PEOPLE * 2]);
  expect(await countOf(lab, `accounts where pot = 'carriedOver' and balance = ${OPENED + CREDIT}`)).toBe(PEOPLE);
});
