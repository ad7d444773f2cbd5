import { one, preSettle, previewDeduction, type Settle, settle, unbind } from '@gongji/core';
import { fen } from '@gongji/domain';
import {
  balanceOf,
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
import { bind, costOf, inboxOf, refusal, TERMS, tokenFor, withoutNumber } from '../support/core-steps';

jest.setTimeout(60_000);

describe.each(ENGINES)('a settlement on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab, { currentYearFen: 3_000, carriedOverFen: 5_000 });
    mother = await enrolParent(lab);
  });
  afterAll(async () => {
    expect(await totalOfEverything(lab.pool)).toBe(0);
    expect(await brokenAccounts(lab.pool)).toEqual([]);
  });
  afterAll(() => lab.close());

  const settleFor = async (person: Person, cost: Partial<Settle>) => one(settle)(lab.deps, costOf(lab, await tokenFor(lab, person), cost));

  it("takes one's own account, carried-over money first", async () => {
    const settled = await settleFor(son, { totalFen: fen(7_000), fundFen: fen(1_000), accountUse: 'own' });
    expect(settled).toMatchObject({ accountFen: 6_000, sharedFen: 0, cashFen: 0 });
    const { rows } = await lab.pool.query('select pot, balance from accounts where holder_id = $1 order by pot', [son.personId]);
    expect(rows).toEqual([
      { pot: 'carriedOver', balance: 0 },
      { pot: 'currentYear', balance: 2_000 },
    ]);
  });

  it('takes the sponsors in the order in which they bound, after the own account', async () => {
    const patient = await enrol(lab, { currentYearFen: 1_000, carriedOverFen: 0, birthDate: '1960-01-01' });
    const daughter = await enrol(lab, { currentYearFen: 50_000, carriedOverFen: 0 });
    await bind(lab, son, patient);
    lab.setClock(new Date(MONDAY.getTime() + 1000));
    await bind(lab, daughter, patient);
    const settled = await settleFor(patient, { totalFen: fen(12_000) });
    expect(settled.legs.map(({ amountFen, own }) => [amountFen, own])).toEqual([
      [1_000, true],
      [8_000, false],
      [3_000, false],
    ]);
    expect(settled).toMatchObject({ accountFen: 12_000, sharedFen: 11_000 });
  });

  it('is refused when the accounts fall short and no cash was agreed to, and takes nothing', async () => {
    await bind(lab, son, mother);
    await refusal(settleFor(mother, { totalFen: fen(8_001) }), 'SETTLEMENT_CASH_NOT_AGREED');
    await refusal(settleFor(mother, { totalFen: fen(8_001), cashFen: fen(2) }), 'SETTLEMENT_SPLIT_CHANGED');
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 8_000, frozenFen: 0 });
    expect(await settleFor(mother, { totalFen: fen(8_001), cashFen: fen(1) })).toMatchObject({ accountFen: 8_000, cashFen: 1 });
  });

  it('stays within the cap for one payment and within the cap for the month', async () => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, capPerPaymentFen: fen(1_000), capPerMonthFen: fen(1_500) } });
    expect(await settleFor(mother, { totalFen: fen(2_000), cashFen: fen(1_000) })).toMatchObject({ sharedFen: 1_000 });
    expect(await settleFor(mother, { totalFen: fen(2_000), cashFen: fen(1_500) })).toMatchObject({ sharedFen: 500 });
    const third = await settleFor(mother, { totalFen: fen(2_000), cashFen: fen(2_000) });
    expect(third.legs.find(({ own }) => !own)?.skippedText).toBe('本月限额已用完');
    lab.setClock(new Date('2026-12-01T02:00:00Z'));
    expect(await settleFor(mother, { totalFen: fen(1_000) })).toMatchObject({ sharedFen: 1_000 });
  });

  it('leaves a sponsor out who did not tick the use', async () => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, uses: ['premium'] } });
    const settled = await settleFor(mother, { use: 'drug', cashFen: fen(10_000) });
    expect(settled.legs[1]).toMatchObject({ amountFen: 0, skippedText: '没有勾选这项用途' });
  });

  it('that names a sponsor who pays nothing leaves them an entry, and none for one who pays and is told', async () => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, uses: ['premium'] } });
    const daughter = await enrol(lab, { currentYearFen: 50_000, carriedOverFen: 0 });
    lab.setClock(new Date(MONDAY.getTime() + 1000));
    await bind(lab, daughter, mother);
    const cost = costOf(lab, await tokenFor(lab, mother));
    const again = [await one(settle)(lab.deps, cost), await one(settle)(lab.deps, cost)];
    expect(again.map(({ legs }) => legs.map(({ payerId }) => payerId))).toEqual([
      [mother.personId, son.personId, daughter.personId],
      [mother.personId, son.personId, daughter.personId],
    ]);
    const { rows } = await lab.pool.query(
      "select holder_id, looker_kind, looker_id from looks where what = 'sponsor-split' and holder_id = any($1)",
      [again[0]?.legs.map(({ payerId }) => payerId)],
    );
    expect(rows).toEqual([{ holder_id: son.personId, looker_kind: 'institution', looker_id: lab.institutionId }]);
  });

  it('is asked for without being done, and the token stays good', async () => {
    await bind(lab, son, mother);
    const cost = costOf(lab, await tokenFor(lab, mother), { totalFen: fen(5_000) });
    const { key: _key, cashFen: _cash, ...question } = cost;
    const split = await one(preSettle)(lab.deps, question);
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 8_000, frozenFen: 0 });
    expect(await one(settle)(lab.deps, cost)).toMatchObject(split);
  });

  it('spends the token: a second settlement, another institution and a quarter of an hour later are refused', async () => {
    const token = await tokenFor(lab, son);
    const elsewhere = { ...costOf(lab, token, { totalFen: fen(100) }), institutionId: newKey() };
    await refusal(one(settle)(lab.deps, elsewhere), 'SETTLEMENT_TOKEN_INVALID');
    lab.setClock(new Date(MONDAY.getTime() + 15 * 60_000));
    await refusal(one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(100) })), 'SETTLEMENT_TOKEN_INVALID');
    lab.setClock(MONDAY);
    await one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(100) }));
    await refusal(one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(100) })), 'SETTLEMENT_TOKEN_INVALID');
  });

  it('takes nothing on a code that a relative showed once that relative is unbound', async () => {
    const father = await enrol(lab, { currentYearFen: 5_000, carriedOverFen: 0, birthDate: '1956-01-01' });
    const bindingId = await bind(lab, son, father, { shareFunds: null });
    const token = await tokenFor(lab, son, father);
    await one(unbind)(lab.deps, { key: newKey(), actorId: father.personId, bindingId });
    await refusal(one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(100) })), 'SETTLEMENT_TOKEN_INVALID');
    expect((await balanceOf(lab.pool, father.personId)).balanceFen).toBe(5_000);
    await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, father), { totalFen: fen(100) }));
  });

  it('answers a repeated msgid with the same words and takes nothing more', async () => {
    await bind(lab, son, mother);
    const cost = costOf(lab, await tokenFor(lab, mother), { totalFen: fen(700) });
    const first = await one(settle)(lab.deps, cost);
    expect(JSON.stringify(await one(settle)(lab.deps, cost))).toBe(JSON.stringify(first));
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 7_300, frozenFen: 0 });
    await refusal(one(settle)(lab.deps, { ...cost, totalFen: fen(701) }), 'IDEMPOTENCY_KEY_REUSED');
  });

  it('refused within a list leaves its neighbours settled', async () => {
    const first = costOf(lab, await tokenFor(lab, son), { totalFen: fen(1_000) });
    const outcomes = await settle(lab.deps, [
      first,
      costOf(lab, await tokenFor(lab, son), { totalFen: fen(999_999) }),
      costOf(lab, 'x'.repeat(48)),
      costOf(lab, await tokenFor(lab, son), { totalFen: fen(2_000) }),
      first,
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.accountFen : outcome.code))).toEqual([
      1_000,
      'SETTLEMENT_CASH_NOT_AGREED',
      'SETTLEMENT_TOKEN_INVALID',
      2_000,
      1_000,
    ]);
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 5_000, frozenFen: 0 });
  });

  it('tells every payer of every debit, without naming where or what for', async () => {
    await bind(lab, son, mother);
    await settleFor(mother, { totalFen: fen(500), use: 'drug' });
    const [latest] = await inboxOf(lab.deps, son.personId);
    expect(withoutNumber(latest?.text ?? '')).toMatch(/^测\*.的医保结算从您的个人账户支付 ¥5\.00，账户余额 ¥75\.00。$/);
    expect(latest?.text).not.toMatch(/医院|药/);
  });

  it('tells the patient who pays what where a relative pays or showed the code, and once where nobody else has to do with it', async () => {
    await bind(lab, son, mother);
    const told = async ({ personId }: Person) =>
      (await inboxOf(lab.deps, personId)).map(({ text }) => withoutNumber(text)).filter((text) => text.includes('结算'));
    await settleFor(mother, { totalFen: fen(8_900), fundFen: fen(500), cashFen: fen(400) });
    expect(await told(mother)).toEqual(['您 ¥89.00 的医保结算已完成：亲属的个人账户 ¥80.00，统筹基金 ¥5.00，现金 ¥4.00。']);
    const cost = { totalFen: fen(100), accountUse: 'none', cashFen: fen(100) } as const;
    await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, son, mother), cost));
    expect((await told(mother))[0]).toBe('您 ¥1.00 的医保结算已完成：现金 ¥1.00。');
    const alone = await enrol(lab, { currentYearFen: 0, carriedOverFen: 1_000 });
    await settleFor(alone, { totalFen: fen(300) });
    expect(await told(alone)).toEqual(['您本人的医保结算从您的个人账户支付 ¥3.00，账户余额 ¥7.00。']);
  });

  it('tells the sponsor what is left of the month’s cap', async () => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, capPerMonthFen: fen(1_500) } });
    await settleFor(mother, { totalFen: fen(500) });
    const [latest] = await inboxOf(lab.deps, son.personId);
    expect(withoutNumber(latest?.text ?? '')).toMatch(/账户余额 ¥75\.00。本月限额还剩 ¥10\.00。$/);
  });

  it('is foreseen by the dry run, and a sponsor sees only the own share', async () => {
    await bind(lab, son, mother);
    const ask = { personId: mother.personId, amountFen: fen(9_000), use: 'care' } as const;
    expect(await previewDeduction(lab.deps, { ...ask, actorId: mother.personId })).toMatchObject({ coveredFen: 8_000, cashFen: 1_000 });
    const seenBySon = await previewDeduction(lab.deps, { ...ask, actorId: son.personId });
    expect(seenBySon.legs.map(({ payerId }) => payerId)).toEqual([son.personId]);
    const stranger = await enrol(lab);
    await refusal(previewDeduction(lab.deps, { ...ask, actorId: stranger.personId }), 'BINDING_NOT_FOUND');
  });
});
