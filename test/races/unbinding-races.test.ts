import { applyPremium, type CoreDeps, quotePremium, unbind } from '@gongji/core';
import { type CoreLab, newKey, openLab } from '../support/core-lab';
import { acceptMany, doAll, enrolMany, ofPerson, proposeMany } from '../support/many';
import { checkBooks, YEAR } from '../support/premiums';
import { racePairs, tally } from '../support/races';

// Money on its way while the binding ends, on PostgreSQL, from two processes that share nothing but the database. A zero in a thousand bounds the rate by
// 0.3 %.

const TIMES = 1000;

jest.setTimeout(300_000);

let lab: CoreLab;
let other: CoreDeps;
beforeAll(async () => {
  lab = await openLab('postgres', 12);
  other = lab.openProcess();
});
afterAll(() => lab.close());

describe('a thousand times', () => {
  it('a payment meets an unbinding: either the payment stands and the binding with it, or neither', async () => {
    const owners = await enrolMany(lab, TIMES);
    const relatives = await enrolMany(lab, TIMES, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06' });
    const bindingIds = await proposeMany(lab, { owners, relatives });
    await acceptMany(lab, bindingIds, relatives);
    const quotes = await doAll(
      lab,
      quotePremium,
      owners.map(({ personId: actorId }, index) => ({ key: newKey(), actorId, personId: relatives[index]?.personId ?? '', year: YEAR })),
    );
    const ends = await racePairs(
      owners.map((owner, index) => [
        (deps) => applyPremium(deps, [{ key: newKey(), actorId: owner.personId, quoteId: quotes[index]?.quoteId ?? '' }]),
        (deps) => unbind(deps, [ofPerson(relatives[index], bindingIds[index])]),
      ]),
      [lab.deps, other],
    );
    const counts = tally(ends);
    const paid = counts['done + BINDING_HAS_OPEN_PAYMENT'] ?? 0;
    const ended = counts['PREMIUM_PERSON_NOT_BOUND + done'] ?? 0;
    expect(paid + ended).toBe(TIMES);
    const { rows } = await lab.pool.query<{ state: string; payments: number; frozen: number }>(
      `select b.state, (select count(*)::int from premium_payments p where p.binding_id = b.id) payments,
              (select sum(frozen)::bigint from accounts a where a.holder_id = b.holder_id) frozen from bindings b where b.id = any($1::uuid[])`,
      [bindingIds],
    );
    const amount = quotes[0]?.levy.amountFen ?? Number.NaN;
    const held = (payments: number): number => payments * amount;
    expect(rows.filter(({ payments, frozen }) => frozen !== held(payments))).toEqual([]);
    expect(tally(rows.map(({ state, payments }) => `${state} ${payments}`))).toEqual({
      ...(paid > 0 && { 'active 1': paid }),
      ...(ended > 0 && { 'ended 0': ended }),
    });
    await checkBooks(lab);
  });
});
