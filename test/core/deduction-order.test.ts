import { one, preSettle, previewDeduction, readDeductionOrder, setDeductionOrder, settle, unbind } from '@gongji/core';
import { fen, plainDate } from '@gongji/domain';
import { ruleOf } from '../support/domain-builders';
import { brokenAccounts, type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, TERMS, tokenFor } from '../support/core-steps';
import { HERE, withRules } from '../support/own-region';

jest.setTimeout(60_000);

const RULES = [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('deductionOrder', 'set-by-user'), ruleOf('maxSponsorsPerSettlement', 2)];

describe.each(ENGINES)('the order of deduction on %s', (engine) => {
  let shipped: CoreLab;
  let lab: CoreLab;
  beforeAll(async () => {
    shipped = await openLab(engine);
    lab = withRules(shipped, RULES);
  }, 90_000);
  beforeEach(() => lab.setClock(MONDAY));
  afterAll(async () => expect(await brokenAccounts(lab.pool)).toEqual([]));
  afterAll(() => lab.close());

  /** A parent with three children who bound in this order, a second apart, each with 10 yuan. */
  async function family(world: CoreLab, regionCode: string, termsOf: (index: number) => object = () => ({})) {
    const parent = await enrolParent(world, { regionCode });
    const bindings: { sponsor: Person; bindingId: string }[] = [];
    for (let index = 0; index < 3; index += 1) {
      world.setClock(new Date(MONDAY.getTime() + index * 1000));
      const sponsor = await enrol(world, { regionCode, currentYearFen: 1_000, carriedOverFen: 0 });
      const shareFunds = { ...TERMS, uses: ['care' as const], ...termsOf(index) };
      bindings.push({ sponsor, bindingId: await bind(world, sponsor, parent, { showCode: null, shareFunds }) });
    }
    return { parent, bindings, ids: bindings.map(({ bindingId }) => bindingId), people: bindings.map(({ sponsor }) => sponsor.personId) };
  }
  const order = (world: CoreLab, { personId }: Person) => readDeductionOrder(world.deps, personId);
  const set = (world: CoreLab, { personId: actorId }: Person, bindingIds: readonly string[]) =>
    one(setDeductionOrder)(world.deps, { key: newKey(), actorId, bindingIds });
  const preview = async (world: CoreLab, { personId }: Person, amount: number) =>
    (await previewDeduction(world.deps, { actorId: personId, personId, amountFen: fen(amount), use: 'care' })).legs
      .filter(({ own }) => !own)
      .map(({ payerId, amountFen, skippedText }) => [payerId, amountFen, skippedText]);

  it("is the person's own where the region lets them set it: shown, foreseen and taken in that order", async () => {
    const { parent, ids, people } = await family(lab, HERE);
    expect(await order(lab, parent)).toMatchObject({ mine: true, sponsors: ids.map((bindingId) => ({ bindingId, usable: true })) });
    const [a, b, c] = people;
    const set3 = await set(lab, parent, [ids[2], ids[0], ids[1]] as string[]);
    expect(set3.sponsors.map(({ bindingId }) => bindingId)).toEqual([ids[2], ids[0], ids[1]]);
    expect(await preview(lab, parent, 1_500)).toEqual([
      [c, 1_000, null],
      [a, 500, null],
      [b, 0, '前面的账户已经够付'],
    ]);
    const cost = costOf(lab, await tokenFor(lab, parent), { totalFen: fen(1_500) });
    const { key: _key, cashFen: _cash, ...question } = cost;
    const legsOf = (legs: readonly { payerId: string; amountFen: number }[]) => legs.slice(1).map((leg) => [leg.payerId, leg.amountFen]);
    expect(legsOf((await one(preSettle)(lab.deps, question)).legs)).toEqual([
      [c, 1_000],
      [a, 500],
      [b, 0],
    ]);
    expect(legsOf((await one(settle)(lab.deps, cost)).legs)).toEqual([
      [c, 1_000],
      [a, 500],
      [b, 0],
    ]);
  });

  it('takes one cost from as many sponsors as the region allows, and says so of the rest', async () => {
    const { parent, people } = await family(lab, HERE);
    expect(await preview(lab, parent, 2_500)).toEqual([
      [people[0], 1_000, null],
      [people[1], 1_000, null],
      [people[2], 0, '一次结算可用的共济人数已满'],
    ]);
    const cost = costOf(lab, await tokenFor(lab, parent), { totalFen: fen(2_500), cashFen: fen(500) });
    expect(await one(settle)(lab.deps, cost)).toMatchObject({ sharedFen: 2_000, cashFen: 500 });
  });

  it('names every sponsor once and nobody else; one who comes later pays last, one who left is not missed', async () => {
    const { parent, ids, bindings } = await family(lab, HERE);
    const stranger = await family(lab, HERE);
    for (const wrong of [ids.slice(1), [...ids, ids[0]], [...ids.slice(1), stranger.ids[0]], [ids[0], ids[0], ids[1]]])
      await expect(set(lab, parent, wrong as string[])).rejects.toMatchObject({ code: 'ORDER_INCOMPLETE' });
    await set(lab, parent, [ids[1], ids[2], ids[0]] as string[]);
    const late = await enrol(lab, { regionCode: HERE });
    const lateId = await bind(lab, late, parent, { showCode: null, shareFunds: { ...TERMS, uses: ['care'] } });
    const leaving = { key: newKey(), actorId: bindings[2]?.sponsor.personId ?? '', bindingId: ids[2] ?? '' };
    await one(unbind)(lab.deps, leaving);
    expect((await order(lab, parent)).sponsors.map(({ bindingId }) => bindingId)).toEqual([ids[1], ids[0], lateId]);
  });

  it('cannot be set where the region fixes it', async () => {
    const { parent, ids } = await family(shipped, '440300');
    expect(await order(shipped, parent)).toMatchObject({ mine: false, rule: { kind: 'deductionOrder' } });
    await expect(set(shipped, parent, ids)).rejects.toMatchObject({ code: 'ORDER_FIXED' });
  });

  it('follows the place that each sponsor gave, where the region asks for it', async () => {
    const world = withRules(shipped, [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('deductionOrder', 'set-at-binding')]);
    const { parent, people } = await family(world, HERE, (index) => ({ place: [3, 1, 2][index] }));
    expect((await preview(world, parent, 1)).map(([payerId]) => payerId)).toEqual([people[1], people[2], people[0]]);
  });

  it('has one sponsor where the region allows one: who cannot pay now does not stand in the way of who can', async () => {
    const world = withRules(shipped, [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('deductionOrder', 'single-sponsor')]);
    const { parent, people, bindings } = await family(world, HERE, (index) => ({ endsOn: index === 0 ? plainDate('2026-11-30') : null }));
    expect(await preview(world, parent, 1_500)).toEqual([[people[0], 1_000, null]]);
    const [first] = bindings;
    await one(unbind)(world.deps, { key: newKey(), actorId: first?.sponsor.personId ?? '', bindingId: first?.bindingId ?? '' });
    expect(await preview(world, parent, 1_500)).toEqual([[people[1], 1_000, null]]);
  });
});
