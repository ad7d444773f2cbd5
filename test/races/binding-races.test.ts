import {
  acceptBinding,
  type CoreDeps,
  endBindings,
  enrolPeople,
  openGrant,
  proposeBinding,
  setDeductionOrder,
  setSharedLimit,
  takeRegisterChanges,
  unbind,
  withdrawInvitation,
} from '@gongji/core';
import { CONSENT, fen } from '@gongji/domain';
import { type CoreLab, newKey, openLab, type Person } from '../support/core-lab';
import { bindingOf, TERMS } from '../support/core-steps';
import { enrolMany, ofPerson, proposeMany } from '../support/many';
import { type Pair, racePairs, type Racer, tally, watchDeadlocks } from '../support/races';

// Two things at the same moment, a thousand times each, on PostgreSQL, from two processes that share nothing but the database. A zero in a thousand
// bounds the rate by 0.3 %.

const TIMES = 1000;
jest.setTimeout(300_000);

let lab: CoreLab;
let other: CoreDeps;
beforeAll(async () => {
  lab = await openLab('postgres', 12);
  other = lab.openProcess();
});
afterAll(() => lab.close());

const race = (pairs: readonly Pair[]) => racePairs(pairs, [lab.deps, other]);

/** Showing a code needs no account on either side. */
const invited = async () => {
  const owners = await enrolMany(lab, TIMES, { scheme: 'resident' });
  const relatives = await enrolMany(lab, TIMES, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06' });
  return { owners, relatives, bindingIds: await proposeMany(lab, { owners, relatives }, { shareFunds: null }) };
};

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
        const accept: Racer = (deps) => acceptBinding(deps, [{ ...ofPerson(relatives[index], bindingId), faceChecked: true }]);
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
      (owner: Person, relative: Person | undefined): Racer =>
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
});

describe('commands of every kind against each other', () => {
  it('lock in one order: no deadlock reaches anybody', async () => {
    const watched = watchDeadlocks(lab.deps);
    const owners = await enrolMany(lab, 6);
    const relatives = await enrolMany(lab, 6);
    const work: Promise<unknown>[] = [];
    for (let round = 0; round < 40; round += 1) {
      const [owner, relative] = [owners[round % 6] as Person, relatives[(round * 5) % 6] as Person];
      const { deps } = watched;
      const shuffled = [...owners, ...relatives].sort(() => Math.random() - 0.5).map((person) => ({ ...person, account: null }));
      work.push(
        (async () => {
          const [made] = await proposeBinding(deps, [bindingOf(owner, relative, { relation: 'sibling', shareFunds: null })]);
          const bindingId = made?.ok === true ? made.value.bindingId : newKey();
          const signed = { consentVersion: CONSENT.version, guardianStatement: false, signature: 'M1 1L2 2' };
          const money = { showCode: null, shareFunds: TERMS, sharedLimitFen: fen(1_000 + round) };
          lab.register.push(relative, { insuranceState: round % 3 === 0 ? 'paused' : 'normal' });
          await Promise.all([
            acceptBinding(deps, [{ ...ofPerson(relative, bindingId), faceChecked: true }]),
            proposeBinding(deps, [bindingOf(relative, owner, { relation: 'sibling' })]),
            openGrant(deps, [{ ...ofPerson(owner, bindingId), ...signed, ...money }]),
            setSharedLimit(deps, [{ key: newKey(), actorId: owner.personId, limitFen: fen(2_000 + round) }]),
            setDeductionOrder(deps, [{ key: newKey(), actorId: relative.personId, bindingIds: [bindingId] }]),
            enrolPeople(deps, shuffled),
            takeRegisterChanges(deps),
            endBindings(deps),
            unbind(deps, [ofPerson(owner, bindingId)]),
          ]);
        })(),
      );
    }
    await Promise.all(work);
    expect(watched.count()).toBe(0);
  });
});
