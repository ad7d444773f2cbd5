import {
  applyPremium,
  one,
  type Outcome,
  type PaymentView,
  readFamilyCalendar,
  readPayment,
  type TaxOffice,
  unbind,
  voidPremium,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, newKey, openLab } from '../support/core-lab';
import { inboxOf, TERMS } from '../support/core-steps';
import {
  applyFor,
  applyQuote,
  countMoney,
  type Family,
  familyInJinan,
  familyInShenzhen,
  checkBooks,
  quoteFor,
  runAt,
  stateOf,
  viewOf,
} from '../support/premiums';

jest.setTimeout(60_000);

let lab: CoreLab;
let family: Family;
beforeEach(async () => {
  lab = await openLab('postgres', 5);
  family = await familyInShenzhen(lab);
});
afterEach(() => checkBooks(lab));
afterEach(() => lab.close());

const CLEARING_DAY = '2026-11-26T02:00:00Z';
const tryVoid = async ({ paymentId }: PaymentView, actorId = family.payer.personId, key = newKey()): Promise<Outcome<PaymentView>> =>
  (await voidPremium(lab.deps, [{ key, actorId, paymentId }]))[0] as Outcome<PaymentView>;

describe('voiding', () => {
  it('gives back what was taken of the month’s cap, and the payer is told both times what is left', async () => {
    const capped = await familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerMonthFen: fen(100_000) } });
    const payment = await applyFor(lab, capped);
    await tryVoid(payment, capped.payer.personId);
    const messages = await inboxOf(lab.deps, capped.payer.personId);
    const told = messages.flatMap(({ text }) => /本月限额还剩 .*/.exec(text) ?? []);
    expect(told).toEqual(['本月限额还剩 ¥1,000.00。', '本月限额还剩 ¥600.00。']);
  });

  it('is told to both as taken back by the payer, with no word of failure', async () => {
    await tryVoid(await applyFor(lab, family));
    const newest = async ({ personId }: { readonly personId: string }) => (await inboxOf(lab.deps, personId))[0];
    const [payer, person] = [await newest(family.payer), await newest(family.person)];
    expect(payer).toMatchObject({ title: '代缴已作废', kind: 'premium' });
    expect(payer?.text).toMatch(/^您已作废为测\*.代缴的 2027 年度居民医保费，没有扣款，冻结的 ¥[\d,.]+ 已退回可用余额。/);
    expect(person).toMatchObject({ title: '家人已撤销为您申请的缴费', kind: 'premium' });
    expect(person?.text).toMatch(/^测\*.已撤销为您申请的 2027 年度居民医保代缴，没有扣款。这个年度要参保的，请另外缴费。$/);
    expect(`${person?.title}${person?.text}`).not.toMatch(/没有办成|失败|没有成功/);
  });

  it('by the tax office itself is not told as taken back by the payer', async () => {
    const { paymentId } = await applyFor(lab, family);
    const there = lab.tax.applications.get(paymentId);
    if (there !== undefined) there.state = 'voided';
    lab.tax.leaveOut(paymentId);
    await runAt(lab, CLEARING_DAY);
    const messages = await inboxOf(lab.deps, family.person.personId);
    expect(messages[0]?.title).toBe('家人为您申请的缴费没有办成');
  });

  it('gives the money back and frees the levy, the binding and the way to pay again', async () => {
    const before = await countMoney(lab);
    const payment = await applyFor(lab, family);
    expect(await tryVoid(payment)).toMatchObject({ ok: true, value: { state: 'voided', voidable: false } });
    expect(await countMoney(lab)).toEqual(before);
    const again = await applyFor(lab, family);
    expect(again).toMatchObject({ state: 'applied' });
    await tryVoid(again);
    await one(unbind)(lab.deps, { key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId });
  });

  it('with one key twice voids once and answers twice', async () => {
    const payment = await applyFor(lab, family);
    const key = newKey();
    const answers = [await tryVoid(payment, family.payer.personId, key), await tryVoid(payment, family.payer.personId, key)];
    expect(answers[1]).toEqual(answers[0]);
    expect(lab.tax.calls.void).toBe(1);
  });

  it('leaves the quote used: it is not applied for a second time', async () => {
    const quote = await quoteFor(lab, family);
    await tryVoid(await applyQuote(lab.deps, family, quote));
    const request = { key: newKey(), actorId: family.payer.personId, quoteId: quote.quoteId };
    expect((await applyPremium(lab.deps, [request]))[0]).toMatchObject({ code: 'PREMIUM_QUOTE_EXPIRED' });
  });

  it('is shown as under way while the tax office does not answer, keeps the batch away, and is finished by the job', async () => {
    const payment = await applyFor(lab, family);
    lab.tax.fail('void', 'lost-request');
    lab.tax.fail('query', 'not-sent');
    expect(await tryVoid(payment)).toMatchObject({
      ok: true,
      value: { state: 'applied', stateText: '正在作废', voidable: false, voiding: true, nextCheckAt: '2026-11-23T10:01:00.000+08:00' },
    });
    const { timeline } = await viewOf(lab, family, payment);
    expect(timeline.map(({ text, at }) => [text, at !== null])).toEqual([
      ['提交申请，金额冻结', true],
      ['税务部门受理', true],
      ['您申请作废', true],
      ['税务部门确认作废，冻结金额退回', false],
    ]);
    lab.tax.fail('void', 'not-sent');
    lab.tax.fail('query', 'not-sent');
    expect(await runAt(lab, CLEARING_DAY)).toMatchObject({ cleared: 0 });
    expect(await stateOf(lab, family, payment)).toBe('applied');
    await runAt(lab, '2026-11-26T02:01:00Z');
    expect([await stateOf(lab, family, payment), (await countMoney(lab)).frozen]).toEqual(['voided', 0]);
  });

  it('that nobody answers is asked about once a minute', async () => {
    const payment = await applyFor(lab, family);
    lab.tax.fail('void', 'not-sent', 3);
    lab.tax.fail('query', 'not-sent', 3);
    await tryVoid(payment);
    await runAt(lab, '2026-11-23T02:00:59Z');
    expect(lab.tax.calls.void).toBe(1);
    await runAt(lab, '2026-11-23T02:01:00Z');
    expect(lab.tax.calls.void).toBe(2);
    await runAt(lab, '2026-11-23T02:01:05Z');
    expect(lab.tax.calls.void).toBe(2);
  });

  it('that was done there and not answered is found out by query', async () => {
    const payment = await applyFor(lab, family);
    lab.tax.fail('void', 'lost-answer');
    expect(await tryVoid(payment)).toMatchObject({ ok: true, value: { state: 'voided' } });
    expect(lab.tax.calls.void).toBe(1);
  });

  it('of what the tax office accepted and now knows nothing of gives no money back, and stands as asked for', async () => {
    const payment = await applyFor(lab, family);
    const taxOffice: TaxOffice = {
      ...lab.tax,
      void: async () => ({ state: 'refused', reason: 'not-found' }),
      query: async () => ({ state: 'none', taxNumber: null }),
    };
    const { paymentId } = payment;
    const [voided] = await voidPremium({ ...lab.deps, taxOffice }, [{ key: newKey(), actorId: family.payer.personId, paymentId }]);
    expect(voided).toMatchObject({ ok: true, value: { state: 'applied', stateText: '正在作废' } });
    expect(await countMoney(lab)).toMatchObject({ frozen: 40_000 });
    const { dates } = await readFamilyCalendar(lab.deps, family.payer.personId);
    expect(dates.map(({ kind }) => kind)).not.toContain('voidable-until');
    await runAt(lab, CLEARING_DAY);
    expect([await stateOf(lab, family, payment), (await countMoney(lab)).frozen]).toEqual(['voided', 0]);
  });
});

describe('voiding is refused', () => {
  it('to anybody but the payer, as if there were no such payment', async () => {
    const payment = await applyFor(lab, family);
    const stranger = await enrol(lab);
    for (const actorId of [family.person.personId, stranger.personId]) {
      expect(await tryVoid(payment, actorId)).toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND' });
      const { paymentId } = payment;
      await expect(readPayment(lab.deps, { personId: actorId, paymentId })).rejects.toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND' });
    }
    expect(await tryVoid({ ...payment, paymentId: newKey() })).toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND' });
  });

  it('from the first clearing day on', async () => {
    const payment = await applyFor(lab, family);
    lab.setClock(new Date('2026-11-25T16:00:00Z'));
    expect(await tryVoid(payment)).toMatchObject({ code: 'PREMIUM_NOT_VOIDABLE' });
    expect(await viewOf(lab, family, payment)).toMatchObject({ voidable: false, voidableUntil: '2026-11-25' });
    expect(lab.tax.calls.void).toBe(0);
  });

  it('of what was paid at once', async () => {
    const jinan = await familyInJinan(lab);
    const payment = await applyFor(lab, jinan);
    expect(await tryVoid(payment, jinan.payer.personId)).toMatchObject({ code: 'PREMIUM_NOT_VOIDABLE' });
  });

  it('while the outcome is unknown', async () => {
    lab.tax.fail('apply', 'lost-answer');
    expect(await tryVoid(await applyFor(lab, family))).toMatchObject({ code: 'PREMIUM_NOT_VOIDABLE' });
  });

  it('while the tax office has it locked, with the time when to look again', async () => {
    lab.tax.fail('apply', 'locked');
    const refusal = await tryVoid(await applyFor(lab, family));
    expect(refusal).toMatchObject({ code: 'PREMIUM_LOCKED', facts: { until: '2026年11月23日 10:02' } });
  });

  it('by the tax office, which has the last word, now and when the same request comes again', async () => {
    const payment = await applyFor(lab, family);
    await lab.tax.clear({
      batchId: newKey(),
      regionCode: '441400',
      items: [{ paymentId: payment.paymentId, amountFen: payment.amountFen }],
    });
    const key = newKey();
    for (let time = 0; time < 2; time += 1)
      expect(await tryVoid(payment, family.payer.personId, key)).toMatchObject({ code: 'PREMIUM_NOT_VOIDABLE' });
    await runAt(lab, CLEARING_DAY);
    expect([await stateOf(lab, family, payment), (await countMoney(lab)).taken]).toEqual(['paid', 40_000]);
  });
});

describe('unbinding', () => {
  const tryUnbind = async () =>
    (await unbind(lab.deps, [{ key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId }]))[0];

  it.each<[string, () => void]>([
    ['submitting', () => lab.tax.fail('apply', 'not-sent')],
    ['unknown', () => lab.tax.fail('apply', 'lost-request')],
    ['locked', () => lab.tax.fail('apply', 'locked')],
    ['applied', () => undefined],
  ])('is refused while a payment between the two is %s', async (state, arrange) => {
    arrange();
    expect((await applyFor(lab, family)).state).toBe(state);
    expect(await tryUnbind()).toMatchObject({ code: 'BINDING_HAS_OPEN_PAYMENT' });
  });

  it('is done after the payment was cleared', async () => {
    await applyFor(lab, family);
    await runAt(lab, CLEARING_DAY);
    expect(await tryUnbind()).toMatchObject({ ok: true });
  });
});
