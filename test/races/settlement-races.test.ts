import { setTimeout as wait } from 'node:timers/promises';
import { acceptBinding, one, proposeBinding, scanCode, settle, showCode, unbind } from '@gongji/core';
import { fen } from '@gongji/domain';
import { balanceOf, type CoreLab, enrol, enrolParent, newKey, openLab, type Person } from '../support/core-lab';
import { bind, bindingOf, costOf, TERMS, tokenFor } from '../support/core-steps';
import { bindMany, enrolMany, enrolParents, tokensFor } from '../support/many';
import { checkBooks } from '../support/premiums';
import { codeOf, codesOf, type Pair, racePairs, repeatWork, tally, watchDeadlocks } from '../support/races';

// Money at the counter and bindings, at the same moment, on PostgreSQL. A zero in two hundred bounds the rate by 1.5 %, in a thousand by
// 0.3 %.

const MANY = 1000;
/** Where every round needs a family of its own. */
const TIMES = 200;
/** Rounds under way at once: they meet in the database. */
const AT_ONCE = 8;

jest.setTimeout(300_000);

let lab: CoreLab;
beforeAll(async () => {
  lab = await openLab('postgres', 20);
});
afterAll(() => lab.close());
afterEach(() => checkBooks(lab));

const repeat = <T>(work: () => Promise<T>, times = TIMES): Promise<T[]> => repeatWork(work, { times, atOnce: AT_ONCE });

/** One cost at each of two counters, at the same moment, a thousand times. */
const settleBoth = async (tokens: readonly (readonly string[])[], totalFen: number): Promise<Record<string, number>> => {
  const [some, others] = tokens.map((list) => list.map((token) => costOf(lab, token, { totalFen: fen(totalFen) })));
  const pairs = (some ?? []).map(
    (cost, index): Pair => [(deps) => settle(deps, [cost]), (deps) => settle(deps, (others ?? []).slice(index, index + 1))],
  );
  const ends = await racePairs(pairs, [lab.deps, lab.openProcess()]);
  return tally(ends.map((end) => end.split(' + ').sort().join(' + ')));
};

it('never takes more than there is when two counters settle on one sponsor, a thousand times', async () => {
  const sponsors = await enrolMany(lab, MANY, { currentYearFen: 400, carriedOverFen: 600 });
  const [mothers, fathers] = [await enrolParents(lab, MANY), await enrolParents(lab, MANY)];
  for (const relatives of [mothers, fathers]) await bindMany(lab, { owners: sponsors, relatives });
  const tokens = [await tokensFor(lab, mothers), await tokensFor(lab, fathers)];
  expect(await settleBoth(tokens, 700)).toEqual({ 'SETTLEMENT_CASH_NOT_AGREED + done': MANY });
  const { rows } = await lab.pool.query<{ pots: string; count: number }>(
    `select pots, count(*)::int from (select string_agg(pot || ' ' || balance, ', ' order by pot desc) pots from accounts
       where holder_id = any($1::uuid[]) group by holder_id) a group by pots`,
    [sponsors.map(({ personId }) => personId)],
  );
  // As the rule for one cost says: what was carried over first, and the rest of it from this year's money.
  expect(rows).toEqual([{ pots: 'currentYear 300, carriedOver 0', count: MANY }]);
});

it("never goes beyond a month's cap when two counters settle under one grant, a thousand times", async () => {
  const [owners, relatives] = [await enrolMany(lab, MANY), await enrolParents(lab, MANY)];
  await bindMany(lab, { owners, relatives }, { shareFunds: { ...TERMS, capPerMonthFen: fen(1_000) } });
  const tokens = [await tokensFor(lab, relatives), await tokensFor(lab, relatives)];
  expect(await settleBoth(tokens, 800)).toEqual({ 'SETTLEMENT_CASH_NOT_AGREED + done': MANY });
});

it(`debits nothing after an unbinding was acknowledged, racing a settlement ${TIMES} times`, async () => {
  // The settlement gets a head start, from none to longer than the last one took: so each side wins sometimes on any machine.
  let round = 0;
  let tookMs = 0;
  const [sponsors, patients] = [await enrolMany(lab, TIMES), await enrolParents(lab, TIMES)];
  const bindingIds = await bindMany(lab, { owners: sponsors, relatives: patients });
  const [tokens, lateTokens] = [await tokensFor(lab, patients), await tokensFor(lab, patients)];
  const results = await repeat(async () => {
    const place = round++;
    const headStartMs = (tookMs * (place % AT_ONCE)) / (AT_ONCE / 2);
    const [sponsor, bindingId] = [sponsors[place] as Person, bindingIds[place] ?? ''];
    const [first, late] = [tokens[place], lateTokens[place]].map((token) => costOf(lab, token ?? ''));
    const endBinding = async () => {
      await wait(headStartMs);
      const [outcome] = await unbind(lab.deps, [{ key: newKey(), actorId: sponsor.personId, bindingId }]);
      const { balanceFen } = await balanceOf(lab.pool, sponsor.personId);
      const [after] = await settle(lab.deps, late === undefined ? [] : [late]);
      return { ended: codeOf(outcome), balanceFen, after: codeOf(after) };
    };
    const acknowledged = endBinding();
    const startedAt = performance.now();
    const [outcome] = await settle(lab.deps, first === undefined ? [] : [first]);
    tookMs = performance.now() - startedAt;
    const { ended, balanceFen, after } = await acknowledged;
    const untouched = (await balanceOf(lab.pool, sponsor.personId)).balanceFen === balanceFen;
    return `${ended}, then ${after}, ${untouched ? 'untouched' : 'DEBITED'} (${codeOf(outcome)})`;
  });
  const counts = tally(results);
  const allowed = ['done', 'SETTLEMENT_CASH_NOT_AGREED'].map((raced) => `done, then SETTLEMENT_CASH_NOT_AGREED, untouched (${raced})`);
  expect(Object.keys(counts).filter((result) => !allowed.includes(result))).toEqual([]);
  // Each side won sometimes, or nothing raced.
  expect(Object.keys(counts)).toHaveLength(2);
});

it(`lets one of two counters use a code, ${TIMES} times`, async () => {
  const shower = await enrol(lab);
  const results = await repeat(async () => {
    const asked = { key: newKey(), actorId: shower.personId, personId: shower.personId, deviceId: newKey() };
    const { payload } = await one(showCode)(lab.deps, asked);
    const scan = { institutionId: lab.institutionId, payload };
    const outcomes = await Promise.all([scanCode(lab.deps, [scan]), scanCode(lab.deps, [scan])]);
    return codesOf(outcomes);
  });
  expect(tally(results)).toEqual({ 'CODE_INVALID,done': results.length });
});

it(`settles once under one msgid sent twenty times at once, ${TIMES / 10} times`, async () => {
  const results = await repeat(async () => {
    const person = await enrol(lab, { currentYearFen: 0, carriedOverFen: 1_000 });
    const cost = costOf(lab, await tokenFor(lab, person), { totalFen: fen(100) });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => settle(lab.deps, [cost])));
    return `${new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size} ${(await balanceOf(lab.pool, person.personId)).balanceFen}`;
  }, TIMES / 10);
  expect(tally(results)).toEqual({ '1 900': results.length });
});

it(`keeps to the limit of people who may show one code when three ask at once, ${TIMES / 4} times`, async () => {
  const results = await repeat(async () => {
    const mother = await enrolParent(lab);
    const children = await Promise.all([1, 2, 3].map(() => enrol(lab)));
    const asked = children.map((child) => bindingOf(child, mother, { shareFunds: null }));
    const outcomes = await Promise.all(asked.map((request) => proposeBinding(lab.deps, [request])));
    return codesOf(outcomes);
  }, TIMES / 4);
  expect(tally(results)).toEqual({ 'BINDING_TOO_MANY_SHOWERS,done,done': results.length });
});

it('keeps to that limit for somebody nobody has seen before', async () => {
  const results = await repeat(async () => {
    const described = await enrolParent(lab);
    const unseen = { ...described, certificateNumber: `C${newKey().replace(/\D/g, '').padEnd(9, '0').slice(0, 9)}` };
    const children = await Promise.all([1, 2, 3, 4, 5, 6].map(() => enrol(lab)));
    const asked = children.map((child) => bindingOf(child, unseen, { shareFunds: null }));
    const outcomes = await Promise.all(asked.map((request) => proposeBinding(lab.deps, [request])));
    return codesOf(outcomes);
  }, TIMES / 4);
  const refused = 'BINDING_TOO_MANY_SHOWERS,'.repeat(4);
  expect(tally(results)).toEqual({ [`${refused}done,done`]: results.length });
});

it('has one lock order: a mix of everything on few people meets no deadlock and keeps all money', async () => {
  const watched = watchDeadlocks(lab.deps);
  const world = { ...lab, deps: watched.deps };
  const sponsors = await Promise.all([1, 2, 3, 4].map(() => enrol(lab, { currentYearFen: 100_000, carriedOverFen: 100_000 })));
  const patients = await Promise.all([1, 2].map(() => enrol(lab, { currentYearFen: 0, carriedOverFen: 0, birthDate: '1950-01-01' })));
  for (const sponsor of sponsors) for (const patient of patients) await bind(world, sponsor, patient, { showCode: null });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
  const settleList = async (): Promise<string[]> => {
    const tokens = [await tokenFor(world, pick(patients)), await tokenFor(world, pick(sponsors)), await tokenFor(world, pick(patients))];
    const outcomes = await settle(
      world.deps,
      tokens.map((token) => costOf(world, token, { totalFen: fen(300) })),
    );
    return outcomes.map(codeOf);
  };
  const rebind = async (): Promise<string[]> => {
    const [sponsor, patient] = [pick(sponsors), pick(patients)];
    const [made] = await proposeBinding(world.deps, [bindingOf(sponsor, patient, { showCode: null })]);
    if (made?.ok !== true) return [];
    const { bindingId } = made.value;
    await acceptBinding(world.deps, [{ key: newKey(), actorId: patient.personId, bindingId, faceChecked: true }]);
    return (await unbind(world.deps, [{ key: newKey(), actorId: patient.personId, bindingId }])).map(codeOf);
  };
  const done = (await repeat(() => (Math.random() < 0.7 ? settleList() : rebind()))).flat();
  expect(Object.keys(tally(done)).sort()).toEqual(['SETTLEMENT_CASH_NOT_AGREED', 'done'].filter((code) => done.includes(code)));
  expect(done.length).toBeGreaterThan(TIMES);
  expect(watched.count()).toBe(0);
});
