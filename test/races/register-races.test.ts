import { setTimeout as wait } from 'node:timers/promises';
import { applyPremium, clearPremiums, type CoreDeps, endBindings, settle, switchYear, takeRegisterChanges } from '@gongji/core';
import { fen, plainDate } from '@gongji/domain';
import { type CoreLab, MONDAY, openLab, type Person } from '../support/core-lab';
import { costOf } from '../support/core-steps';
import { bindMany, doAll, enrolMany, enrolParents, quoteMany, tokensFor } from '../support/many';
import { checkBooks } from '../support/premiums';
import { codeOf, tally } from '../support/races';
import { LEVY_FEN } from '../support/tax-desk';

// Money on its way while the insurance register and the calendar move, on PostgreSQL, from two processes that share nothing but the database.

const MANY = 300;
const AT_ONCE = 10;
const [CURRENT, CARRIED] = [180_000, 620_000];

jest.setTimeout(300_000);

let lab: CoreLab;
let other: CoreDeps;
let owners: readonly Person[];
let relatives: readonly Person[];
beforeAll(async () => {
  lab = await openLab('postgres', 12);
  other = lab.openProcess();
});
beforeEach(async () => {
  lab.setClock(MONDAY);
  [owners, relatives] = [await enrolMany(lab, MANY, { currentYearFen: CURRENT, carriedOverFen: CARRIED }), await enrolParents(lab, MANY)];
  await bindMany(lab, { owners, relatives });
});
afterEach(() => checkBooks(lab));
afterAll(() => lab.close());

describe(`${MANY} times`, () => {
  it.each([
    ['the death of the payer', { diedOn: plainDate('2026-11-22') }, 'ended'],
    // Their region does not end a binding by these.
    ['the payer’s move to another province', { regionCode: '110000' }, 'active'],
    ['the end of the payer’s insurance', { insuranceState: 'ended' }, 'active'],
  ] as const)('a payment meets %s: it stands with its binding, or is refused, and nothing is taken later', async (_what, change, state) => {
    const requests = await quoteMany(lab, owners, relatives);
    const costs = (await tokensFor(lab, relatives)).map((token) => costOf(lab, token));
    const ends: string[] = [];
    for (let start = 0; start < MANY; start += AT_ONCE) {
      for (const owner of owners.slice(start, start + AT_ONCE)) lab.register.push(owner, change);
      const taking = takeRegisterChanges(other);
      // Sometimes before the register's page holds the bindings, sometimes after, mostly in between.
      await wait((start / AT_ONCE) % 6);
      const mine = <T>(list: readonly T[]): readonly T[] => list.slice(start, start + AT_ONCE);
      const settling = mine(costs).map((cost) => settle(other, [cost]));
      ends.push(...(await Promise.all(mine(requests).map(async (request) => codeOf((await applyPremium(lab.deps, [request]))[0])))));
      await Promise.all([taking, ...settling]);
    }
    await endBindings(lab.deps);
    const { rows } = await lab.pool.query<{ state: string; open: number }>(
      `select b.state, count(p.id)::int open from bindings b left join premium_payments p on p.binding_id = b.id and p.state = 'applied'
        where b.holder_id = any($1::uuid[]) group by b.id`,
      [owners.map(({ personId }) => personId)],
    );
    // Whoever pays holds the binding until it is over.
    const paid = ends.filter((end) => end === 'done').length;
    expect(tally(rows.map((row) => `${row.state} ${row.open}`))).toEqual({
      ...(paid > 0 && { 'active 1': paid }),
      ...(paid < MANY && { [`${state} 0`]: MANY - paid }),
    });
    const more = (await tokensFor(lab, relatives)).map((token) => costOf(lab, token, { totalFen: fen(100) }));
    const later = await settle(other, more);
    expect(tally(later.map(codeOf))).toEqual({ SETTLEMENT_CASH_NOT_AGREED: MANY });
  });

  it('premiums that are taken and released, and costs, meet the turn of the year: what was there in December is carried over, once', async () => {
    const spend = async (totalFen: number) =>
      (await tokensFor(lab, owners)).map((token) => costOf(lab, token, { totalFen: fen(totalFen), accountUse: 'own' }));
    lab.setClock(new Date('2026-12-20T02:00:00Z'));
    // All that was carried over and a part of this year's money: what is held after it is this year's.
    await doAll(lab, settle, await spend(CARRIED + 80_000));
    const held = await doAll(lab, applyPremium, await quoteMany(lab, owners, relatives));
    for (const { paymentId } of held.slice(0, MANY / 2)) lab.tax.refuseInBatch(paymentId);
    lab.setClock(new Date('2026-12-31T15:59:00Z'));
    const costs = await spend(30_000);
    lab.setClock(new Date('2026-12-31T16:00:00Z'));
    const [settled, cleared, ...switched] = await Promise.all([
      Promise.all(costs.map(async (cost) => codeOf((await settle(lab.deps, [cost]))[0]))),
      clearPremiums(lab.deps),
      switchYear(lab.deps),
      switchYear(other),
    ]);
    expect(tally(settled)).toEqual({ done: MANY });
    expect(cleared).toBeGreaterThanOrEqual(MANY / 2);
    expect(switched[0] + switched[1]).toBeGreaterThanOrEqual(MANY);
    const left = CURRENT - 80_000 - 30_000;
    const { rows } = await lab.pool.query<{ pots: string }>(
      `select string_agg(pot || ' ' || balance || ' ' || frozen, ', ' order by pot) pots from accounts where holder_id = any($1::uuid[]) group by holder_id`,
      [owners.map(({ personId }) => personId)],
    );
    expect(tally(rows.map(({ pots }) => pots))).toEqual({
      [`carriedOver ${left} 0, currentYear 0 0`]: MANY / 2,
      [`carriedOver ${left - LEVY_FEN} 0, currentYear 0 0`]: MANY / 2,
    });
  });
});
