import { fen } from '@gongji/domain';
import { type Application, clears, decideApplication, decideVoid, queryOf } from './application';
import type { Levy } from './levies';

const levy = (changes: Partial<Levy> = {}): Levy => ({
  categoryText: '城乡居民',
  amountFen: fen(40_000),
  paidBy: null,
  continuous: true,
  lapsedYears: 0,
  ...changes,
});
const application = (changes: Partial<Application> = {}): Application => ({
  levyKey: 'chen-guilan 2027',
  regionCode: '441400',
  certificateNumber: 'x',
  year: 2027,
  amountFen: fen(40_000),
  payer: '陈*国',
  state: 'accepted',
  answer: { state: 'accepted', taxNumber: 'T1' },
  paidAt: null,
  acceptedAt: '2026-11-23T02:00:00Z',
  voidedAt: null,
  refundedAt: null,
  ...changes,
});
const request = (amount = 40_000) => ({
  paymentId: '0d9d2c5e-6f0a-4a5b-9c39-0c2a4b6f1d11',
  certificateNumber: 'x',
  regionCode: '441400',
  year: 2027,
  amountFen: fen(amount),
  payer: '陈*国',
});

interface Case {
  readonly due?: Levy;
  readonly holder?: Application;
  readonly amount?: number;
  readonly outcome: string;
}

describe('an application to pay a levy', () => {
  it.each([
    ['is accepted when the levy is due at that amount', { due: levy(), outcome: 'accepted' }],
    ['is refused when there is no levy', { outcome: 'not-due' }],
    ['is refused when it was paid through another channel', { due: levy({ paidBy: '赵*敏' }), outcome: 'already-paid' }],
    ['is refused when another application paid it', { due: levy(), holder: application({ state: 'paid' }), outcome: 'already-paid' }],
    ['is refused while another application is open', { due: levy(), holder: application(), outcome: 'already-applied' }],
    ['is refused at another amount', { due: levy(), amount: 39_999, outcome: 'amount-changed' }],
  ])('%s', (_, { due, holder, amount, outcome }: Case) => {
    expect(decideApplication(due, holder, request(amount))).toBe(outcome);
  });
});

describe('taking an application back', () => {
  it.each([
    ['works before clearing', application(), { state: 'voided' }],
    ['works once more after it was taken back', application({ state: 'voided' }), { state: 'voided' }],
    ['is refused after clearing', application({ state: 'paid' }), { state: 'refused', reason: 'cleared' }],
    ['is refused for one that was never accepted', application({ state: 'refused' }), { state: 'refused', reason: 'not-found' }],
    ['is refused for an unknown one', undefined, { state: 'refused', reason: 'not-found' }],
  ])('%s', (_, found, answer) => {
    expect(decideVoid(found)).toEqual(answer);
  });
});

describe('a line of a clearing file', () => {
  const line = { regionCode: '441400', amountFen: 40_000 };
  it.each([
    ['an open application', application()],
    ['again what it paid before', application({ state: 'paid' })],
  ])('pays %s', (_, found) => {
    expect(clears(found, line)).toBe(true);
  });

  it.each([
    ['another amount', { found: application(), given: { ...line, amountFen: 1 } }],
    ['in another region', { found: application(), given: { ...line, regionCode: '440300' } }],
    ['what was taken back', { found: application({ state: 'voided' }), given: line }],
    ['what nobody applied for', { found: undefined, given: line }],
  ])('does not pay %s', (_, { found, given }) => {
    expect(clears(found, given)).toBe(false);
  });
});

describe('a paid premium', () => {
  const FRIDAY = '2026-11-27T02:00:00Z';
  const MONDAY = '2026-11-23T02:00:00Z';
  it.each([
    ['on the day of payment is paid', { paidAt: MONDAY, now: '2026-11-23T10:00:00Z', state: 'paid' }],
    ['on the next working day is still paid', { paidAt: MONDAY, now: '2026-11-24T15:59:59Z', state: 'paid' }],
    ['two working days later is posted, from midnight in Shanghai', { paidAt: MONDAY, now: '2026-11-24T16:00:00Z', state: 'posted' }],
    ['of a Friday is not posted on Monday', { paidAt: FRIDAY, now: '2026-11-30T02:00:00Z', state: 'paid' }],
    ['of a Friday is posted on Tuesday', { paidAt: FRIDAY, now: '2026-12-01T02:00:00Z', state: 'posted' }],
  ])('%s', (_, { paidAt, now, state }) => {
    expect(queryOf(application({ state: 'paid', paidAt }), new Date(now))).toEqual({ state, taxNumber: 'T1' });
  });
});
