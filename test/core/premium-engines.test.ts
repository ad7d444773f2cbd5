import { applyPremium, one, quotePremium, readAccount, readEntries, readPayments, voidPremium } from '@gongji/core';
import { type CoreLab, type Engine, ENGINES, MONDAY, newKey, openLab } from '../support/core-lab';
import { applyFor, countMoney, familyInJinan, familyInShenzhen, checkBooks, quoteFor, runAt, viewOf, YEAR } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// The whole way of a premium, once on each database that this system runs on.

jest.setTimeout(60_000);

describe.each<Engine>([...ENGINES])('on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine, 8);
  });
  afterAll(() => lab.close());
  afterEach(() => checkBooks(lab));

  it('a premium whose answer was lost is found out, cleared at month end and posted, and the account says each step', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.fail('apply', 'lost-answer');
    const payment = await applyFor(lab, family);
    await runAt(lab, '2026-11-23T03:00:00Z');
    expect((await viewOf(lab, family, payment)).state).toBe('applied');
    await runAt(lab, '2026-11-30T02:00:00Z');
    const paid = await viewOf(lab, family, payment);
    expect(paid).toMatchObject({
      state: 'paid',
      receipt: { taxNumber: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    lab.tax.postAll();
    await runAt(lab, '2026-12-02T02:00:00Z');
    expect(await readPayments(lab.deps, { personId: family.payer.personId, year: YEAR })).toMatchObject({
      payments: [{ paymentId: payment.paymentId, state: 'posted', receipt: paid.receipt }],
    });
    const { entries } = await readEntries(lab.deps, { personId: family.payer.personId, limit: 20 });
    expect(entries.slice(0, 2).map(({ kind, amountFen, frozenFen }) => ({ kind, amountFen, frozenFen }))).toEqual([
      { kind: 'premium-paid', amountFen: 0 - LEVY_FEN, frozenFen: 0 - LEVY_FEN },
      { kind: 'premium-hold', amountFen: 0, frozenFen: LEVY_FEN },
    ]);
  });

  it('the receipt’s hash changes with any fact on it', async () => {
    lab.setClock(MONDAY);
    const families = [await familyInJinan(lab), await familyInJinan(lab)] as const;
    const [first, second] = [await applyFor(lab, families[0]), await applyFor(lab, families[1])];
    expect(first.receipt?.hash).not.toBe(second.receipt?.hash);
    expect((await viewOf(lab, families[0], first)).receipt).toEqual(first.receipt);
  });

  it('one key sent twenty times at once is one quote, one payment and one void, and is answered twenty times', async () => {
    lab.setClock(MONDAY);
    const family = await familyInShenzhen(lab);
    const actorId = family.payer.personId;
    const twenty = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, work));
    const calls = { ...lab.tax.calls };
    const asked = { key: newKey(), actorId, personId: family.person.personId, year: YEAR };
    const quotes = await twenty(() => one(quotePremium)(lab.deps, asked));
    expect(new Set(quotes.map(({ quoteId }) => quoteId)).size).toBe(1);
    const applied = { key: newKey(), actorId, quoteId: quotes[0]?.quoteId ?? '' };
    const payments = await twenty(() => one(applyPremium)(lab.deps, applied));
    expect(new Set(payments.map((payment) => JSON.stringify(payment))).size).toBe(1);
    expect([payments[0]?.state, lab.tax.calls.apply - calls.apply]).toEqual(['applied', 1]);
    const voided = { key: newKey(), actorId, paymentId: payments[0]?.paymentId ?? '' };
    const ends = await twenty(() => one(voidPremium)(lab.deps, voided));
    expect(ends.map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => 'voided'));
    expect(lab.tax.calls.void - calls.void).toBe(1);
    const { frozenFen } = await readAccount(lab.deps, actorId);
    expect(frozenFen).toBe(0);
  });

  it('one person’s key is nobody else’s', async () => {
    lab.setClock(MONDAY);
    const [mine, yours] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    const key = newKey();
    const payments = [];
    for (const family of [mine, yours])
      payments.push(
        await one(applyPremium)(lab.deps, { key, actorId: family.payer.personId, quoteId: (await quoteFor(lab, family)).quoteId }),
      );
    expect(payments[0]?.paymentId).not.toBe(payments[1]?.paymentId);
  });

  it('what the tax office took is what left the accounts', async () => {
    const { taken } = await countMoney(lab);
    expect(taken).toBe(lab.tax.takenFen());
    expect(taken).toBeGreaterThan(0);
  });
});
