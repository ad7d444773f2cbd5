import { one, readAccount, readCodeEvents, readEntries, runDueJobs, settle, unbind, voidSettlement } from '@gongji/core';
import { fen } from '@gongji/domain';
import { potsIn } from '../support/account-runs';
import { balanceOf, type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, inboxOf, refusal, TERMS, tokenFor, withoutNumber } from '../support/core-steps';
import { checkBooks } from '../support/premiums';

// What an institution settled it can take back, once, and every share goes back to where it came from.

jest.setTimeout(60_000);

const NEXT_MONTH = new Date('2026-12-02T02:00:00Z');
const NEW_YEAR = new Date('2027-01-04T02:00:00Z');

describe.each(ENGINES)('a void of a settlement on %s', (engine) => {
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
  afterEach(() => checkBooks(lab));
  afterAll(() => lab.close());

  const settleFor = async (person: Person, totalFen: number, key = newKey()) =>
    one(settle)(lab.deps, costOf(lab, await tokenFor(lab, person), { key, totalFen: fen(totalFen) }));
  const asked = (which: { settlementId: string } | { originalKey: string }, key = newKey()) => ({
    institutionId: lab.institutionId,
    key,
    ...which,
  });
  const takeBack = (...which: Parameters<typeof asked>) => one(voidSettlement)(lab.deps, asked(...which));
  const told = async ({ personId }: Person) => (await inboxOf(lab.deps, personId)).map(({ text }) => withoutNumber(text));

  it('gives every share back to the account and the pot it came from', async () => {
    const patient = await enrol(lab, { currentYearFen: 1_000, carriedOverFen: 0, birthDate: '1960-01-01' });
    await bind(lab, son, patient);
    const before = [await potsIn(lab.pool, patient), await potsIn(lab.pool, son)];
    const cost = { totalFen: fen(9_500), fundFen: fen(700), cashFen: fen(0) };
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, patient), cost));
    const voided = await takeBack({ settlementId });
    expect(voided).toMatchObject({ settlementId, totalFen: 9_500, fundFen: 700, accountFen: 8_800, sharedFen: 7_800, cashFen: 0 });
    expect(voided.legs.map(({ own, amountFen, payer }) => [own, amountFen, payer.includes('*')])).toEqual([
      [true, 1_000, true],
      [false, 7_800, true],
    ]);
    expect([await potsIn(lab.pool, patient), await potsIn(lab.pool, son)]).toEqual(before);
  });

  it('is meant by the settlement or by the msgid that made it, and answered the same under the same key', async () => {
    const msgid = newKey();
    const { settlementId } = await settleFor(son, 2_000, msgid);
    const [byMsgid, again] = [asked({ originalKey: msgid }), asked({ settlementId })];
    const first = await one(voidSettlement)(lab.deps, byMsgid);
    expect(first.settlementId).toBe(settlementId);
    lab.setClock(NEXT_MONTH);
    expect(await one(voidSettlement)(lab.deps, byMsgid)).toEqual(first);
    await refusal(one(voidSettlement)(lab.deps, again), 'SETTLEMENT_VOIDED');
    await refusal(one(voidSettlement)(lab.deps, { ...again, key: byMsgid.key }), 'IDEMPOTENCY_KEY_REUSED');
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 8_000, frozenFen: 0 });
  });

  it('happens once in a list that asks twice, and is decided as one after the other', async () => {
    const msgid = newKey();
    const { settlementId } = await settleFor(son, 2_000, msgid);
    const once = asked({ settlementId });
    const requests = [once, asked({ originalKey: msgid }), once, asked({ settlementId: 'none' }), asked({ originalKey: once.key })];
    const outcomes = await voidSettlement(lab.deps, requests);
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.code))).toEqual([
      'done',
      'SETTLEMENT_VOIDED',
      'done',
      'SETTLEMENT_NOT_FOUND',
      'SETTLEMENT_NOT_FOUND',
    ]);
  });

  it('is not known from an unknown settlement when it is somebody else’s', async () => {
    const { settlementId } = await settleFor(son, 2_000);
    const elsewhere = { institutionId: newKey(), key: newKey() };
    await refusal(one(voidSettlement)(lab.deps, { ...elsewhere, settlementId }), 'SETTLEMENT_NOT_FOUND');
    await refusal(takeBack({ settlementId: newKey() }), 'SETTLEMENT_NOT_FOUND');
    await refusal(takeBack({ settlementId: 'x'.repeat(36) }), 'SETTLEMENT_NOT_FOUND');
    expect(await balanceOf(lab.pool, son.personId)).toMatchObject({ balanceFen: 6_000 });
  });

  it('of a message that never arrived takes nothing back, and that message is refused when it comes', async () => {
    const late = costOf(lab, await tokenFor(lab, son), { totalFen: fen(2_000) });
    const annulled = await takeBack({ originalKey: late.key });
    expect(annulled).toMatchObject({ settlementId: null, accountFen: 0, legs: [] });
    await refusal(one(settle)(lab.deps, late), 'SETTLEMENT_ANNULLED');
    await refusal(one(settle)(lab.deps, { ...late, totalFen: fen(100) }), 'SETTLEMENT_ANNULLED');
    await refusal(takeBack({ originalKey: late.key }), 'SETTLEMENT_VOIDED');
    expect(await one(settle)(lab.deps, { ...late, key: newKey() })).toMatchObject({ accountFen: 2_000 });
  });

  it('makes the msgid that settled say that it was taken back, and leaves the token spent', async () => {
    const cost = costOf(lab, await tokenFor(lab, son), { totalFen: fen(2_000) });
    const { settlementId } = await one(settle)(lab.deps, cost);
    await takeBack({ settlementId });
    await refusal(one(settle)(lab.deps, cost), 'SETTLEMENT_VOIDED');
    await refusal(one(settle)(lab.deps, { ...cost, key: newKey() }), 'SETTLEMENT_TOKEN_INVALID');
  });

  it('gives the month its use back, and tells the sponsor how much is left', async () => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, capPerMonthFen: fen(1_500) } });
    const [first, second] = [await settleFor(mother, 900), await settleFor(mother, 400)];
    await refusal(settleFor(mother, 300), 'SETTLEMENT_CASH_NOT_AGREED');
    await voidSettlement(lab.deps, [asked({ settlementId: first.settlementId }), asked({ settlementId: second.settlementId })]);
    const [latest, before] = await told(son);
    expect(before).toMatch(/^测\*.的医保结算已撤销，您支付的 ¥9\.00 已退回原来的个人账户，账户余额 ¥76\.00。.*本月限额还剩 ¥11\.00。$/);
    expect(latest).toMatch(/账户余额 ¥80\.00。这笔不再计入本月限额，本月限额还剩 ¥15\.00。$/);
    expect(await settleFor(mother, 1_500)).toMatchObject({ sharedFen: 1_500 });
  });

  it('carries nothing on into another month', async () => {
    await bind(lab, son, mother, { shareFunds: { ...TERMS, capPerMonthFen: fen(1_500) } });
    const { settlementId } = await settleFor(mother, 1_500);
    lab.setClock(NEXT_MONTH);
    await settleFor(mother, 1_000);
    await takeBack({ settlementId });
    expect((await told(son))[0]).toMatch(/这笔计在2026年11月，那个月已过，不增加本月限额。$/);
    await refusal(settleFor(mother, 501), 'SETTLEMENT_CASH_NOT_AGREED');
    expect(await settleFor(mother, 500)).toMatchObject({ sharedFen: 500 });
  });

  it('gives what relatives may use together its use back, and a quota its money', async () => {
    const where = { regionCode: '370100' };
    const [payer, parent] = [await enrol(lab, { ...where, currentYearFen: 9_000, carriedOverFen: 0 }), await enrolParent(lab, where)];
    await bind(lab, payer, parent, { sharedLimitFen: fen(2_000) });
    const shareable = async () => (await readAccount(lab.deps, payer.personId)).shareableFen;
    const { settlementId } = await settleFor(parent, 2_000);
    expect(await shareable()).toBe(0);
    await takeBack({ settlementId });
    expect((await told(payer))[0]).toMatch(/账户余额 ¥90\.00。.*全体亲属共用限额还剩 ¥20\.00。$/);
    expect(await shareable()).toBe(2_000);
    expect(await settleFor(parent, 2_000)).toMatchObject({ sharedFen: 2_000 });
  });

  it('gives the money back to who has unbound, or whose account is sealed', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: { ...TERMS, capPerMonthFen: fen(5_000) } });
    const [first, second] = [await settleFor(mother, 1_000), await settleFor(mother, 500)];
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    await takeBack({ settlementId: first.settlementId });
    expect((await told(son))[0]).toMatch(/家庭共济已结束，这笔钱照样退回给您。$/);
    lab.register.push(son, { insuranceState: 'ended' });
    await runDueJobs(lab.deps);
    await takeBack({ settlementId: second.settlementId });
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 8_000, frozenFen: 0 });
  });

  it('gives money of a year that is over to the carried-over pot', async () => {
    await bind(lab, son, mother);
    const { settlementId } = await settleFor(mother, 6_000);
    expect(await potsIn(lab.pool, son)).toMatchObject({ currentYear: 2_000, carriedOver: 0 });
    lab.setClock(NEW_YEAR);
    await runDueJobs(lab.deps);
    await takeBack({ settlementId });
    expect(await potsIn(lab.pool, son)).toMatchObject({ currentYear: 0, carriedOver: 8_000 });
  });

  it('tells every payer and the patient what came back, without naming where or what for', async () => {
    const patient = await enrol(lab, { currentYearFen: 1_000, carriedOverFen: 0, birthDate: '1960-01-01' });
    await bind(lab, son, patient);
    const cost = { totalFen: fen(10_000), fundFen: fen(900), cashFen: fen(100) };
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, patient), cost));
    await takeBack({ settlementId });
    expect(await told(patient)).toEqual(
      expect.arrayContaining([
        '您 ¥100.00 的医保结算已完成：您的个人账户 ¥10.00（余额 ¥0.00），亲属的个人账户 ¥80.00，统筹基金 ¥9.00，现金 ¥1.00。',
        '您 ¥100.00 的医保结算已由医药机构撤销。已退回您的个人账户 ¥10.00（余额 ¥10.00），亲属的个人账户 ¥80.00。统筹基金 ¥9.00、现金 ¥1.00 由医药机构处理。',
      ]),
    );
    expect((await told(son))[0]).toMatch(/^测\*.的医保结算已撤销，您支付的 ¥80\.00 已退回原来的个人账户，账户余额 ¥80\.00。$/);
  });

  it('of which the accounts paid nothing gives nothing back and says so', async () => {
    const cost = { totalFen: fen(1_000), fundFen: fen(1_000), cashFen: fen(0) };
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, son), cost));
    expect(await takeBack({ settlementId })).toMatchObject({ settlementId, fundFen: 1_000, legs: [] });
    expect((await told(son))[0]).toMatch(/撤销。个人账户没有付钱，不用退回。统筹基金 ¥10\.00 由医药机构处理。$/);
  });

  it('is seen by who showed the code and in the movements of the account', async () => {
    const { settlementId } = await settleFor(son, 2_000);
    const { rows } = await lab.pool.query<{ code_id: string }>('select code_id from settlements where id = $1', [settlementId]);
    const ask = { personId: son.personId, codeId: rows[0]?.code_id ?? '' };
    expect((await readCodeEvents(lab.deps, ask)).settlement).toMatchObject({ settlementId, voidedAt: null });
    const { voidedAt } = await takeBack({ settlementId });
    expect(await readCodeEvents(lab.deps, ask)).toMatchObject({ state: 'settled', settlement: { settlementId, voidedAt } });
    const { entries } = await readEntries(lab.deps, { personId: son.personId, limit: 2 });
    expect(entries.map((entry) => [entry.kind, entry.amountFen, entry.settlementId])).toEqual([
      ['settlement-void', 2_000, settlementId],
      ['settlement', -2_000, settlementId],
    ]);
    expect(entries[0]?.counterparty).toBe(entries[1]?.counterparty);
  });
});
