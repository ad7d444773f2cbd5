import {
  acceptBinding,
  applyPremium,
  type CoreDeps,
  type Outcome,
  proposeBinding,
  quotePremium,
  setDeductionOrder,
  unbind,
  withdrawInvitation,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, newKey, openLab, type Person } from '../support/core-lab';
import { bindingOf } from '../support/core-steps';
import { acceptMany, doAll, enrolMany, proposeMany } from '../support/many';
import { checkBooks, YEAR } from '../support/premiums';
import { codeOf, tally } from '../support/races';

// Two things at the same moment, a thousand times each, on PostgreSQL, from two processes that share nothing but the database. A zero in a thousand
// bounds the rate by 0.3 %.

const TIMES = 1000;
/** Pairs under way at once: enough to make them meet in the database. */
const AT_ONCE = 10;

jest.setTimeout(300_000);

let lab: CoreLab;
let other: CoreDeps;
beforeAll(async () => {
  lab = await openLab('postgres', 24);
  // Its own object: what one process keeps in memory, the other does not see.
  other = { ...lab.deps };
});
afterAll(() => lab.close());

type Command = (deps: CoreDeps) => Promise<readonly Outcome<unknown>[]>;

/** Starts both at once, every pair once, and says how each pair ended. Which of the two is started first takes turns. */
async function race(pairs: readonly (readonly [Command, Command])[]): Promise<string[]> {
  const ends: string[] = [];
  for (let start = 0; start < pairs.length; start += AT_ONCE) {
    const round = pairs.slice(start, start + AT_ONCE).map(async ([left, right], index) => {
      const swap = index % 2 === 1;
      const both = swap ? [right(other), left(lab.deps)] : [left(lab.deps), right(other)];
      const [first, second] = (await Promise.all(both)).map(([outcome]) => codeOf(outcome));
      return swap ? `${second} + ${first}` : `${first} + ${second}`;
    });
    ends.push(...(await Promise.all(round)));
  }
  return ends;
}

/** Showing a code needs no account on either side. */
const invited = async () => {
  const owners = await enrolMany(lab, TIMES, { scheme: 'resident' });
  const relatives = await enrolMany(lab, TIMES, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06' });
  return { owners, relatives, bindingIds: await proposeMany(lab, { owners, relatives }, { shareFunds: null }) };
};
const ofPerson = (person: Person | undefined, bindingId: string | undefined) => ({
  key: newKey(),
  actorId: person?.personId ?? '',
  bindingId: bindingId ?? '',
});

/** How many bindings are in each state, by what their own rows say and by what their grants say. */
async function statesOf(bindingIds: readonly string[]): Promise<Record<string, number>> {
  const { rows } = await lab.pool.query<{ state: string; grants: string }>(
    `select b.state, string_agg(g.state, ',' order by g.kind) grants from bindings b join grants g on g.binding_id = b.id
      where b.id = any($1::uuid[]) group by b.id`,
    [bindingIds],
  );
  return tally(rows.map(({ state, grants }) => `${state}: ${grants}`));
}

describe('a thousand times', () => {
  it('an acceptance meets the withdrawal of the invitation: one of them holds', async () => {
    const { owners, relatives, bindingIds } = await invited();
    const ends = await race(
      bindingIds.map((bindingId, index) => [
        (deps) => acceptBinding(deps, [{ ...ofPerson(relatives[index], bindingId), faceChecked: true }]),
        (deps) => withdrawInvitation(deps, [ofPerson(owners[index], bindingId)]),
      ]),
    );
    const counts = tally(ends);
    const accepted = counts['done + BINDING_STATE_CONFLICT'] ?? 0;
    const withdrawn = counts['BINDING_STATE_CONFLICT + done'] ?? 0;
    expect(accepted + withdrawn).toBe(TIMES);
    expect(await statesOf(bindingIds)).toEqual({
      ...(accepted > 0 && { 'active: active': accepted }),
      ...(withdrawn > 0 && { 'ended: ended': withdrawn }),
    });
  });

  it('two phones of one relative accept: one acceptance', async () => {
    const { relatives, bindingIds } = await invited();
    const ends = await race(
      bindingIds.map((bindingId, index) => {
        const accept: Command = (deps) => acceptBinding(deps, [{ ...ofPerson(relatives[index], bindingId), faceChecked: true }]);
        return [accept, accept] as const;
      }),
    );
    expect(ends.map((end) => end.split(' + ').sort().join(' + ')).every((end) => end === 'BINDING_STATE_CONFLICT + done')).toBe(true);
    expect(await statesOf(bindingIds)).toEqual({ 'active: active': TIMES });
    const { rows } = await lab.pool.query<{ count: number }>(
      `select count(*)::int count from grant_changes where binding_id = any($1::uuid[]) and to_state = 'active'`,
      [bindingIds],
    );
    expect(rows[0]?.count).toBe(TIMES);
  });

  it('two phones of one sponsor bind the one spouse too many: one binding', async () => {
    const jinan = { regionCode: '370100' };
    const owners = await enrolMany(lab, TIMES, jinan);
    const [some, others] = [await enrolMany(lab, TIMES, jinan), await enrolMany(lab, TIMES, jinan)];
    const propose =
      (owner: Person, relative: Person | undefined): Command =>
      (deps) =>
        proposeBinding(deps, [bindingOf(owner, relative as Person, { relation: 'spouse', showCode: null, sharedLimitFen: fen(100_000) })]);
    const ends = await race(owners.map((owner, index) => [propose(owner, some[index]), propose(owner, others[index])] as const));
    expect(tally(ends.map((end) => end.split(' + ').sort().join(' + ')))).toEqual({ 'BINDING_RELATION_CAP_REACHED + done': TIMES });
    const { rows } = await lab.pool.query<{ count: number }>(
      `select count(*)::int count from grants where kind = 'share-funds' and state <> 'ended' and holder_id = any($1::uuid[])`,
      [owners.map(({ personId }) => personId)],
    );
    expect(rows[0]?.count).toBe(TIMES);
  });

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
    const ends = await race(
      owners.map((owner, index) => [
        (deps) => applyPremium(deps, [{ key: newKey(), actorId: owner.personId, quoteId: quotes[index]?.quoteId ?? '' }]),
        (deps) => unbind(deps, [ofPerson(relatives[index], bindingIds[index])]),
      ]),
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

describe('commands of every kind against each other', () => {
  it('lock in one order: no deadlock reaches anybody', async () => {
    const before = await deadlocks();
    const owners = await enrolMany(lab, 6);
    const relatives = await enrolMany(lab, 6);
    const work: Promise<unknown>[] = [];
    for (let round = 0; round < 40; round += 1) {
      const [owner, relative] = [owners[round % 6] as Person, relatives[(round * 5) % 6] as Person];
      const deps = round % 2 === 0 ? lab.deps : other;
      work.push(
        (async () => {
          const [made] = await proposeBinding(deps, [bindingOf(owner, relative, { relation: 'sibling' })]);
          const bindingId = made?.ok === true ? made.value.bindingId : newKey();
          await Promise.all([
            acceptBinding(deps, [{ ...ofPerson(relative, bindingId), faceChecked: true }]),
            proposeBinding(deps, [bindingOf(relative, owner, { relation: 'sibling' })]),
            setDeductionOrder(deps, [{ key: newKey(), actorId: relative.personId, bindingIds: [bindingId] }]),
            unbind(deps, [ofPerson(owner, bindingId)]),
          ]);
        })(),
      );
    }
    await Promise.all(work);
    expect((await deadlocks()) - before).toBe(0);
  });
});

/** What PostgreSQL counted for this database. */
async function deadlocks(): Promise<number> {
  const { rows } = await lab.pool.query<{ deadlocks: number }>(
    `select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  return rows[0]?.deadlocks ?? Number.NaN;
}
