import {
  one,
  type Outcome,
  type PaymentView,
  previewRefund,
  readReceipt,
  readSharedLimit,
  readTaxReport,
  refundPremium,
  settle,
  switchYear,
  unbind,
} from '@gongji/core';
import { fen, plainDate, REFUND_REFUSALS, type RefundReason } from '@gongji/domain';
import { type CoreLab, enrol, ENGINES, newKey, openLab } from '../support/core-lab';
import { costOf, inboxOf, TERMS, tokenFor } from '../support/core-steps';
import {
  applyFor,
  checkBooks,
  countMoney,
  type Family,
  familyInJinan,
  familyInShenzhen,
  levyKeyOf,
  quoteFor,
  runAt,
  stateOf,
  viewOf,
} from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// A premium that was taken and is given back. The tests start on Monday, 2026-11-23, at 10:00 in Shanghai.

const CLEARING_DAY = '2026-11-26T02:00:00Z';
const NEXT_MORNING = '2026-11-27T02:00:00Z';
const IN_DECEMBER = '2026-12-07T02:00:00Z';

jest.setTimeout(120_000);

describe.each(ENGINES)('a refund on %s', (engine) => {
  let lab: CoreLab;
  let family: Family;
  let payment: PaymentView;
  beforeEach(async () => {
    lab = await openLab(engine, 5);
    family = await familyInShenzhen(lab);
    // Out of both pots: two legs.
    lab.tax.setLevy(levyKeyOf(family), { amountFen: fen(650_000) });
    payment = await applyFor(lab, family);
  });
  afterEach(() => checkBooks(lab));
  afterEach(() => lab.close());

  const pots = async () =>
    (await lab.pool.query('select pot, balance, frozen from accounts where holder_id = $1 order by pot', [family.payer.personId])).rows;
  const tryRefund = async (reason: RefundReason = 'duplicate', key = newKey(), actorId = family.payer.personId) =>
    (await refundPremium(lab.deps, [{ key, actorId, paymentId: payment.paymentId, reason }]))[0] as Outcome<PaymentView>;
  const preview = () => previewRefund(lab.deps, { actorId: family.payer.personId, paymentId: payment.paymentId });

  it('gives each leg back to the very pot it came from, frees the levy, and tells both', async () => {
    const before = await pots();
    await runAt(lab, CLEARING_DAY);
    expect(await pots()).not.toEqual(before);
    expect(await tryRefund()).toMatchObject({ ok: true, value: { state: 'refunded', refund: { state: 'refunded', taxNumber: 'T1-R' } } });
    expect((await pots()).map(({ balance }) => balance)).toEqual([620_000, 180_000]);
    expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: 0 });
    const [batch] = (await readTaxReport(lab.deps, plainDate('2026-11-26'))).batches;
    expect(batch).toMatchObject({ count: 1, paid: { count: 1 }, refused: { count: 0 }, open: { count: 0 } });
    const receipt = await readReceipt(lab.deps, { personId: family.payer.personId, paymentId: payment.paymentId });
    expect(receipt).toMatchObject({ standing: 'refunded', refund: { at: expect.any(String), taxNumber: 'T1-R' } });
    for (const { personId } of [family.payer, family.person])
      expect((await inboxOf(lab.deps, personId)).map(({ title }) => title)).toEqual(
        expect.arrayContaining(['居民医保费已申请退费', '居民医保费已退费']),
      );
    expect((await viewOf(lab, family, payment)).timeline.map(({ text }) => text)).toEqual([
      '提交申请，金额冻结',
      '税务部门受理',
      '进入清缴',
      '已缴费',
      '申请退费：重复缴费',
      '税务部门已退费，退回原账户',
    ]);
    expect(await quoteFor(lab, family)).toMatchObject({ levy: { state: 'due' } });
  });

  it('is one refund under twenty at once, with one key or with twenty', async () => {
    await runAt(lab, CLEARING_DAY);
    const key = newKey();
    const same = await Promise.all(Array.from({ length: 20 }, () => tryRefund('duplicate', key)));
    for (const answer of same) expect(answer).toMatchObject({ ok: true, value: { state: 'refunded' } });
    const others = await Promise.all(Array.from({ length: 20 }, () => tryRefund()));
    for (const answer of others) expect(answer).toMatchObject({ code: 'PREMIUM_NOT_REFUNDABLE' });
    expect((await lab.pool.query("select count(*)::int n from transfers where reason = 'refund'")).rows).toEqual([{ n: 2 }]);
    expect(lab.tax.calls.refund).toBe(1);
  });

  it.each(REFUND_REFUSALS)('that the tax office refuses as %s leaves it paid as it was, and may be asked for again', async (refusal) => {
    await runAt(lab, CLEARING_DAY);
    const money = await countMoney(lab);
    lab.tax.answerRefunds(refusal);
    const answer = await tryRefund();
    expect(answer).toMatchObject({ ok: true, value: { state: 'paid', refundable: true, refund: { state: 'refused' } } });
    expect(answer.ok && answer.value.refund?.text).toMatch(/^税务部门.*退费没有通过。$/);
    expect(await countMoney(lab)).toEqual(money);
    lab.tax.answerRefunds('at once');
    expect(await tryRefund()).toMatchObject({ ok: true, value: { state: 'refunded' } });
  });

  it('that is refused after the treasury has it is posted again', async () => {
    await runAt(lab, CLEARING_DAY);
    lab.tax.postAll();
    await runAt(lab, NEXT_MORNING);
    expect(await stateOf(lab, family, payment)).toBe('posted');
    lab.tax.answerRefunds('not-eligible');
    expect(await tryRefund()).toMatchObject({ ok: true, value: { state: 'posted' } });
    expect((await viewOf(lab, family, payment)).receipt).not.toBeNull();
  });

  it('that is answered later says by when, holds nothing meanwhile, and is finished by query', async () => {
    await runAt(lab, CLEARING_DAY);
    lab.tax.answerRefunds(plainDate('2026-11-30'));
    expect(await tryRefund()).toMatchObject({
      ok: true,
      value: { state: 'refunding', stateText: '退费处理中', refundable: false, refund: { state: 'asked', expectedOn: '2026-11-30' } },
    });
    expect(await tryRefund()).toMatchObject({ code: 'PREMIUM_REFUND_UNDER_WAY' });
    expect(await countMoney(lab)).toMatchObject({ taken: 650_000, frozen: 0 });
    lab.tax.answerRefunds('at once');
    expect(await runAt(lab, NEXT_MORNING)).toMatchObject({ refunded: 1 });
    expect([await stateOf(lab, family, payment), lab.tax.calls.refund]).toEqual(['refunded', 1]);
  });

  it.each(['not-sent', 'lost-request', 'lost-answer', 'broken'] as const)(
    'whose question came to %s is finished by the job, once',
    async (fault) => {
      await runAt(lab, CLEARING_DAY);
      lab.tax.fail('refund', fault);
      expect(await tryRefund()).toMatchObject({ ok: true, value: { state: 'refunding' } });
      lab.tax.fail('queryRefund', 'lost-answer');
      await runAt(lab, '2026-11-26T02:01:01Z');
      expect(await stateOf(lab, family, payment)).toBe('refunding');
      await runAt(lab, '2026-11-26T02:02:02Z');
      expect(await stateOf(lab, family, payment)).toBe('refunded');
      expect((await lab.pool.query("select count(*)::int n from transfers where reason = 'refund'")).rows).toEqual([{ n: 2 }]);
    },
  );

  it('is refused to anybody but the payer, as if there were no such payment, and shows them nothing', async () => {
    await runAt(lab, CLEARING_DAY);
    const stranger = await enrol(lab);
    for (const actorId of [family.person.personId, stranger.personId]) {
      expect(await tryRefund('duplicate', newKey(), actorId)).toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND' });
      await expect(previewRefund(lab.deps, { actorId, paymentId: payment.paymentId })).rejects.toMatchObject({
        code: 'PREMIUM_PAYMENT_NOT_FOUND',
      });
    }
    expect(await stateOf(lab, family, payment)).toBe('paid');
  });

  it('is refused before it was taken and after the year of cover has begun', async () => {
    expect(await tryRefund()).toMatchObject({ code: 'PREMIUM_NOT_REFUNDABLE' });
    await runAt(lab, CLEARING_DAY);
    lab.setClock(new Date('2026-12-31T16:00:00Z'));
    expect(await tryRefund()).toMatchObject({ code: 'PREMIUM_REFUND_TOO_LATE', facts: { year: 2027, start: '2027年1月1日' } });
    expect((await preview()).refusal).toMatchObject({ code: 'PREMIUM_REFUND_TOO_LATE' });
  });

  it('rests on the register where the register can show the reason', async () => {
    await runAt(lab, CLEARING_DAY);
    expect(await tryRefund('died')).toMatchObject({ code: 'PREMIUM_REFUND_REASON_NOT_SHOWN' });
    await lab.pool.query("update persons set died_on = '2026-11-25' where id = $1", [family.person.personId]);
    expect((await preview()).reasons.map(({ reason, refusal }) => [reason, refusal?.code ?? null])).toEqual([
      ['duplicate', null],
      ['died', null],
      ['moved-to-employee', 'PREMIUM_REFUND_REASON_NOT_SHOWN'],
    ]);
    expect(await tryRefund('died')).toMatchObject({ ok: true, value: { state: 'refunded' } });
  });

  it('is shown before it is asked for: where the money goes, by when, what it means, and that the rule is assumed', async () => {
    await runAt(lab, CLEARING_DAY);
    const shown = await preview();
    expect(shown).toMatchObject({ amountFen: 650_000, refusal: null, rule: { assumed: true } });
    expect(shown.legs).toEqual(
      expect.arrayContaining([
        { text: expect.stringMatching(/^测\*.的历年账户$/), amountFen: 620_000 },
        { text: expect.stringMatching(/^测\*.的当年账户$/), amountFen: 30_000 },
      ]),
    );
    const means = Object.fromEntries(shown.reasons.map(({ reason, effect }) => [reason, effect]));
    expect(means['duplicate']).toMatch(/另一笔缴费还在的，\S+ 2027 年度仍为已缴费/);
    expect(means['moved-to-employee']).toContain('看病用职工医保');
    expect(means['died']).not.toContain('待遇');
    expect(await stateOf(lab, family, payment)).toBe('paid');
    await tryRefund();
    const after = (await pots()).map(({ balance }) => balance);
    expect(after).toEqual([620_000, 180_000]);
  });

  it('goes on when the two have unbound meanwhile, and holds no unbinding up', async () => {
    await runAt(lab, CLEARING_DAY);
    lab.tax.answerRefunds(plainDate('2026-11-30'));
    await tryRefund();
    await one(unbind)(lab.deps, { key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId });
    lab.tax.answerRefunds('at once');
    await runAt(lab, NEXT_MORNING);
    expect([await stateOf(lab, family, payment), (await countMoney(lab)).taken]).toEqual(['refunded', 0]);
  });

  it('adds to the very pots it came from, whatever has moved in them meanwhile', async () => {
    await runAt(lab, CLEARING_DAY);
    lab.tax.answerRefunds(plainDate('2026-11-30'));
    await tryRefund();
    const ecToken = await tokenFor(lab, family.payer);
    await one(settle)(lab.deps, costOf(lab, ecToken));
    const meanwhile = await pots();
    lab.tax.answerRefunds('at once');
    await runAt(lab, NEXT_MORNING);
    const after = await pots();
    expect(after.map(({ balance }, index) => Number(balance) - Number(meanwhile[index]?.['balance']))).toEqual([620_000, 30_000]);
  });

  it('that comes after the year’s switch is old money: it goes on from the pot it came from to the carried-over one', async () => {
    await runAt(lab, CLEARING_DAY);
    lab.tax.answerRefunds(plainDate('2027-01-04'));
    await tryRefund();
    await lab.pool.query('update accounts set opened_at = $1', [new Date('2026-01-05T02:00:00Z')]);
    lab.setClock(new Date('2026-12-31T16:00:00Z'));
    await switchYear(lab.deps);
    expect((await pots()).map(({ balance }) => balance)).toEqual([150_000, 0]);
    lab.tax.answerRefunds('at once');
    await runAt(lab, '2027-01-04T02:00:00Z');
    expect((await pots()).map(({ balance }) => balance)).toEqual([800_000, 0]);
    const legs = await lab.pool.query(
      "select a.pot, t.amount from transfers t join accounts a on a.id = t.to_account_id where t.reason = 'refund' order by 1",
    );
    expect(legs.rows).toEqual([
      { pot: 'carriedOver', amount: 620_000 },
      { pot: 'currentYear', amount: 30_000 },
    ]);
  });
});

describe('the limits after a refund', () => {
  let lab: CoreLab;
  beforeEach(async () => {
    lab = await openLab('postgres', 5);
  });
  afterEach(() => checkBooks(lab));
  afterEach(() => lab.close());
  const refund = (family: Family, { paymentId }: PaymentView) =>
    one(refundPremium)(lab.deps, { key: newKey(), actorId: family.payer.personId, paymentId, reason: 'duplicate' });
  const previewOf = (family: Family, { paymentId }: PaymentView) => previewRefund(lab.deps, { actorId: family.payer.personId, paymentId });

  it('come back within the month: the relative’s premium can be paid again', async () => {
    const family = await familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerMonthFen: LEVY_FEN } });
    const payment = await applyFor(lab, family);
    await runAt(lab, CLEARING_DAY);
    expect((await previewOf(family, payment)).limitTexts).toEqual(['这位亲属本月的限额恢复 ¥400.00。']);
    await refund(family, payment);
    expect(await applyFor(lab, family)).toMatchObject({ state: 'applied' });
  });

  it('of a month that is over stay as they are', async () => {
    const family = await familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerMonthFen: LEVY_FEN } });
    const payment = await applyFor(lab, family);
    await runAt(lab, CLEARING_DAY);
    lab.setClock(new Date(IN_DECEMBER));
    expect((await previewOf(family, payment)).limitTexts[0]).toContain('2026年11月的限额里，那个月已经结束');
  });

  it('for all relatives come back whenever it was paid', async () => {
    const family = await familyInJinan(lab);
    const left = async () => (await readSharedLimit(lab.deps, family.payer.personId)).leftFen;
    const before = await left();
    const payment = await applyFor(lab, family);
    lab.setClock(new Date(IN_DECEMBER));
    expect((await previewOf(family, payment)).limitTexts).toEqual(['全体亲属共用限额恢复 ¥400.00。']);
    expect(await left()).toBe(before === null ? Number.NaN : before - LEVY_FEN);
    await refund(family, payment);
    expect(await left()).toBe(before);
  });
});
