import {
  closeGrant,
  one,
  previewDeduction,
  proposeBinding,
  readAccount,
  readBinding,
  readSharedLimit,
  resumeGrant,
  setSharedLimit,
  settle,
  unbind,
} from '@gongji/core';
import { type Fen, fen } from '@gongji/domain';
import { ruleOf } from '../support/domain-builders';
import {
  brokenAccounts,
  type CoreLab,
  ENGINES,
  enrol,
  enrolParent,
  MONDAY,
  newKey,
  openLab,
  type Person,
  totalOfEverything,
} from '../support/core-lab';
import { bind, bindingOf, costOf, refusal, tokenFor } from '../support/core-steps';
import { HERE, withRules } from '../support/own-region';

jest.setTimeout(60_000);

const PLEDGED = ruleOf('shareFundsConsent', 'sponsor-only');
const QUOTA = [PLEDGED, ruleOf('shareable', { kind: 'quota' })];
const POOL = [PLEDGED, ruleOf('shareable', { kind: 'pool', floorFen: fen(2_000), movesPerMonth: 2 })];
const FREE = [PLEDGED, ruleOf('shareable', { kind: 'all' })];
const LIMIT = [...FREE, ruleOf('requiredLimits', ['shared'])];

describe.each(ENGINES)('what all relatives together may use on %s', (engine) => {
  let shipped: CoreLab;
  beforeAll(async () => {
    shipped = await openLab(engine);
  }, 90_000);
  beforeEach(() => shipped.setClock(MONDAY));
  afterAll(async () => {
    expect(await brokenAccounts(shipped.pool)).toEqual([]);
    expect(await totalOfEverything(shipped.pool)).toBe(0);
  });
  afterAll(() => shipped.close());

  /** A son with 100 yuan and his mother, bound with so much for relatives. */
  async function bound(lab: CoreLab, limit: number) {
    const son = await enrol(lab, { regionCode: HERE, currentYearFen: 4_000, carriedOverFen: 6_000 });
    const mother = await enrolParent(lab, { regionCode: HERE });
    const bindingId = await bind(lab, son, mother, { showCode: null, sharedLimitFen: fen(limit) });
    return { son, mother, bindingId };
  }
  const limitOf = (lab: CoreLab, { personId }: Person) => readSharedLimit(lab.deps, personId);
  const set = (lab: CoreLab, { personId: actorId }: Person, limit: number | null) =>
    one(setSharedLimit)(lab.deps, { key: newKey(), actorId, limitFen: limit === null ? null : fen(limit) });
  const pay = async (lab: CoreLab, person: Person, amount: number, cash = 0) =>
    one(settle)(lab.deps, costOf(lab, await tokenFor(lab, person), { totalFen: fen(amount), cashFen: fen(cash) }));
  const covered = async (lab: CoreLab, { personId }: Person): Promise<Fen> =>
    (await previewDeduction(lab.deps, { actorId: personId, personId, amountFen: fen(100_000), use: 'care' })).coveredFen;

  it('is an amount set aside under a quota: the owner cannot spend it, the relative no more than it', async () => {
    const lab = withRules(shipped, QUOTA);
    const { son, mother } = await bound(lab, 3_000);
    expect(await limitOf(lab, son)).toMatchObject({
      kind: 'quota',
      limitFen: 3_000,
      spentFen: 0,
      leftFen: 3_000,
      mostFen: 10_000,
      required: true,
    });
    expect(await readAccount(lab.deps, son.personId)).toMatchObject({ availableFen: 10_000, shareableFen: 3_000 });
    expect((await readAccount(lab.deps, son.personId)).shareableText).toContain('¥30.00 留给亲属');
    expect([await covered(lab, son), await covered(lab, mother)]).toEqual([7_000, 3_000]);
    await refusal(pay(lab, son, 7_001), 'SETTLEMENT_CASH_NOT_AGREED');
    await pay(lab, son, 7_000);
    expect(await covered(lab, mother)).toBe(3_000);
    await refusal(pay(lab, mother, 3_001), 'SETTLEMENT_CASH_NOT_AGREED');
    await pay(lab, mother, 1_000);
    expect(await limitOf(lab, son)).toMatchObject({ spentFen: 1_000, leftFen: 2_000, mostFen: 3_000 });
    await refusal(set(lab, son, 999), 'LIMIT_BELOW_SPENT');
    await refusal(set(lab, son, 3_001), 'LIMIT_OVER_BALANCE');
    // What was spent before the change counts on.
    shipped.setClock(new Date(MONDAY.getTime() + 1000));
    expect(await set(lab, son, 1_500)).toMatchObject({ limitFen: 1_500, leftFen: 500 });
    expect([await covered(lab, son), await covered(lab, mother)]).toEqual([1_500, 500]);
  });

  it('returns to the owner with the last relative, and a new one is asked for anew', async () => {
    const lab = withRules(shipped, QUOTA);
    const { son, mother, bindingId } = await bound(lab, 3_000);
    await pay(lab, mother, 500);
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    expect(await covered(lab, son)).toBe(9_500);
    expect(await limitOf(lab, son)).toMatchObject({ limitFen: null, spentFen: 0 });
    expect(await readBinding(lab.deps, { personId: son.personId, bindingId })).toMatchObject({ state: 'ended', sharedLimitFen: null });
    await refusal(set(lab, son, 100), 'BINDING_NOT_FOUND');
    await refusal(one(proposeBinding)(lab.deps, bindingOf(son, mother, { showCode: null })), 'BINDING_LIMIT_REQUIRED');
    const over = { showCode: null, sharedLimitFen: fen(9_501) };
    await refusal(one(proposeBinding)(lab.deps, bindingOf(son, mother, over)), 'LIMIT_OVER_BALANCE');
    shipped.setClock(new Date(MONDAY.getTime() + 1000));
    await bind(lab, son, mother, { showCode: null, sharedLimitFen: fen(400) });
    expect(await limitOf(lab, son)).toMatchObject({ limitFen: 400, spentFen: 0, leftFen: 400 });
  });

  it('is put into a common account under a pool: out of what is above the floor, upwards only, so often a month', async () => {
    const lab = withRules(shipped, POOL);
    const { son, mother } = await bound(lab, 3_000);
    expect(await limitOf(lab, son)).toMatchObject({ kind: 'pool', limitFen: 3_000, mostFen: 8_000 });
    expect([await covered(lab, son), await covered(lab, mother)]).toEqual([7_000, 3_000]);
    await refusal(set(lab, son, 2_999), 'LIMIT_NOT_LOWER');
    await refusal(set(lab, son, 8_001), 'LIMIT_OVER_BALANCE');
    await set(lab, son, 4_000);
    await refusal(set(lab, son, 5_000), 'LIMIT_MOVES_USED');
    expect(await set(lab, son, 4_000)).toMatchObject({ limitFen: 4_000 });
    shipped.setClock(new Date('2026-11-30T16:00:00Z'));
    expect(await set(lab, son, 5_000)).toMatchObject({ limitFen: 5_000 });
    await pay(lab, mother, 5_000);
    expect([await covered(lab, son), await covered(lab, mother)]).toEqual([5_000, 0]);
  });

  it('is a limit to spending where the region has one: the owner spends on as before', async () => {
    const lab = withRules(shipped, LIMIT);
    const { son, mother, bindingId } = await bound(lab, 3_000);
    expect(await limitOf(lab, son)).toMatchObject({ kind: 'limit', mostFen: null, required: true });
    expect([await covered(lab, son), await covered(lab, mother)]).toEqual([10_000, 3_000]);
    // Of which the account's own page says as much as it may be.
    const account = await readAccount(lab.deps, son.personId);
    expect(account).toMatchObject({ shareableFen: 3_000, shareableText: expect.stringContaining('全体亲属共用限额还剩 ¥30.00。') });
    expect(await set(lab, son, 50_000)).toMatchObject({ limitFen: 50_000 });
    expect((await readAccount(lab.deps, son.personId)).shareableText).not.toContain('限额');
    expect(await covered(lab, mother)).toBe(10_000);
    await one(closeGrant)(lab.deps, { key: newKey(), actorId: son.personId, bindingId, kind: 'share-funds' });
    expect(await limitOf(lab, son)).toMatchObject({ limitFen: 50_000 });
  });

  it('is taken away where the region asks for none, and counts anew when it is set again', async () => {
    const lab = withRules(shipped, FREE);
    const { son, mother } = await bound(lab, 3_000);
    await pay(lab, mother, 1_000);
    expect(await set(lab, son, null)).toMatchObject({ kind: 'limit', limitFen: null, spentFen: 0, leftFen: null, required: false });
    expect(await covered(lab, mother)).toBe(9_000);
    const { rows } = await lab.pool.query('select from_fen, to_fen from shared_limit_changes where holder_id = $1 order by id', [
      son.personId,
    ]);
    expect(rows).toEqual([
      { from_fen: null, to_fen: 3_000 },
      { from_fen: 3_000, to_fen: null },
    ]);
    lab.setClock(new Date(MONDAY.getTime() + 60_000));
    expect(await set(lab, son, 2_000)).toMatchObject({ limitFen: 2_000, spentFen: 0, leftFen: 2_000 });
    await refusal(set(withRules(shipped, LIMIT), son, null), 'BINDING_LIMIT_REQUIRED');
  });

  it('is nobody’s to set without an account', async () => {
    const { mother } = await bound(withRules(shipped, LIMIT), 1_000);
    await refusal(set(shipped, mother, 100), 'ACCOUNT_NOT_FOUND');
    await refusal(readSharedLimit(shipped.deps, mother.personId), 'ACCOUNT_NOT_FOUND');
  });

  it('holds while the owner pays, the relative pays and the quota is changed at the same moment', async () => {
    const lab = withRules(shipped, QUOTA);
    const { son, mother, bindingId } = await bound(lab, 5_000);
    const tokens = await Promise.all([son, mother, son, mother].map((person) => tokenFor(lab, person)));
    const costs = tokens.map((token, index) => costOf(lab, token, { totalFen: fen(index % 2 === 0 ? 4_000 : 3_000) }));
    const limits = [6_000, 2_000].map((limit) => ({ key: newKey(), actorId: son.personId, limitFen: fen(limit) }));
    const pause = { key: newKey(), actorId: mother.personId, bindingId, kind: 'share-funds' } as const;
    await Promise.all([
      ...costs.map((cost) => settle(lab.deps, [cost])),
      ...limits.map((limit) => setSharedLimit(lab.deps, [limit])),
      resumeGrant(lab.deps, [pause]),
    ]);
    const after = await limitOf(lab, son);
    const { availableFen } = await readAccount(lab.deps, son.personId);
    expect(after.spentFen).toBeLessThanOrEqual(after.limitFen ?? 0);
    expect(after.leftFen ?? 0).toBeLessThanOrEqual(availableFen);
  });
});
