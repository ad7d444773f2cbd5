import { setTimeout as wait } from 'node:timers/promises';
import { applyPremium, type CoreDeps, refundPremium, runDueJobs, settle, switchYear, unbind, voidSettlement } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { costOf, TERMS } from '../support/core-steps';
import { bindMany, doAll, enrolMany, enrolParents, ofPerson, quoteMany, tokensFor } from '../support/many';
import { checkBooks } from '../support/premiums';
import { type Pair, racePairs, tally, watchDeadlocks } from '../support/races';

// A void against itself, against its settlement, against whatever else moves the same money, three hundred times each, on PostgreSQL, from two processes
// that share nothing but the database. A zero in three hundred bounds the rate by 1 %.

const MANY = 300;
const [CURRENT, CARRIED, TOTAL] = [400, 600, 700];

jest.setTimeout(300_000);

let lab: CoreLab;
let other: ReturnType<typeof watchDeadlocks>;
beforeEach(async () => {
  lab = await openLab('postgres', 20);
  other = watchDeadlocks(lab.openProcess());
  lab.setClock(MONDAY);
});
afterEach(async () => {
  expect(other.count()).toBe(0);
  expect(await unlikeTheirLegs(lab)).toEqual([]);
  await checkBooks(lab);
  await lab.close();
});

interface Settlements {
  readonly sponsors: readonly Person[];
  readonly parents: readonly Person[];
  readonly bindingIds: readonly string[];
  readonly costs: readonly ReturnType<typeof costOf>[];
  readonly ids: readonly string[];
}

/** Each sponsor pays once for a parent, from both pots. */
async function familiesWith(settled: boolean): Promise<Settlements> {
  const sponsors = await enrolMany(lab, MANY, { currentYearFen: CURRENT, carriedOverFen: CARRIED });
  const parents = await enrolParents(lab, MANY);
  const bindingIds = await bindMany(
    lab,
    { owners: sponsors, relatives: parents },
    { shareFunds: { ...TERMS, capPerMonthFen: fen(1_000) } },
  );
  const costs = (await tokensFor(lab, parents)).map((token) => costOf(lab, token, { totalFen: fen(TOTAL) }));
  const ids = settled ? (await doAll(lab, settle, costs)).map(({ settlementId }) => settlementId) : [];
  return { sponsors, parents, bindingIds, costs, ids };
}

type Which = { readonly settlementId: string } | { readonly originalKey: string };
const voiding = (which: Which, key = newKey()) => {
  const request = { institutionId: lab.institutionId, key, ...which };
  return (deps: CoreDeps) => voidSettlement(deps, [request]);
};
const raceAll = async (pairs: readonly Pair[]): Promise<Record<string, number>> =>
  tally(await racePairs(pairs, [lab.deps, other.deps], 40));
/** The first of each pair starts earlier, from not at all to longer than the last one took: so each is first sometimes on any machine. */
function withHeadStart(pairs: readonly Pair[]): readonly Pair[] {
  let tookMs = 0;
  return pairs.map(
    ([first, second], index): Pair => [
      async (deps) => {
        if (isSecondAhead(index)) await wait(tookMs);
        const startedAt = performance.now();
        const outcomes = await first(deps);
        tookMs = performance.now() - startedAt;
        return outcomes;
      },
      async (deps) => wait(isSecondAhead(index) ? 0 : (tookMs * (index % 8)) / 4).then(() => second(deps)),
    ],
  );
}
/** Where both begin at once, the first of the two may always be the quicker. */
const isSecondAhead = (index: number): boolean => index % 8 === 7;

const either = (ends: Record<string, number>): Record<string, number> =>
  tally(Object.entries(ends).flatMap(([end, count]) => Array<string>(count).fill(end.split(' + ').sort().join(' + '))));

/** How many sponsors have so much in each pot. */
async function potsOfAll(sponsors: readonly Person[]): Promise<Record<string, number>> {
  const { rows } = await lab.pool.query<{ pots: string; count: number }>(
    `select pots, count(*)::int from (select string_agg(pot || ' ' || balance, ', ' order by pot) pots from accounts
       where holder_id = any($1::uuid[]) group by holder_id) a group by pots`,
    [sponsors.map(({ personId }) => personId)],
  );
  return Object.fromEntries(rows.map(({ pots, count }) => [pots, count]));
}

/** I7: a leg of which anything came back that is more than the leg, went to somebody else, or came back without a void. */
async function unlikeTheirLegs({ pool }: CoreLab): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `select b.subject_id, b.holder_id, b.amount, l.amount_fen, v.id from
       (select subject_id, holder_id, sum(amount) amount from transfers where reason = 'settlement-void' group by 1, 2) b
       left join (select settlement_id, holder_id, sum(amount_fen) amount_fen from settlement_legs group by 1, 2) l
         on l.settlement_id = b.subject_id and l.holder_id = b.holder_id
       left join settlement_voids v on v.settlement_id = b.subject_id
      where b.amount is distinct from l.amount_fen or v.id is null`,
  );
  return rows;
}

const IN_JINAN = { regionCode: '370100', birthDate: '1981-01-01' };
const WHOLE = `carriedOver ${CARRIED}, currentYear ${CURRENT}`;

describe(`a void, ${MANY} times`, () => {
  it('under two keys gives the money back once, whether it is meant by id or by msgid', async () => {
    const { sponsors, costs, ids } = await familiesWith(true);
    const pairs = ids.map((settlementId, index): Pair => [voiding({ settlementId }), voiding({ originalKey: costs[index]?.key ?? '' })]);
    expect(either(await raceAll(pairs))).toEqual({ 'SETTLEMENT_VOIDED + done': MANY });
    expect(await potsOfAll(sponsors)).toEqual({ [WHOLE]: MANY });
  });

  it('under one key gives the money back once and is answered twice', async () => {
    const { sponsors, ids } = await familiesWith(true);
    const pairs = ids.map((settlementId): Pair => {
      const key = newKey();
      return [voiding({ settlementId }, key), voiding({ settlementId }, key)];
    });
    expect(await raceAll(pairs)).toEqual({ 'done + done': MANY });
    expect(await potsOfAll(sponsors)).toEqual({ [WHOLE]: MANY });
  });

  it('of a msgid whose message is under way either takes it back or keeps it from being settled', async () => {
    const { sponsors, costs } = await familiesWith(false);
    const ends = await raceAll(
      withHeadStart(costs.map((cost): Pair => [(deps) => settle(deps, [cost]), voiding({ originalKey: cost.key })])),
    );
    expect(Object.keys(ends).filter((end) => !['done + done', 'SETTLEMENT_ANNULLED + done'].includes(end))).toEqual([]);
    expect(await potsOfAll(sponsors)).toEqual({ [WHOLE]: MANY });
    // Each side was first sometimes, or nothing raced.
    expect(Object.keys(ends)).toHaveLength(2);
  });

  it('meets an unbinding: both happen', async () => {
    const { sponsors, bindingIds, ids } = await familiesWith(true);
    const pairs = ids.map((settlementId, index): Pair => {
      const request = ofPerson(sponsors[index], bindingIds[index]);
      return [voiding({ settlementId }), (deps) => unbind(deps, [request])];
    });
    expect(await raceAll(pairs)).toEqual({ 'done + done': MANY });
    expect(await potsOfAll(sponsors)).toEqual({ [WHOLE]: MANY });
  });

  it('meets another cost under the same cap, which never takes more than is there', async () => {
    const { sponsors, parents, ids } = await familiesWith(true);
    const next = (await tokensFor(lab, parents)).map((token) => costOf(lab, token, { totalFen: fen(TOTAL) }));
    const pairs = next.map((cost, index): Pair => [voiding({ settlementId: ids[index] ?? '' }), (deps) => settle(deps, [cost])]);
    const ends = await raceAll(withHeadStart(pairs));
    expect(Object.keys(ends).filter((end) => !['done + done', 'done + SETTLEMENT_CASH_NOT_AGREED'].includes(end))).toEqual([]);
    const paid = ends['done + done'] ?? 0;
    const counts = { [WHOLE]: MANY - paid, 'carriedOver 0, currentYear 300': paid };
    expect(await potsOfAll(sponsors)).toEqual(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)));
    expect(Object.keys(ends)).toHaveLength(2);
  });

  it('meets the refund of a premium of the same account: both come back', async () => {
    const [payers, children] = [
      await enrolMany(lab, MANY, IN_JINAN),
      await enrolParents(lab, MANY, { ...IN_JINAN, birthDate: '2015-02-10' }),
    ];
    const terms = { relation: 'child', guardianStatement: true, sharedLimitFen: fen(100_000) } as const;
    await bindMany(lab, { owners: payers, relatives: children }, terms);
    const before = await potsOfAll(payers);
    const costs = (await tokensFor(lab, children)).map((token) => costOf(lab, token, { totalFen: fen(TOTAL) }));
    const settled = await doAll(lab, settle, costs);
    const payments = await doAll(lab, applyPremium, await quoteMany(lab, payers, children));
    lab.tax.answerRefunds('at once');
    const pairs = payments.map(({ paymentId }, index): Pair => {
      const request = { key: newKey(), actorId: payers[index]?.personId ?? '', paymentId, reason: 'duplicate' } as const;
      return [voiding({ settlementId: settled[index]?.settlementId ?? '' }), (deps) => refundPremium(deps, [request])];
    });
    expect(await raceAll(pairs)).toEqual({ 'done + done': MANY });
    expect(await potsOfAll(payers)).toEqual(before);
  });

  it('meets the turn of the year: the old money ends in the carried-over pot', async () => {
    const { sponsors, ids } = await familiesWith(true);
    lab.setClock(new Date('2027-01-04T02:00:00Z'));
    const running = switchYear(other.deps);
    const ends = await raceAll(ids.map((settlementId): Pair => [voiding({ settlementId }), async () => []]));
    await running;
    await runDueJobs(lab.deps);
    expect(ends).toEqual({ 'done + nothing': MANY });
    expect(await potsOfAll(sponsors)).toEqual({ [`carriedOver ${CURRENT + CARRIED}, currentYear 0`]: MANY });
  });
});
