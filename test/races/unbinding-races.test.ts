import { applyPremium, type CoreDeps, unbind } from '@gongji/core';
import { type CoreLab, openLab } from '../support/core-lab';
import { bindMany, enrolMany, enrolParents, ofPerson, quoteMany } from '../support/many';
import { checkBooks } from '../support/premiums';
import { racePairs, tally } from '../support/races';
import { LEVY_FEN } from '../support/tax-desk';

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
    const relatives = await enrolParents(lab, TIMES);
    const bindingIds = await bindMany(lab, { owners, relatives });
    const requests = await quoteMany(lab, owners, relatives);
    const ends = await racePairs(
      requests.map((request, index) => [
        (deps) => applyPremium(deps, [request]),
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
    expect(rows.filter(({ payments, frozen }) => frozen !== payments * LEVY_FEN)).toEqual([]);
    expect(tally(rows.map(({ state, payments }) => `${state} ${payments}`))).toEqual({
      ...(paid > 0 && { 'active 1': paid }),
      ...(ended > 0 && { 'ended 0': ended }),
    });
    await checkBooks(lab);
  });
});
