import { applyPremium, type CoreDeps, type PaymentView, runDueJobs, voidPremium } from '@gongji/core';
import { type CoreLab, enrol, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';
import { applyFor, countMoney, type Family, familyInShenzhen, checkBooks, quoteFor, stateOf } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';
import { codeOf, repeatWork, tally } from '../support/races';

// Two things at the same moment, two hundred times each, on PostgreSQL, from two processes that share nothing but the database. A zero in two
// hundred bounds the rate by 1.5 %.

const TIMES = 200;
/** Pairs under way at once: enough to make them meet in the database. */
const AT_ONCE = 10;

// Each takes some ten seconds on an idle machine.
jest.setTimeout(240_000);

let lab: CoreLab;
let other: CoreDeps;
beforeAll(async () => {
  lab = await openLab('postgres', 24);
  // Its own object: what one process keeps in memory, the other does not see.
  other = { ...lab.deps };
});
afterAll(() => lab.close());
afterEach(() => checkBooks(lab));

const repeat = <T>(work: () => Promise<T>, times = TIMES): Promise<T[]> => repeatWork(work, { times, atOnce: AT_ONCE });

const apply = async (deps: CoreDeps, payer: Person, quoteId: string): Promise<string> =>
  codeOf((await applyPremium(deps, [{ key: newKey(), actorId: payer.personId, quoteId }]))[0]);

describe('two hundred times', () => {
  it('two devices of one payer apply for one levy: one payment', async () => {
    const results = await repeat(async () => {
      const family = await familyInShenzhen(lab);
      const [a, b] = [await quoteFor(lab, family), await quoteFor(lab, family)];
      const codes = await Promise.all([apply(lab.deps, family.payer, a.quoteId), apply(other, family.payer, b.quoteId)]);
      return codes.sort().join(' + ');
    });
    expect(tally(results)).toEqual({ 'PREMIUM_ALREADY_APPLIED + done': TIMES });
  });

  it('(a hundred) two payers apply for one levy: one payment, one hold', async () => {
    const before = await countMoney(lab);
    const results = await repeat(async () => {
      const family = await familyInShenzhen(lab);
      const sister = await enrol(lab);
      await bind(lab, sister, family.person);
      const [a, b] = [await quoteFor(lab, family), await quoteFor(lab, { ...family, payer: sister })];
      const codes = await Promise.all([apply(lab.deps, family.payer, a.quoteId), apply(other, sister, b.quoteId)]);
      return codes.sort().join(' + ');
    }, TIMES / 2);
    expect(tally(results)).toEqual({ 'PREMIUM_ALREADY_APPLIED + done': TIMES / 2 });
    expect((await countMoney(lab)).frozen - before.frozen).toBe((TIMES / 2) * LEVY_FEN);
  });

  it('a void meets the clearing: voided with the money back, or paid and not voidable', async () => {
    const waiting: { readonly family: Family; readonly payment: PaymentView }[] = [];
    await repeat(async () => {
      const family = await familyInShenzhen(lab);
      waiting.push({ family, payment: await applyFor(lab, family) });
    });
    // Before the first clearing day a void is in time; the other process's clock is a moment ahead, past midnight.
    lab.setClock(new Date('2026-11-25T15:59:59Z'));
    const ahead: CoreDeps = { ...other, now: () => new Date('2026-11-25T16:00:00Z') };
    const tryVoid = async ({ family, payment }: (typeof waiting)[number]): Promise<string> => {
      const request = { key: newKey(), actorId: family.payer.personId, paymentId: payment.paymentId };
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
    const ends = await Promise.all(
      waiting.map(
        async ({ family, payment }, index) => `${codes[index]} + ${await stateOf(lab, family, payment)} + ${await frozenOf(family)}`,
      ),
    );
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
      await Promise.all([lab.deps, other, { ...other }, { ...other }].map((deps) => runDueJobs(deps)));
    }
    for (const { family, payment } of waiting) expect(await stateOf(lab, family, payment)).toBe('paid');
    expect((await countMoney(lab)).balance).toBeLessThanOrEqual(before.balance - 20 * LEVY_FEN);
  });

  it('that serve one key at once in two lists of many act once for each', async () => {
    lab.setClock(MONDAY);
    const families = [];
    for (let n = 0; n < 20; n += 1) families.push(await familyInShenzhen(lab));
    const requests = [];
    for (const family of families)
      requests.push({ key: newKey(), actorId: family.payer.personId, quoteId: (await quoteFor(lab, family)).quoteId });
    const size = lab.tax.applications.size;
    const answers = await Promise.all([applyPremium(lab.deps, requests), applyPremium(other, [...requests].reverse())]);
    const ids = answers.map((outcomes) => outcomes.map((outcome) => (outcome.ok ? outcome.value.paymentId : outcome.code)).sort());
    expect(ids[1]).toEqual(ids[0]);
    expect(lab.tax.applications.size - size).toBe(20);
  });
});

async function frozenOf({ payer }: Family): Promise<number> {
  const { rows } = await lab.pool.query<{ frozen: number }>('select sum(frozen)::bigint frozen from accounts where holder_id = $1', [
    payer.personId,
  ]);
  return rows[0]?.frozen ?? Number.NaN;
}
