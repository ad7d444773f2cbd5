import { type ApplyPremium, type CoreDeps, holdPremium, submitPremiums } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bindMany, enrolMany, enrolParents, quoteMany } from '../support/many';
import { checkBooks, countMoney, levyKeyOf } from '../support/premiums';
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

/** A son with both parents and a sister with the mother, a thousand times; each of the two can pay one premium, and no second. */
const town = {
  sons: [] as Person[],
  daughters: [] as Person[],
  mothers: [] as Person[],
  fathers: [] as Person[],
  children: [] as Person[],
};
beforeAll(async () => {
  const balance = { currentYearFen: 25_000, carriedOverFen: LEVY_FEN };
  [town.sons, town.daughters] = [await enrolMany(lab, TIMES, balance), await enrolMany(lab, TIMES, balance)];
  [town.mothers, town.fathers] = [await enrolParents(lab, TIMES), await enrolParents(lab, TIMES)];
  await bindMany(lab, { owners: town.sons, relatives: town.mothers });
  await bindMany(lab, { owners: town.sons, relatives: town.fathers });
  await bindMany(lab, { owners: town.daughters, relatives: town.mothers });
});

/** The tax office knows of no levy of theirs: what is held is given back, and the next race finds the town as it was. */
async function giveBack(): Promise<void> {
  const persons = [...town.mothers, ...town.fathers, ...town.children];
  for (const person of persons) lab.tax.setLevy(levyKeyOf({ person }), { known: false });
  lab.setClock(new Date(MONDAY.getTime() + 60_000));
  for (let left = 1; left > 0; ) left = await submitPremiums(lab.deps);
  for (const person of persons) lab.tax.setLevy(levyKeyOf({ person }), { known: true });
  lab.setClock(MONDAY);
  expect((await countMoney(lab)).frozen).toBe(0);
}
afterEach(async () => {
  await checkBooks(lab);
  await giveBack();
});
afterAll(async () => {
  await checkBooks(lab);
  await lab.close();
});

describe('a thousand times', () => {
  it('two devices of one payer apply for one levy: one payment, one hold', async () => {
    const { sons, mothers } = town;
    const [some, others] = [await quoteMany(lab, sons, mothers), await quoteMany(lab, sons, mothers)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_ALREADY_APPLIED + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('two payers apply for one levy: one payment, one hold', async () => {
    const { sons, daughters, mothers } = town;
    const [some, others] = [await quoteMany(lab, sons, mothers), await quoteMany(lab, daughters, mothers)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_ALREADY_APPLIED + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('two payments ask for one balance: what is there once is taken once', async () => {
    const { sons, mothers, fathers } = town;
    const [some, others] = [await quoteMany(lab, sons, mothers), await quoteMany(lab, sons, fathers)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_NOT_ENOUGH_BALANCE + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('two payments ask for one limit of all relatives together: it is kept', async () => {
    const jinan = { regionCode: '370100' };
    const payers = await enrolMany(lab, TIMES, { ...jinan, birthDate: '1981-01-01' });
    const child = { ...jinan, birthDate: '2015-02-10' };
    const [boys, girls] = [await enrolParents(lab, TIMES, child), await enrolParents(lab, TIMES, child)];
    town.children = [...boys, ...girls];
    const terms = { relation: 'child', guardianStatement: true, sharedLimitFen: fen(2 * LEVY_FEN - 1) } as const;
    for (const relatives of [boys, girls]) await bindMany(lab, { owners: payers, relatives }, terms);
    const [some, others] = [await quoteMany(lab, payers, boys), await quoteMany(lab, payers, girls)];
    expect(await holdBoth(some, others)).toEqual({ ends: { 'PREMIUM_OVER_SHARED_LIMIT + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('one key comes with two bodies: one of them is carried out', async () => {
    const { sons, mothers, fathers } = town;
    const some = await quoteMany(lab, sons, mothers);
    const others = (await quoteMany(lab, sons, fathers)).map((request, index) => ({ ...request, key: some[index]?.key ?? '' }));
    expect(await holdBoth(some, others)).toEqual({ ends: { 'IDEMPOTENCY_KEY_REUSED + done': TIMES }, frozen: TIMES * LEVY_FEN });
  });

  it('one request comes twenty times at once, ten times to each process: one effect, twenty equal answers', async () => {
    const requests = await quoteMany(lab, town.sons, town.mothers);
    const before = await countMoney(lab);
    const ends: string[] = [];
    for (let start = 0; start < TIMES; start += ROUND) {
      const round = requests.slice(start, start + ROUND).map(async (request) => {
        // Ten taps on one device are ten requests; a list of two repeats itself inside a group.
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
    const requests = await quoteMany(lab, town.sons, town.mothers);
    const before = await countMoney(lab);
    const ids: string[] = [];
    // Fewer at once than may wait.
    for (const half of [requests.slice(0, TIMES / 2), requests.slice(TIMES / 2)]) {
      const tripled = half.flatMap((request) => [request, request, { ...request, quoteId: newKey() }]);
      const answers = await Promise.all([holdPremium(lab.deps, tripled), holdPremium(other, [...tripled].reverse())]);
      ids.push(...answers.flat().map((outcome) => (outcome.ok ? outcome.value.paymentId : outcome.code)));
    }
    const refused = ids.filter((id) => /[A-Z]/.test(id));
    const done = ids.filter((id) => !/[A-Z]/.test(id));
    expect(new Set(done).size).toBe(TIMES);
    expect(done).toHaveLength(4 * TIMES);
    // The other body comes first in the reversed list: then its quote is none, and the key stays free.
    expect(refused.filter((code) => code !== 'IDEMPOTENCY_KEY_REUSED' && code !== 'PREMIUM_PAYMENT_NOT_FOUND')).toEqual([]);
    expect((await countMoney(lab)).frozen - before.frozen).toBe(TIMES * LEVY_FEN);
  });
});
