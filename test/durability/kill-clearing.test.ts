import { bundleChild } from '../support/bundle-child';
import { checkCopiedBooks } from '../support/copied-books';
import { type CoreLab, openLab } from '../support/core-lab';
import { copyPremium } from '../support/many-premiums';
import { applyFor, countMoney, familyInShenzhen } from '../support/premiums';
import { runChild } from '../support/run-child';
import { LEVY_FEN } from '../support/tax-desk';
import { serveTaxDesk, type TaxDeskServer } from '../support/tax-desk-server';

// The month's end, run by processes that are killed one after the other; the tax office and the database live on.

const LAST_DAY = '2026-11-30T02:00:00Z';
const PREMIUMS = 120;
const REGIONS = ['441400', '440300', '440100', '440400', '440500', '441900'];
const KILLS = 24;
const CHILD = 'test/.output/clear-until-killed.mjs';

jest.setTimeout(600_000);

let lab: CoreLab;
let server: TaxDeskServer;
beforeAll(async () => {
  await bundleChild('clear-until-killed.ts', CHILD);
  lab = await openLab('postgres', 5);
  server = await serveTaxDesk(lab.tax);
  // Hundreds of reminders a round would take the kills that are meant for money.
  await lab.pool.query("insert into reminder_rounds (day, ended_at) values ('2026-11-30', now())");
});
afterAll(async () => {
  await server?.close();
  await lab?.close();
});

/** `statement` 0: nobody kills it. How many statements it sent, where it came to its end. */
const run = async (statement: number, moment: 'before' | 'after') => {
  const { said, isKilled } = await runChild([CHILD, lab.url ?? '', server.url, LAST_DAY, String(statement), moment]);
  return { isKilled, statements: Number(said) };
};

const bringIn = async (): Promise<void> => {
  const first = await applyFor(lab, await familyInShenzhen(lab));
  await copyPremium(lab, first.paymentId, { copies: PREMIUMS, regions: REGIONS });
};

const states = async () =>
  (await lab.pool.query<{ state: string; n: number }>('select state, count(*)::int n from premium_payments group by state')).rows;

it(`pays each premium once and loses none, in ${KILLS} kills at statements all over the run`, async () => {
  await bringIn();
  // One that has everything to do and one that has nothing tell where the others may die; one may come to its end first all the same.
  const { statements: most } = await run(0, 'before');
  const { statements: least } = await run(0, 'before');
  let [kills, rounds] = [0, 1];
  while (kills < KILLS) {
    await bringIn();
    rounds += 1;
    let [left, isKilled] = [most, true];
    while (isKilled && kills < KILLS) {
      const statement = 1 + Math.floor(Math.random() * left);
      ({ isKilled } = await run(statement, kills % 2 === 0 ? 'before' : 'after'));
      kills += Number(isKilled);
      // What the one that died has done the next one finds done.
      left = Math.max(left - statement, least);
    }
    if (isKilled) await run(0, 'before');
    const count = rounds * (PREMIUMS + 1);
    expect(await states()).toEqual([{ state: 'paid', n: count }]);
    expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: count * LEVY_FEN });
    expect(lab.tax.takenFen()).toBe(count * LEVY_FEN);
    await checkCopiedBooks(lab);
  }
  const { rows } = await lab.pool.query<{ state: string; n: number }>(
    'select state, sum(item_count)::int n from clearing_batches group by state',
  );
  expect(rows).toEqual([{ state: 'done', n: rounds * (PREMIUMS + 1) }]);
});
