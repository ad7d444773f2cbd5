import { runDueJobs, type TaxOffice } from '@gongji/core';
import { checkCopiedBooks } from '../support/copied-books';
import { type CoreLab, openLab } from '../support/core-lab';
import { copyPremium } from '../support/many-premiums';
import { applyFor, familyInShenzhen, runAt } from '../support/premiums';

// One payment that cannot be written down, or that the tax office knows nothing of, among many of one batch.

jest.setTimeout(60_000);

const LAST_DAY = '2026-11-30T02:00:00Z';
const MINUTE_LATER = '2026-11-30T02:01:00Z';

let lab: CoreLab;
let ids: readonly string[];
beforeEach(async () => {
  lab = await openLab('postgres', 6);
  const { paymentId } = await applyFor(lab, await familyInShenzhen(lab));
  ids = [paymentId, ...(await copyPremium(lab, paymentId, { copies: 5 }))].sort();
});
afterEach(() => checkCopiedBooks(lab));
afterEach(() => lab.close());

const countStates = async () =>
  Object.fromEntries(
    (await lab.pool.query<{ state: string; n: number }>('select state, count(*)::int n from premium_payments group by state')).rows.map(
      ({ state, n }) => [state, n],
    ),
  );
/** Somebody takes the account's row apart: what is frozen there is not what is held. `by` its whole hold back and forth. */
const bend = (paymentId: string | undefined, by: '+' | '-') =>
  lab.pool.query(`begin; set local session_replication_role = replica;
    update accounts a set frozen = a.frozen ${by} t.amount from transfers t where t.subject_id = '${paymentId}' and t.kind = 'pending' and a.id = t.from_account_id;
    commit`);

it('one whose account is broken leaves the others of its batch paid, is reported, and is paid when it is mended', async () => {
  await bend(ids[2], '-');
  lab.setClock(new Date(LAST_DAY));
  await expect(runDueJobs(lab.deps)).rejects.toThrow(/entries__never_below_zero|accounts__frozen_within_balance/);
  expect(await countStates()).toEqual({ paid: 5, clearing: 1 });
  // Not with every round.
  await runAt(lab, '2026-11-30T02:00:30Z');
  expect(lab.tax.calls.clear).toBe(1);
  await bend(ids[2], '+');
  await runAt(lab, MINUTE_LATER);
  expect(await countStates()).toEqual({ paid: 6 });
});

it('one that was paid there and cannot be written down does not keep those from a new batch that are still open', async () => {
  for (const id of ids) lab.tax.leaveOut(id);
  const taken = lab.tax.applications.get(ids[0] ?? '');
  if (taken !== undefined) taken.state = 'paid';
  await bend(ids[0], '-');
  lab.setClock(new Date(LAST_DAY));
  await expect(runDueJobs(lab.deps)).rejects.toThrow();
  for (const id of ids) lab.tax.mention(id);
  await bend(ids[0], '+');
  await runAt(lab, MINUTE_LATER);
  expect(await countStates()).toEqual({ paid: 6 });
});

it('those that the tax office knows nothing of are asked about after all others', async () => {
  await copyPremium(lab, ids[0] ?? '', { copies: 600 });
  const { rows } = await lab.pool.query<{ id: string }>('select id from premium_payments order by id');
  for (const { id } of rows) lab.tax.leaveOut(id);
  const lost = new Set(rows.slice(0, 510).map(({ id }) => id));
  const forgetful: TaxOffice = {
    ...lab.tax,
    query: async (id) => (lost.has(id) ? { state: 'none', taxNumber: null } : lab.tax.query(id)),
  };
  for (const at of [LAST_DAY, MINUTE_LATER, '2026-11-30T02:02:00Z']) {
    lab.setClock(new Date(at));
    await runDueJobs({ ...lab.deps, taxOffice: forgetful });
    for (const { id } of rows) lab.tax.mention(id);
  }
  expect(await countStates()).toEqual({ clearing: lost.size, paid: rows.length - lost.size });
});
