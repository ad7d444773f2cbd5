import { readAccount, submitHeld } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, openLab } from '../support/core-lab';
import { inboxOf } from '../support/core-steps';
import {
  applyFor,
  applyQuote,
  countMoney,
  familyInBeijing,
  familyInJinan,
  familyInShenzhen,
  checkBooks,
  levyKeyOf,
  quoteFor,
  runAt,
  stateOf,
  viewOf,
} from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// Every state a payment can be in, and how it gets there. The tests start on Monday, 2026-11-23, at 10:00 in Shanghai.

const AFTER_A_MINUTE = '2026-11-23T02:01:01Z';
const AFTER_TWO_MINUTES = '2026-11-23T02:02:02Z';
/** The first of November's last three working days. */
const CLEARING_DAY = '2026-11-26T02:00:00Z';

jest.setTimeout(60_000);

let lab: CoreLab;
beforeEach(async () => {
  lab = await openLab('postgres', 5);
});
afterEach(() => checkBooks(lab));
afterEach(() => lab.close());

/** The newest first. */
const toldTo = async (personId: string): Promise<readonly string[]> => (await inboxOf(lab.deps, personId)).map(({ title }) => title);
const potsOf = async (personId: string) => {
  const { pots } = await readAccount(lab.deps, personId);
  return Object.fromEntries(pots.map(({ pot, frozenFen }) => [pot, frozenFen]));
};

describe('a premium is applied for', () => {
  it('with the money held and not yet taken, out of the carried-over pot first', async () => {
    const family = await familyInShenzhen(lab);
    const before = await countMoney(lab);
    const payment = await applyFor(lab, family);
    expect(payment).toMatchObject({ state: 'applied', amountFen: LEVY_FEN, voidable: true, voidableUntil: '2026-11-25', receipt: null });
    expect(await countMoney(lab)).toEqual({ ...before, frozen: LEVY_FEN });
    expect(await potsOf(family.payer.personId)).toEqual({ carriedOver: LEVY_FEN, currentYear: 0 });
  });

  it('from both pots where the first does not reach', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.setLevy(levyKeyOf(family), { amountFen: fen(650_000) });
    await applyFor(lab, family);
    expect(await potsOf(family.payer.personId)).toEqual({ carriedOver: 620_000, currentYear: 30_000 });
    await runAt(lab, CLEARING_DAY);
    expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: 650_000 });
  });

  it('and the payer is told of the hold and of the debit', async () => {
    const family = await familyInJinan(lab);
    await applyFor(lab, family);
    const messages = await inboxOf(lab.deps, family.payer.personId);
    const titles = messages.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['居民医保费已申请代缴', '居民医保费已缴']));
    expect(titles).not.toContain('冻结金额已退回');
    expect(messages.find(({ title }) => title === '居民医保费已缴')?.text).toMatch(/2027 年度.*¥400\.00/);
  });
});

describe('a premium is cleared', () => {
  it('with the application where the region clears at once', async () => {
    const payment = await applyFor(lab, await familyInJinan(lab));
    expect(payment).toMatchObject({ state: 'paid', voidable: false, failureText: null });
    expect(payment.receipt).toMatchObject({ taxNumber: 'T1', paidAt: '2026-11-23T10:00:00.000+08:00' });
    expect(payment.receipt?.ourNumber).toMatch(/^GJ20261123\d{12}$/);
    expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: LEVY_FEN });
  });

  it('in the last three working days of the month, from midnight in Shanghai', async () => {
    const family = await familyInShenzhen(lab);
    const payment = await applyFor(lab, family);
    await runAt(lab, '2026-11-25T15:59:59Z');
    expect(await stateOf(lab, family, payment)).toBe('applied');
    expect(await runAt(lab, '2026-11-25T16:00:00Z')).toMatchObject({ cleared: 1 });
    expect(await stateOf(lab, family, payment)).toBe('paid');
  });

  it('by the sweep on the last day of the month', async () => {
    const family = await familyInBeijing(lab);
    const payment = await applyFor(lab, family);
    await runAt(lab, '2026-11-29T02:00:00Z');
    expect(await stateOf(lab, family, payment)).toBe('applied');
    await runAt(lab, '2026-11-30T02:00:00Z');
    expect(await stateOf(lab, family, payment)).toBe('paid');
  });

  it('each by itself: one that the tax office refuses gets its money back, the others are paid', async () => {
    const [refused, paid] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    const [first, second] = [await applyFor(lab, refused), await applyFor(lab, paid)];
    lab.tax.refuseInBatch(first.paymentId);
    expect(await runAt(lab, CLEARING_DAY)).toMatchObject({ cleared: 1 });
    expect(await viewOf(lab, refused, first)).toMatchObject({ state: 'failed', failureText: '税务部门扣款没有成功，冻结金额已退回。' });
    expect(await stateOf(lab, paid, second)).toBe('paid');
    expect(lab.tax.calls.clear).toBe(1);
  });

  it('and posted to the treasury as a second fact, found out by query', async () => {
    const family = await familyInJinan(lab);
    const payment = await applyFor(lab, family);
    await runAt(lab, '2026-11-23T10:00:00Z');
    expect(await stateOf(lab, family, payment)).toBe('paid');
    lab.tax.postAll();
    await runAt(lab, '2026-11-24T10:00:00Z');
    const view = await viewOf(lab, family, payment);
    expect(view.state).toBe('posted');
    expect(view.timeline.filter(({ done }) => done).map(({ text }) => text)).toEqual(expect.arrayContaining(['已缴费', '已入库']));
    const benefit = async () => (await viewOf(lab, family, payment)).timeline.at(-1);
    expect(await benefit()).toMatchObject({ text: '开始享受待遇', expectedOn: '2027-01-01', done: false });
    lab.setClock(new Date('2027-01-01T02:00:00Z'));
    expect(await benefit()).toMatchObject({ expectedOn: '2027-01-01', fixed: true, done: true });
    expect(view.receipt).toEqual(payment.receipt);
  });
});

describe('an application that the tax office refuses', () => {
  it.each([
    ['already-paid', { paidBy: '赵*敏' }],
    ['amount-changed', { amountFen: fen(41_000) }],
  ])('because it is %s since the quote fails and gives the money back', async (reason, changes) => {
    const family = await familyInShenzhen(lab);
    const before = await countMoney(lab);
    const quote = await quoteFor(lab, family);
    lab.tax.setLevy(levyKeyOf(family), changes);
    const payment = await applyQuote(lab.deps, family, quote);
    expect(payment).toMatchObject({ state: 'failed', receipt: null, voidable: false });
    expect(payment.failureText).toContain('已退回');
    expect(await countMoney(lab)).toEqual(before);
    // Not of an application that never stood.
    expect((await toldTo(family.payer.personId))[0]).toBe('冻结金额已退回');
    expect(await toldTo(family.payer.personId)).not.toContain('居民医保费已申请代缴');
    expect((await lab.pool.query('select reason from premium_payments')).rows).toEqual([{ reason }]);
  });
});

describe('without an answer', () => {
  it('what could not be sent stays under way with its hold, and the job sends it again', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.fail('apply', 'not-sent', 2);
    const payment = await applyFor(lab, family);
    expect(payment.state).toBe('submitting');
    await runAt(lab, AFTER_A_MINUTE);
    expect([await stateOf(lab, family, payment), (await countMoney(lab)).frozen]).toEqual(['submitting', LEVY_FEN]);
    await runAt(lab, AFTER_TWO_MINUTES);
    expect([await stateOf(lab, family, payment), lab.tax.calls.apply]).toEqual(['applied', 3]);
    // Said once, however often it could not be sent.
    expect((await toldTo(family.payer.personId)).slice(0, 2)).toEqual(['居民医保费已申请代缴', '居民医保费代缴正在办理']);
    expect((await toldTo(family.person.personId)).slice(0, 2)).toEqual(['家人已为您申请缴费', '家人正在为您缴费']);
  });

  it('what was done and not answered is unknown, and one payment comes of it by query', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.fail('apply', 'lost-answer');
    const payment = await applyFor(lab, family);
    expect(payment).toMatchObject({ state: 'unknown', stateText: '处理中，请勿重复支付', receipt: null, voidable: false });
    await runAt(lab, '2026-11-23T02:00:59Z');
    expect([await stateOf(lab, family, payment), lab.tax.calls.query]).toEqual(['unknown', 0]);
    await runAt(lab, AFTER_A_MINUTE);
    expect(await stateOf(lab, family, payment)).toBe('applied');
    expect([lab.tax.calls.apply, lab.tax.applications.size]).toEqual([1, 1]);
  });

  it('what was lost on the way is sent again only because the tax office knows nothing of it', async () => {
    const family = await familyInJinan(lab);
    lab.tax.fail('apply', 'lost-request');
    const payment = await applyFor(lab, family);
    lab.tax.fail('query', 'lost-answer');
    await runAt(lab, AFTER_A_MINUTE);
    expect([await stateOf(lab, family, payment), lab.tax.calls.apply]).toEqual(['unknown', 1]);
    await runAt(lab, AFTER_TWO_MINUTES);
    expect(await stateOf(lab, family, payment)).toBe('paid');
    expect([lab.tax.calls.apply, lab.tax.applications.size]).toEqual([2, 1]);
  });

  it('what the tax office has locked waits until the time it names, then goes on', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.fail('apply', 'locked');
    const payment = await applyFor(lab, family);
    expect(payment.state).toBe('locked');
    await runAt(lab, AFTER_A_MINUTE);
    expect([await stateOf(lab, family, payment), lab.tax.calls.apply]).toEqual(['locked', 1]);
    await runAt(lab, AFTER_TWO_MINUTES);
    expect(await stateOf(lab, family, payment)).toBe('applied');
  });

  it('what failed in a way that nobody foresaw is under way, not refused, and the job reports it and goes on with the others', async () => {
    const [broken, whole] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    lab.tax.fail('apply', 'broken');
    const payment = await applyFor(lab, broken);
    expect(payment.state).toBe('submitting');
    lab.tax.fail('apply', 'not-sent');
    const other = await applyFor(lab, whole);
    lab.tax.fail('apply', 'broken');
    await expect(runAt(lab, AFTER_A_MINUTE)).rejects.toThrow('the adapter is broken');
    const states = async () => [await stateOf(lab, broken, payment), await stateOf(lab, whole, other)].sort();
    expect(await states()).toEqual(['applied', 'submitting']);
    await runAt(lab, AFTER_TWO_MINUTES);
    expect(await states()).toEqual(['applied', 'applied']);
  });

  it('what was answered meanwhile is not asked again', async () => {
    const family = await familyInShenzhen(lab);
    const payment = await applyFor(lab, family);
    await submitHeld(lab.deps, [payment]);
    expect([await stateOf(lab, family, payment), lab.tax.calls.apply]).toEqual(['applied', 1]);
  });
});
