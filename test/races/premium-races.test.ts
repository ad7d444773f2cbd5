import { type ApplyPremium, type CoreDeps, holdPremium } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, newKey, openLab } from '../support/core-lab';
import { bindMany, enrolMany, enrolParents, quoteMany } from '../support/many';
import { checkBooks, countMoney } from '../support/premiums';
import { codeOf, type Pair, racePairs, type Racer, tally } from '../support/races';
import { LEVY_FEN } from '../support/tax-desk';

// Two premiums at the same moment, a thousand times each, on PostgreSQL, from two processes that share nothing but the database, each of which gathers what
// comes at once into groups. A zero in a thousand bounds the rate by 0.3 %.

const TIMES = 1000;
jest.setTimeout(300_000);

let lab: CoreLab;
let other: CoreDeps;
beforeAll(async () => {
  lab = await openLab('postgres', 12);
  other = lab.openProcess();
});
afterAll(() => lab.close());
afterEach(() => checkBooks(lab));

const hold =
  (request: ApplyPremium | undefined): Racer =>
  (deps) =>
    holdPremium(deps, request === undefined ? [] : [request]);

const ROUND = 40;

/** How each pair ended, whoever was first; and by how much more is frozen. */
async function race(pairs: readonly Pair[]): Promise<{ readonly ends: Record<string, number>; readonly frozen: number }> {
  const before = await countMoney(lab);
  const ends = await racePairs(pairs, [lab.deps, other], ROUND);
  const { frozen } = await countMoney(lab);
  return { ends: tally(ends.map((end) => end.split(' + ').sort().join(' + '))), frozen: frozen - before.frozen };
}
const holdBoth = (one: readonly ApplyPremium[], another: readonly ApplyPremium[]) =>
  race(one.map((request, index) => [hold(request), hold(another[index])] as const));

describe('a thousand times', () => {
  it('two devices of one payer apply for one levy: one payment, one hold', async () => {
    const [payers, persons] = [await enrolMany(lab, TIMES), await enrolParents(lab, TIMES)];
    await bindMany(lab, { owners: payers, relatives: persons });
    const [some, others] = [await quoteMany(lab, payers, persons), await quoteMany(lab, payers, persons)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_ALREADY_APPLIED + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('two payers apply for one levy: one payment, one hold', async () => {
    const persons = await enrolParents(lab, TIMES);
    const [sons, daughters] = [await enrolMany(lab, TIMES), await enrolMany(lab, TIMES)];
    for (const owners of [sons, daughters]) await bindMany(lab, { owners, relatives: persons });
    const [some, others] = [await quoteMany(lab, sons, persons), await quoteMany(lab, daughters, persons)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_ALREADY_APPLIED + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('two payments ask for one balance: what is there once is taken once', async () => {
    const payers = await enrolMany(lab, TIMES, { currentYearFen: 25_000, carriedOverFen: LEVY_FEN });
    const [mothers, fathers] = [await enrolParents(lab, TIMES), await enrolParents(lab, TIMES)];
    for (const relatives of [mothers, fathers]) await bindMany(lab, { owners: payers, relatives });
    const [some, others] = [await quoteMany(lab, payers, mothers), await quoteMany(lab, payers, fathers)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_NOT_ENOUGH_BALANCE + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('two payments ask for one limit of all relatives together: it is kept', async () => {
    const jinan = { regionCode: '370100' };
    const payers = await enrolMany(lab, TIMES, { ...jinan, birthDate: '1981-01-01' });
    const child = { ...jinan, birthDate: '2015-02-10' };
    const [sons, daughters] = [await enrolParents(lab, TIMES, child), await enrolParents(lab, TIMES, child)];
    const terms = { relation: 'child', guardianStatement: true, sharedLimitFen: fen(2 * LEVY_FEN - 1) } as const;
    for (const relatives of [sons, daughters]) await bindMany(lab, { owners: payers, relatives }, terms);
    const [some, others] = [await quoteMany(lab, payers, sons), await quoteMany(lab, payers, daughters)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_OVER_SHARED_LIMIT + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('one key comes with two bodies: one of them is carried out', async () => {
    const payers = await enrolMany(lab, TIMES);
    const [mothers, fathers] = [await enrolParents(lab, TIMES), await enrolParents(lab, TIMES)];
    for (const relatives of [mothers, fathers]) await bindMany(lab, { owners: payers, relatives });
    const some = await quoteMany(lab, payers, mothers);
    const others = (await quoteMany(lab, payers, fathers)).map((request, index) => ({ ...request, key: some[index]?.key ?? '' }));
    expect(await holdBoth(some, others)).toEqual({ ends: { 'IDEMPOTENCY_KEY_REUSED + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('one request comes twenty times at once, ten times to each process: one effect, twenty equal answers', async () => {
    const [payers, persons] = [await enrolMany(lab, TIMES), await enrolParents(lab, TIMES)];
    await bindMany(lab, { owners: payers, relatives: persons });
    const requests = await quoteMany(lab, payers, persons);
    const before = await countMoney(lab);
    const ends: string[] = [];
    for (let start = 0; start < TIMES; start += ROUND) {
      const round = requests.slice(start, start + ROUND).map(async (request) => {
        // Ten taps on one device are ten requests; a list of three is one that repeats itself inside a group.
        const sent = Array.from({ length: 20 }, (_, index) =>
          holdPremium(index % 2 === 0 ? lab.deps : other, index < 2 ? [request, request] : [request]),
        );
        const outcomes = (await Promise.all(sent)).flat();
        return `${outcomes.length} answers, ${new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size} (${codeOf(outcomes[0])})`;
      });
      ends.push(...(await Promise.all(round)));
    }
    expect(tally(ends)).toEqual({ '22 answers, 1 (done)': TIMES });
    expect((await countMoney(lab)).frozen - before.frozen).toBe(TIMES * LEVY_FEN);
    const { rows } = await lab.pool.query<{ count: number }>('select count(*)::int count from requests where key = any($1::text[])', [
      requests.map(({ key }) => key),
    ]);
    expect(rows[0]?.count).toBe(TIMES);
  });
});

describe('two processes', () => {
  it('that serve the same lists in opposite order act once for each, and replay in the group what the group has done', async () => {
    const [payers, persons] = [await enrolMany(lab, TIMES), await enrolParents(lab, TIMES)];
    await bindMany(lab, { owners: payers, relatives: persons });
    const requests = await quoteMany(lab, payers, persons);
    const before = await countMoney(lab);
    const doubled = requests.flatMap((request) => [request, request, { ...request, quoteId: newKey() }]);
    const answers = await Promise.all([holdPremium(lab.deps, doubled), holdPremium(other, [...doubled].reverse())]);
    const ids = answers.map((outcomes) => outcomes.map((outcome) => (outcome.ok ? outcome.value.paymentId : outcome.code)));
    const done = ids.flat().filter((id) => !/[A-Z]/.test(id));
    expect(new Set(done).size).toBe(TIMES);
    expect(done).toHaveLength(4 * TIMES);
    // The third of each comes before the first in the reversed list: then its quote is none and its key stays free.
    expect(
      Object.keys(tally(ids.flat().filter((id) => /[A-Z]/.test(id)))).filter(
        (code) => !/^(IDEMPOTENCY_KEY_REUSED|PREMIUM_PAYMENT_NOT_FOUND)$/.test(code),
      ),
    ).toEqual([]);
    expect((await countMoney(lab)).frozen - before.frozen).toBe(TIMES * LEVY_FEN);
  });
});
