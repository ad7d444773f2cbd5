import type { PaymentView } from '@gongji/contract';
import { runDueJobs } from '@gongji/core';
import { type InsuranceState, plainDate } from '@gongji/domain';
import type { CheckIdentity } from '../../apps/bff/src/outside/identity-check';
import { countRows, type Edge, openEdge, OPENING_TIME } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindingRequest, bindMother } from '../support/family';

// The world outside fails in its ways; money is never paid twice, never lost, and never shown as paid while nobody knows.

const MINUTE_MS = 60_000;
const FULL = 800_000;
const PREMIUM = 40_000;

describe('while the tax office misbehaves', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    await bindMother(son, mother);
  });
  afterEach(() => edge.close());

  const levy = () => ({ personId: mother.personId, year: 2027 });
  const quote = () => son.ask('quotePremium', { body: levy() });
  const apply = async () => son.ask('applyPremium', { body: { quoteId: (await quote()).quoteId } });
  const read = ({ paymentId }: PaymentView) => son.ask('premiumPayment', { path: { paymentId } });
  const frozen = async () => (await son.ask('account')).frozenFen;
  /** Long enough for every waiting job, with what it finds. */
  const later = async () => {
    edge.pretendNow(new Date(OPENING_TIME.getTime() + 30 * MINUTE_MS));
    await runDueJobs(edge.deps.core);
  };

  it.each(['levy', 'quotePremium'] as const)('%s says that it does not answer, and writes nothing', async (name) => {
    const before = await countRows(edge.pool);
    await edge.fault('tax-levy', 'silence');
    const refusal = await son.refused(name, name === 'levy' ? { query: levy() } : { body: levy() });
    expect(refusal).toMatchObject({ code: 'OUTSIDE_UNAVAILABLE', status: 503, text: expect.stringContaining('税务') });
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it('an application that it did and did not answer is unknown, then found applied, once', async () => {
    await edge.fault('tax-apply', 'work-then-silence');
    const asked = await apply();
    expect(asked).toMatchObject({ state: 'unknown', stateText: '处理中，请勿重复支付', receipt: null });
    expect(await frozen()).toBe(PREMIUM);
    await later();
    expect(await read(asked)).toMatchObject({ state: 'applied' });
    expect(await frozen()).toBe(PREMIUM);
    expect((await countRows(edge.pool))['premium_payments']).toBe(1);
  });

  it('an application that it never got comes to an end, and the money is either applied for or free', async () => {
    await edge.fault('tax-apply', 'silence');
    const asked = await apply();
    expect(asked.state).toBe('unknown');
    await later();
    const { state } = await read(asked);
    expect(['applied', 'failed']).toContain(state);
    expect(await frozen()).toBe(state === 'applied' ? PREMIUM : 0);
    expect((await son.ask('account')).balanceFen).toBe(FULL);
  });

  it('an unknown payment cannot be paid again by another quote', async () => {
    const { quoteId } = await quote();
    await edge.fault('tax-apply', 'work-then-silence');
    await apply();
    expect((await son.refused('applyPremium', { body: { quoteId } })).code).toBe('PREMIUM_ALREADY_APPLIED');
    expect(await frozen()).toBe(PREMIUM);
  });

  it('a locked payment says until when, and is applied after the lock', async () => {
    await edge.fault('tax-apply', 'lock');
    const asked = await apply();
    expect(asked).toMatchObject({ state: 'locked', nextCheckAt: '2026-11-23T10:30:00.000+08:00' });
    const refusal = await son.refused('voidPremium', { path: { paymentId: asked.paymentId } });
    expect(refusal.nextStep).toContain('2026年11月23日 10:30');
    edge.pretendNow(new Date(OPENING_TIME.getTime() + 29 * MINUTE_MS));
    await runDueJobs(edge.deps.core);
    expect((await read(asked)).state).toBe('locked');
    await later();
    expect((await read(asked)).state).toBe('applied');
  });

  it('a void that it did and did not answer releases the money once it is known', async () => {
    const asked = await apply();
    await edge.fault('tax-void', 'work-then-silence');
    const ask = { path: { paymentId: asked.paymentId } };
    await son.ask('voidPremium', ask).catch(() => undefined);
    await later();
    const found = await read(asked);
    if (found.state !== 'voided') await son.ask('voidPremium', ask);
    expect((await read(asked)).state).toBe('voided');
    expect(await son.ask('account')).toMatchObject({ frozenFen: 0, balanceFen: FULL });
  });

  it('a month-end clearing that it did and did not answer pays once', async () => {
    const asked = await apply();
    await edge.fault('tax-clear', 'work-then-silence');
    await edge.moveClockTo(new Date('2026-11-30T10:00:00Z'));
    for (let round = 0; round < 3; round += 1) {
      edge.pretendNow(new Date(Date.parse('2026-11-30T10:00:00Z') + (round + 1) * 30 * MINUTE_MS));
      await runDueJobs(edge.deps.core);
    }
    expect((await read(asked)).state).toBe('paid');
    expect(await son.ask('account')).toMatchObject({ frozenFen: 0, balanceFen: FULL - PREMIUM });
  });
});

describe('while the identity check misbehaves', () => {
  it.each(['silence', 'refuse'])('nobody is bound (%s), and the same wish goes through under the same key afterwards', async (mode) => {
    const edge = await openEdge();
    const son = await logIn(edge, 'chen-jianguo');
    const ask = { key: 'one-wish-of-mine', body: bindingRequest('chen-guilan', 'parent') };
    const before = await countRows(edge.pool);
    await edge.fault('identity', mode);
    expect(await son.refused('proposeBinding', ask)).toMatchObject({ code: 'OUTSIDE_UNAVAILABLE', status: 503 });
    expect(await countRows(edge.pool)).toEqual(before);
    expect((await son.ask('proposeBinding', ask)).state).toMatch(/proposed|active/);
    await edge.close();
  });
});

describe('a wish that was answered', () => {
  it('is answered again while the identity check is down, and is not counted as another try', async () => {
    const edge = await openEdge({ limits: { identityCheckPerPerson: { times: 1, seconds: 60 } } });
    const son = await logIn(edge, 'chen-jianguo');
    const ask = { key: 'one-wish-of-mine', body: bindingRequest('chen-guilan', 'parent') };
    const first = await son.ask('proposeBinding', ask);
    await edge.fault('identity', 'refuse', 100);
    for (let time = 0; time < 3; time += 1) expect(await son.ask('proposeBinding', ask)).toEqual(first);
    const other = { ...ask, body: bindingRequest('chen-guilan', 'sibling') };
    expect((await son.refused('proposeBinding', other)).code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await son.refused('proposeBinding', { ...ask, key: 'another-wish' })).code).toBe('RATE_LIMITED');
    await edge.close();
  });
});

describe('a wish that is sent again after the register has changed', () => {
  it('is still the same wish', async () => {
    let insuranceState: InsuranceState = 'normal';
    const insurance = { scheme: 'resident', groups: [], birthDate: plainDate('1958-05-06') } as const;
    const checkIdentity: CheckIdentity = async ({ regionCode }) => ({ ...insurance, regionCode, insuranceState });
    const edge = await openEdge({ replace: { checkIdentity } });
    const son = await logIn(edge, 'chen-jianguo');
    const ask = { key: 'one-wish-of-mine', body: bindingRequest('chen-guilan', 'parent') };
    const first = await son.ask('proposeBinding', ask);
    insuranceState = 'ended';
    expect(await son.ask('proposeBinding', ask)).toEqual(first);
    await edge.close();
  });
});
