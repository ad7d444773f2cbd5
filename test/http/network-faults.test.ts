import type { PaymentView } from '@gongji/contract';
import { runDueJobs } from '@gongji/core';
import { taxOfficeAt } from '../../apps/bff/src/outside/tax-office';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindMother } from '../support/family';
import { type FaultProxy, openFaultProxy, type ProxyMode } from '../support/fault-proxy';

// A network that breaks between us and the tax office, and a tax office that says yes and then no: one payment, no loss, never paid while nobody knows.

const MINUTE_MS = 60_000;
const FULL = 800_000;
const PREMIUM = 40_000;
const LAST_DAY = Date.parse('2026-11-30T02:00:00Z');
/** Long enough for a sandbox on a busy machine, short enough to wait for. */
const TIMES = { questionMs: 2_000, changeMs: 2_000, fileMs: 2_000 };

describe('a broken connection to the tax office', () => {
  let proxy: FaultProxy;
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeEach(async () => {
    proxy = await openFaultProxy();
    edge = await openEdge({ taxOffice: taxOfficeAt(proxy.url, { times: TIMES }) });
    proxy.pointAt(edge.sandboxUrl);
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
  });
  afterEach(async () => {
    await edge.close();
    await proxy.close();
  });

  const quote = () => son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
  const apply = async (mode: ProxyMode) => {
    const { quoteId } = await quote();
    proxy.misbehave(mode);
    return son.ask('applyPremium', { body: { quoteId } });
  };
  const read = ({ paymentId }: PaymentView) => son.ask('premiumPayment', { path: { paymentId } });
  const runAfter = async (minutes: number, from = OPENING_TIME.getTime()) => {
    edge.pretendNow(new Date(from + minutes * MINUTE_MS));
    await runDueJobs(edge.deps.core);
  };

  it.each<[ProxyMode, boolean]>([
    ['reset', false],
    ['half-open', false],
    ['error', false],
    ['lose-answer', true],
    ['swallow-answer', true],
    ['cut-answer', true],
  ])('at the application (%s) ends as one payment, found by query', async (mode, isDone) => {
    const before = proxy.counts.reached;
    const asked = await apply(mode);
    expect(asked).toMatchObject({ state: 'unknown', receipt: null });
    expect(await son.ask('account')).toMatchObject({ balanceFen: FULL, frozenFen: PREMIUM });
    // The quote's question, and the application where it got through; nothing was repeated.
    expect(proxy.counts.reached - before).toBe(isDone ? 2 : 1);
    await runAfter(2);
    expect(await read(asked)).toMatchObject({ state: 'applied' });
    // What was done is found by one question; what was not done is asked about and sent again.
    expect(proxy.counts.reached - before).toBe(3);
    await runAfter(1, LAST_DAY);
    expect(await read(asked)).toMatchObject({ state: 'paid' });
    expect(await son.ask('account')).toMatchObject({ balanceFen: FULL - PREMIUM, frozenFen: 0 });
    expect((await countRows(edge.pool))['premium_payments']).toBe(1);
  });

  it.each<ProxyMode>(['reset', 'half-open', 'error', 'lose-answer', 'swallow-answer', 'cut-answer'])(
    'at the month’s end (%s) pays once',
    async (mode) => {
      const asked = await apply('pass');
      proxy.misbehave(mode);
      await runAfter(0, LAST_DAY);
      expect((await read(asked)).state).toBe('clearing');
      await runAfter(2, LAST_DAY);
      expect((await read(asked)).state).toBe('paid');
      expect(await son.ask('account')).toMatchObject({ balanceFen: FULL - PREMIUM, frozenFen: 0 });
    },
  );

  it.each<ProxyMode>(['reset', 'lose-answer', 'swallow-answer'])('at the void (%s) gives the money back once it is known', async (mode) => {
    const asked = await apply('pass');
    proxy.misbehave(mode);
    const ask = { path: { paymentId: asked.paymentId } };
    await son.ask('voidPremium', ask);
    await runAfter(2);
    expect((await read(asked)).state).toBe('voided');
    expect(await son.ask('account')).toMatchObject({ balanceFen: FULL, frozenFen: 0 });
  });

  it('that lasts reaches the tax office no more after ten calls, and costs nobody any money', async () => {
    proxy.misbehave('reset', 1000);
    const came = proxy.counts.came;
    for (let call = 0; call < 30; call += 1) await son.refused('levy', { query: { personId: mother.personId, year: 2027 } });
    expect(proxy.counts.came - came).toBe(10);
    expect(await son.ask('account')).toMatchObject({ balanceFen: FULL, frozenFen: 0 });
  });
});

describe('a tax office that says yes and then no', () => {
  it('at the batch: the money is given back, and was never shown as paid', async () => {
    const edge = await openEdge({
      taxOffice: {
        clear: async ({ items }) => ({ items: items.map(({ paymentId }) => ({ paymentId, state: 'refused', taxNumber: null })) }),
      },
    });
    const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
    const { quoteId } = await son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
    const asked = await son.ask('applyPremium', { body: { quoteId } });
    await edge.moveClockTo(new Date(LAST_DAY));
    const found = await son.ask('premiumPayment', { path: { paymentId: asked.paymentId } });
    expect(found).toMatchObject({ state: 'failed', receipt: null, failureText: expect.stringContaining('退回') });
    expect(await son.ask('account')).toMatchObject({ balanceFen: FULL, frozenFen: 0 });
    await edge.close();
  });

  it('after the payment: it stays paid here, no money moves, and the next day’s file says so to the operator', async () => {
    let isDenying = false;
    const edge: Edge = await openEdge({
      taxOffice: {
        query: async (paymentId) => (isDenying ? { state: 'none', taxNumber: null } : taxOfficeAt(edge.sandboxUrl).query(paymentId)),
        dailyFile: async (ask) => {
          const page = await taxOfficeAt(edge.sandboxUrl).dailyFile(ask);
          return isDenying ? { ...page, lines: page.lines.map((line) => ({ ...line, state: 'voided' })) } : page;
        },
      },
    });
    const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
    const { quoteId } = await son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
    const asked = await son.ask('applyPremium', { body: { quoteId } });
    await edge.moveClockTo(new Date(LAST_DAY));
    isDenying = true;
    await edge.moveClockTo(new Date(LAST_DAY + 24 * 60 * MINUTE_MS));
    expect(await son.ask('premiumPayment', { path: { paymentId: asked.paymentId } })).toMatchObject({ state: 'paid' });
    const { rows } = await edge.pool.query("select kind, our_value, their_value from reconciliation_differences where state = 'open'");
    expect(rows).toEqual([{ kind: 'state-differs', our_value: 'paid', their_value: 'voided' }]);
    await edge.close();
  });
});
