import { randomUUID } from 'node:crypto';
import { levyAnswer, taxRefundAnswer, taxRefundQueryAnswer } from '@gongji/contract';
import { fen, plainDate, type RefundReason } from '@gongji/domain';
import { personByKey } from '../people/people';
import type { RegisteredPerson } from '../register/register';
import { NOW, type StartedSandbox, startSandbox } from '../testing/start-sandbox';
import type { Application, TaxState } from './application';
import { newRefund, settle } from './refund';

const PAYMENT = '0d9d2c5e-6f0a-4a5b-9c39-0c2a4b6f1d11';
const paid = (changes: Partial<Application> = {}): Application => ({
  levyKey: 'chen-guilan 2027',
  regionCode: '441400',
  certificateNumber: 'x',
  year: 2027,
  amountFen: fen(40_000),
  payer: '陈*国',
  state: 'paid',
  answer: { state: 'accepted', taxNumber: 'T1' },
  paidAt: NOW.toISOString(),
  acceptedAt: NOW.toISOString(),
  voidedAt: null,
  refundedAt: null,
  ...changes,
});
const ask = (reason: RefundReason, found: Application | undefined, more: { at?: Date; person?: Partial<RegisteredPerson> } = {}) => {
  const guilan = personByKey('chen-guilan');
  if (guilan === undefined) throw new Error('the sandbox has no chen-guilan');
  const person = { ...guilan, diedOn: null, ...more.person };
  const request = { paymentId: PAYMENT, reason, amountFen: fen(40_000) };
  return newRefund(found, { request, now: more.at ?? NOW, findPerson: () => person });
};

describe('a refund at the tax office', () => {
  it.each([
    ['a double payment', 'duplicate', {}],
    ['a death that the register shows', 'died', { person: { diedOn: plainDate('2026-11-20') } }],
    ['the employee scheme that the register shows', 'moved-to-employee', { person: { scheme: 'employee' } }],
  ] as const)('is taken up for %s', (_name, reason, more) => {
    expect(ask(reason, paid(), more)).toMatchObject({ refusal: null, taxNumber: 'T1T' });
  });

  it.each([
    ['not-paid', 'duplicate', undefined, {}],
    ['not-paid', 'duplicate', paid({ state: 'accepted' }), {}],
    ['not-paid', 'duplicate', paid({ state: 'refunded' }), {}],
    ['not-paid', 'duplicate', paid({ amountFen: fen(39_000) }), {}],
    ['year-begun', 'duplicate', paid(), { at: new Date('2026-12-31T16:00:00Z') }],
    ['not-eligible', 'died', paid(), {}],
    ['not-eligible', 'moved-to-employee', paid(), {}],
  ] as const)('is refused as %s: %s', (refusal, reason, found, more) => {
    expect(ask(reason, found, more).refusal).toBe(refusal);
  });

  it('of a double payment is done two working days later, and makes the levy due again', () => {
    const found = paid();
    const state: TaxState = {
      applications: { [PAYMENT]: found },
      holders: { [found.levyKey]: PAYMENT },
      batches: {},
      refunds: {},
      lastSerial: 1,
    };
    const refund = ask('duplicate', found);
    expect(settle(state, refund, NOW)).toEqual({ state: 'accepted', expectedOn: '2026-11-25' });
    expect([found.state, state.holders]).toEqual(['paid', { [found.levyKey]: PAYMENT }]);
    const done = { state: 'refunded', taxNumber: 'T1T' };
    for (let time = 0; time < 2; time += 1) expect(settle(state, refund, new Date('2026-11-25T02:00:00Z'))).toEqual(done);
    expect([found.state, state.holders]).toEqual(['refunded', {}]);
  });
});

describe('a refund over HTTP', () => {
  let sandbox: StartedSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ machineNow: () => NOW });
  });
  afterEach(() => sandbox.stop());

  it('under one id is one refund with one answer, and an id that was never sent is unknown', async () => {
    const person = personByKey('chen-guilan');
    const levy = { certificateNumber: person?.certificateNumber, regionCode: '441400', year: 2027 };
    const [paymentId, refundId] = [randomUUID(), randomUUID()];
    await sandbox.post('/tax/applications', { paymentId, ...levy, amountFen: 40_000, payer: '陈建国' });
    await sandbox.post('/tax/clearing-files', { batchId: randomUUID(), regionCode: '441400', items: [{ paymentId, amountFen: 40_000 }] });
    const request = (reason: string) => sandbox.post(`/tax/applications/${paymentId}/refund`, { refundId, reason, amountFen: 40_000 });
    expect(taxRefundQueryAnswer.parse((await sandbox.get(`/tax/refunds/${refundId}`)).body)).toEqual({ state: 'none' });
    const first = taxRefundAnswer.parse((await request('duplicate')).body);
    expect(first).toMatchObject({ state: 'accepted' });
    expect(taxRefundAnswer.parse((await request('died')).body)).toEqual(first);
    expect(taxRefundQueryAnswer.parse((await sandbox.get(`/tax/refunds/${refundId}`)).body)).toEqual(first);
    expect(levyAnswer.parse((await sandbox.post('/tax/levies/query', levy)).body)).toMatchObject({ state: 'paid' });
  });
});
