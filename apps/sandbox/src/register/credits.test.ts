import { registerCreditsAnswer } from '@gongji/contract';
import { personByKey } from '../people/people';
import { type StartedSandbox, startSandbox } from '../testing/start-sandbox';
import { type StubBff, startStubBff } from '../testing/stub-bff';
import { monthlyCreditFen } from './credits';

const DAY_MS = 86_400_000;

let bff: StubBff;
let sandbox: StartedSandbox;
beforeEach(async () => {
  bff = await startStubBff();
  sandbox = await startSandbox({ bffUrl: bff.url });
});
afterEach(async () => {
  await sandbox.stop();
  await bff.stop();
});

const ask = async (month: string, after = 0, limit = 500) =>
  registerCreditsAnswer.parse((await sandbox.post('/register/credits', { month, after, limit })).body);
const linesOf = async (month: string, after = 0, limit = 500) => {
  const page = await ask(month, after, limit);
  if (!page.ready) throw new Error('the file is not there');
  return page.credits;
};
const numberOf = (key: string) => personByKey(key)?.certificateNumber ?? '';

describe('the file of a month’s credits', () => {
  it('is there from the month’s first day on', async () => {
    expect(await ask('2026-12')).toEqual({ ready: false });
    await sandbox.post('/sandbox/clock', { offsetMs: 8 * DAY_MS });
    expect(await ask('2026-12')).toMatchObject({ ready: true });
    expect(await ask('2027-01')).toEqual({ ready: false });
  });

  it('has a line for whoever is insured and has an account, and none for others', async () => {
    const lines = await linesOf('2026-11');
    const of = (key: string) => lines.find((line) => line.certificateNumber === numberOf(key));
    expect(of('chen-jianguo')).toMatchObject({ regionCode: '440300', amountFen: 18_000 });
    // A resident, and an employee whose insurance is paused.
    expect([of('chen-guilan'), of('zhou-an')]).toEqual([undefined, undefined]);
  });

  it('is told page by page, each line once', async () => {
    const all = await linesOf('2026-11');
    const [first, rest] = [await linesOf('2026-11', 0, 2), await linesOf('2026-11', 2)];
    expect([...first, ...rest]).toEqual(all);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  });

  it('does not change any more when it has been asked for', async () => {
    const before = await linesOf('2026-11');
    await sandbox.post('/sandbox/register', { key: 'chen-jianguo', change: 'insurance-ended' });
    expect(await linesOf('2026-11')).toEqual(before);
    expect((await linesOf('2026-10')).some(({ certificateNumber }) => certificateNumber === numberOf('chen-jianguo'))).toBe(false);
  });

  it.each([
    {},
    { month: '2026-13', after: 0, limit: 1 },
    { month: '2026-11', after: -1, limit: 1 },
    { month: '2026-11', after: 0, limit: 501 },
  ])('refuses %j', async (asked) => {
    expect(await sandbox.post('/register/credits', asked)).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });

  it.each([
    [180_000, 18_000],
    [95_000, 9_500],
    [0, 0],
    [499, 0],
  ])('credits an account that opened with %d by %d', (currentYearFen, expected) => {
    expect(monthlyCreditFen(currentYearFen)).toBe(expected);
  });
});
