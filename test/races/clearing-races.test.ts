import { applyPremium, type CoreDeps, type PaymentView, runDueJobs, voidPremium } from '@gongji/core';
import { type CoreLab, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bindMany, doAll, enrolMany, enrolParents, quoteMany } from '../support/many';
import { applyFor, checkBooks, countMoney, type Family, familyInShenzhen, stateOf } from '../support/premiums';
import { codeOf, tally } from '../support/races';
import { LEVY_FEN } from '../support/tax-desk';

// The clearing against those who change their minds, a thousand times, on PostgreSQL, from two processes that share nothing but the database.

const TIMES = 1000;
/** Voids under way at once: enough to meet the clearing in the database. */
const AT_ONCE = 10;

jest.setTimeout(300_000);

let lab: CoreLab;
let other: CoreDeps;
// Each with books of its own: the jobs remind everybody whom they find, and the thousand would be reminded again and again.
beforeEach(async () => {
  lab = await openLab('postgres', 12);
  other = lab.openProcess();
});
afterEach(async () => {
  await checkBooks(lab);
  await lab.close();
});

describe('a thousand times', () => {
  it('a void meets the clearing: voided with the money back, or paid and not voidable', async () => {
    const [payers, persons] = [await enrolMany(lab, TIMES), await enrolParents(lab, TIMES)];
    await bindMany(lab, { owners: payers, relatives: persons });
    const payments = await doAll(lab, applyPremium, await quoteMany(lab, payers, persons));
    const waiting = payments.map(({ paymentId }, index) => ({ payer: payers[index] as Person, paymentId }));
    // Before the first clearing day a void is in time; the other process's clock is a moment ahead, past midnight.
    lab.setClock(new Date('2026-11-25T15:59:59Z'));
    const ahead: CoreDeps = { ...other, now: () => new Date('2026-11-25T16:00:00Z') };
    const tryVoid = async ({ payer, paymentId }: (typeof waiting)[number]): Promise<string> => {
      const request = { key: newKey(), actorId: payer.personId, paymentId };
      return codeOf((await voidPremium(lab.deps, [request]))[0]);
    };
    const codes: string[] = [];
    const voiding = (async () => {
      for (let start = 0; start < waiting.length; start += AT_ONCE)
        codes.push(...(await Promise.all(waiting.slice(start, start + AT_ONCE).map(tryVoid))));
    })();
    // In the middle of the voids on any machine: when a quarter of them is done.
    const clearing = (async () => {
      while (codes.length < waiting.length / 4) await new Promise((resolve) => setTimeout(resolve, 1));
      await runDueJobs(ahead);
    })();
    await Promise.all([voiding, clearing]);
    await runDueJobs(ahead);
    const states = await statesOf(payments.map(({ paymentId }) => paymentId));
    const ends = payments.map(({ paymentId }, index) => `${codes[index]} + ${states.get(paymentId)}`);
    const counts = tally(ends);
    expect(Object.keys(counts).sort()).toEqual(['PREMIUM_NOT_VOIDABLE + paid + 0', 'done + voided + 0']);
  });
});

describe('several processes', () => {
  it('that run the jobs at once pay each premium once', async () => {
    lab.setClock(MONDAY);
    const waiting: { readonly family: Family; readonly payment: PaymentView }[] = [];
    for (let n = 0; n < 20; n += 1) {
      const family = await familyInShenzhen(lab);
      lab.tax.fail('apply', n % 2 === 0 ? 'lost-answer' : 'not-sent');
      waiting.push({ family, payment: await applyFor(lab, family) });
    }
    const before = await countMoney(lab);
    for (const at of ['2026-11-23T02:05:00Z', '2026-11-26T02:00:00Z', '2026-11-26T03:00:00Z']) {
      lab.setClock(new Date(at));
      await Promise.all([lab.deps, other, lab.openProcess(), lab.openProcess()].map((deps) => runDueJobs(deps)));
    }
    for (const { family, payment } of waiting) expect(await stateOf(lab, family, payment)).toBe('paid');
    expect((await countMoney(lab)).balance).toBeLessThanOrEqual(before.balance - 20 * LEVY_FEN);
  });
});

/** How each payment stands, and what its payer has frozen. */
async function statesOf(paymentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await lab.pool.query<{ id: string; ended: string }>(
    `select p.id, p.state || ' + ' || (select sum(a.frozen) from accounts a where a.holder_id = p.holder_id) ended
       from premium_payments p where p.id = any($1::uuid[])`,
    [paymentIds],
  );
  return new Map(rows.map(({ id, ended }) => [id, ended]));
}
