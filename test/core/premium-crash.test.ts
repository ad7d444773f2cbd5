import { applyPremium, type ClearingAnswer, type CoreDeps, one, runDueJobs, type TaxOffice } from '@gongji/core';
import { type CoreLab, newKey, openLab } from '../support/core-lab';
import { dyingAt as dieAt, Killed } from '../support/dying';
import { applyFor, countMoney, familyInJinan, familyInShenzhen, checkBooks, quoteFor, runAt, stateOf } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// The process dies between two steps, as after kill -9: what it had committed stands, and another process goes on. No double, no loss.

jest.setTimeout(60_000);

let lab: CoreLab;
beforeEach(async () => {
  lab = await openLab('postgres', 6);
});
afterEach(() => checkBooks(lab));
afterEach(() => lab.close());

const CLEARING_DAY = '2026-11-26T02:00:00Z';
const FAMILIES = 6;

const dyingAt = (words: string, count = 1): CoreDeps => dieAt(lab.deps, words, count);

/** A process that dies around one call to the tax office. */
const dyingAround = (part: keyof TaxOffice, moment: 'before' | 'after'): CoreDeps => {
  const die = async (work: () => Promise<unknown>): Promise<never> => {
    if (moment === 'after') await work();
    throw new Killed(part);
  };
  const taxOffice = {
    ...lab.tax,
    [part]: (asked: never) => die(() => (lab.tax[part] as (asked: never) => Promise<unknown>)(asked)),
  };
  return { ...lab.deps, taxOffice };
};

const applyAll = async (): Promise<void> => {
  for (let n = 0; n < FAMILIES; n += 1) await applyFor(lab, await familyInShenzhen(lab));
};

const countStates = async (): Promise<Record<string, number>> => {
  const { rows } = await lab.pool.query<{ state: string; n: number }>('select state, count(*)::int n from premium_payments group by state');
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

describe('a process that dies while it clears', () => {
  it.each<[string, () => CoreDeps]>([
    ['before the batch is sent', () => dyingAround('clear', 'before')],
    ['after the tax office has taken the money and before the answer is read', () => dyingAround('clear', 'after')],
    ['while it makes the batch', () => dyingAt('"clearing_batches"')],
    ['while it writes the transfers', () => dyingAt('"transfers"', 2)],
    ['while it writes the entries', () => dyingAt('"entries"')],
    ['while it steps the payments', () => dyingAt('"UpdateQueryNode"')],
    ['while it tells the payers', () => dyingAt('"messages"')],
    ['when all is written but the end of the batch', () => dyingAt('"done_at"', 2)],
  ])('%s leaves nothing that the next run does not finish', async (_when, dying) => {
    await applyAll();
    const opened = (await countMoney(lab)).balance;
    lab.setClock(new Date(CLEARING_DAY));
    await expect(runDueJobs(dying())).rejects.toThrow(Killed);
    // Not quite dead: what could not be finished is sent again a minute later.
    await runAt(lab, '2026-11-26T02:01:00Z');
    expect(await countStates()).toEqual({ paid: FAMILIES });
    expect(lab.tax.batchIds.size).toBeLessThanOrEqual(1);
    const taken = FAMILIES * LEVY_FEN;
    expect(await countMoney(lab)).toEqual({ balance: opened - taken, frozen: 0, taken });
    expect((await lab.pool.query('select state, item_count from clearing_batches')).rows).toEqual([
      { state: 'done', item_count: FAMILIES },
    ]);
  });

  it('reads half of a long answer and asks about the rest, and nothing is lost', async () => {
    await applyAll();
    const halfAnswer: TaxOffice['clear'] = async (file): Promise<ClearingAnswer> => {
      const answer = await lab.tax.clear(file);
      return { items: answer.items.slice(0, FAMILIES / 2) };
    };
    lab.setClock(new Date(CLEARING_DAY));
    await runDueJobs({ ...lab.deps, taxOffice: { ...lab.tax, clear: halfAnswer } });
    // The rest was asked about one by one, each with the answer that it was paid.
    expect(await countStates()).toEqual({ paid: FAMILIES });
    expect(await countStates()).toEqual({ paid: FAMILIES });
  });

  it('and a batch that nobody answers for a day, is sent as the same batch until it is', async () => {
    await applyAll();
    lab.tax.fail('clear', 'lost-answer');
    await runAt(lab, CLEARING_DAY);
    expect(await countStates()).toEqual({ clearing: FAMILIES });
    lab.tax.fail('clear', 'not-sent');
    await runAt(lab, '2026-11-26T08:00:00Z');
    expect(await runAt(lab, '2026-11-27T02:00:00Z')).toMatchObject({ cleared: FAMILIES });
    expect([lab.tax.calls.clear, lab.tax.batchIds.size]).toEqual([3, 1]);
  });
});

const toldOf = async (topic: string): Promise<number> =>
  (await lab.pool.query('select from messages where topic = $1', [topic])).rowCount ?? 0;

describe('a process that dies while somebody applies', () => {
  it.each<[string, () => CoreDeps]>([
    ['before the message leaves', () => dyingAround('apply', 'before')],
    ['after the tax office accepted', () => dyingAround('apply', 'after')],
    ['after the tax office accepted and before its answer is written', () => dyingAt('applied_at = ')],
    ['after the tax office accepted and before both sides are told', () => dyingAt('"messages"')],
  ])('%s: the job finds out and one payment comes of it', async (_when, dying) => {
    const family = await familyInJinan(lab);
    const quote = await quoteFor(lab, family);
    const request = { key: newKey(), actorId: family.payer.personId, quoteId: quote.quoteId };
    const payment = await one(applyPremium)(dying(), request);
    expect(payment.state).toBe('submitting');
    await runAt(lab, '2026-11-23T02:00:11Z');
    expect(await stateOf(lab, family, payment)).toBe('paid');
    expect([lab.tax.applications.size, (await countMoney(lab)).taken]).toEqual([1, LEVY_FEN]);
    expect(await toldOf('premium-held')).toBe(2);
  });

  it('before the hold is committed: nothing happened, and the same request does it', async () => {
    const family = await familyInJinan(lab);
    const quote = await quoteFor(lab, family);
    const request = { key: newKey(), actorId: family.payer.personId, quoteId: quote.quoteId };
    for (const words of ['"premium_payments"', '"transfers"', '"entries"', '"audit_lines"'])
      await expect(applyPremium(dyingAt(words), [request])).rejects.toThrow(Killed);
    expect([await countStates(), lab.tax.calls.apply]).toEqual([{}, 0]);
    expect(await one(applyPremium)(lab.deps, request)).toMatchObject({ state: 'paid' });
  });
});
