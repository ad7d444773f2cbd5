import { runDueJobs } from '@gongji/core';
import { checkCopiedBooks } from '../support/copied-books';
import { type CoreLab, openLab } from '../support/core-lab';
import { copyPremium } from '../support/many-premiums';
import { applyFor, countMoney, familyInShenzhen } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// More than one clearing file holds, and more than one statement can take.

jest.setTimeout(240_000);

let lab: CoreLab;
beforeAll(async () => {
  lab = await openLab('postgres', 5);
});
afterAll(() => lab.close());

const COPIES = 10_500;

it('clears ten thousand and more premiums in one run, in files that the tax office takes and statements that the database takes', async () => {
  const payment = await applyFor(lab, await familyInShenzhen(lab));
  await copyPremium(lab, payment.paymentId, { copies: COPIES });
  lab.setClock(new Date('2026-11-30T02:00:00Z'));
  expect(await runDueJobs(lab.deps)).toMatchObject({ cleared: COPIES + 1 });
  expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: (COPIES + 1) * LEVY_FEN });
  expect((await lab.pool.query('select state, item_count from clearing_batches order by item_count')).rows).toEqual([
    { state: 'done', item_count: COPIES + 1 - 10_000 },
    { state: 'done', item_count: 10_000 },
  ]);
  await checkCopiedBooks(lab);
});
