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
  amountFen: fen(40_000),
  payer: '陈*国',
  state: 'accepted',
  answer: { state: 'accepted', taxNumber: 'T1' },
  paidAt: null,
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

describe('an application to pay a levy', () => {
  it.each([
    ['is accepted when the levy is due at that amount', levy(), undefined, 40_000, 'accepted'],
    ['is refused when there is no levy', undefined, undefined, 40_000, 'not-due'],
    ['is refused when it was paid through another channel', levy({ paidBy: '赵*敏' }), undefined, 40_000, 'already-paid'],
    ['is refused when another application paid it', levy(), application({ state: 'paid' }), 40_000, 'already-paid'],
    ['is refused while another application is open', levy(), application(), 40_000, 'already-applied'],
    ['is refused at another amount', levy(), undefined, 39_999, 'amount-changed'],
  ])('%s', (_, due, holder, amount, outcome) => {
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
    ['pays an open application', application(), line, true],
    ['pays again what it paid before', application({ state: 'paid' }), line, true],
    ['does not pay another amount', application(), { ...line, amountFen: 1 }, false],
    ['does not pay in another region', application(), { ...line, regionCode: '440300' }, false],
    ['does not pay what was taken back', application({ state: 'voided' }), line, false],
    ['does not pay what nobody applied for', undefined, line, false],
  ])('%s', (_, found, given, pays) => {
    expect(clears(found, given)).toBe(pays);
  });
});

describe('a paid premium', () => {
  const paid = (paidAt: string) => application({ state: 'paid', paidAt });
  it.each([
    ['on the day of payment is paid', '2026-11-23T02:00:00Z', '2026-11-23T10:00:00Z', 'paid'],
    ['on the next working day is still paid', '2026-11-23T02:00:00Z', '2026-11-24T15:59:59Z', 'paid'],
    ['two working days later is posted, from midnight in Shanghai', '2026-11-23T02:00:00Z', '2026-11-24T16:00:00Z', 'posted'],
    ['of a Friday is not posted on Monday', '2026-11-27T02:00:00Z', '2026-11-30T02:00:00Z', 'paid'],
    ['of a Friday is posted on Tuesday', '2026-11-27T02:00:00Z', '2026-12-01T02:00:00Z', 'posted'],
  ])('%s', (_, paidAt, now, state) => {
    expect(queryOf(paid(paidAt), new Date(now))).toEqual({ state, taxNumber: 'T1' });
  });
});
