import { type Fen, fen } from '../money';
import { decideSettle, type SettleRequest } from './decide-settle';

const payer = (payerId: string, own: boolean, amount: number) => ({
  payerId,
  own,
  pots: [{ pot: 'carriedOver' as const, amountFen: fen(amount) }],
  capFen: null,
  skip: null,
});
const request = (overrides: Partial<SettleRequest> = {}): SettleRequest => ({
  totalFen: fen(1000),
  fundFen: fen(400),
  payers: [payer('me', true, 100), payer('sponsor', false, 200)],
  mostSponsors: null,
  agreedCashFen: fen(300),
  ...overrides,
});

describe('a settlement', () => {
  it('covers what the fund leaves, in order, and the rest is the agreed cash', () => {
    const answer = decideSettle(request());
    expect(answer).toMatchObject({ ok: true, value: { coveredFen: 300, cashFen: 300, legs: [{ amountFen: 100 }, { amountFen: 200 }] } });
  });

  it('only asks before it is settled', () => {
    expect(decideSettle(request({ agreedCashFen: null }))).toMatchObject({ ok: true, value: { cashFen: 300 } });
  });

  it.each([
    ['no cash is agreed to and the accounts fall short', { agreedCashFen: fen(0) }, 'SETTLEMENT_CASH_NOT_AGREED'],
    ['less cash is agreed to than remains', { agreedCashFen: fen(299) }, 'SETTLEMENT_SPLIT_CHANGED'],
    ['more cash is agreed to than remains', { agreedCashFen: fen(301) }, 'SETTLEMENT_SPLIT_CHANGED'],
    ['the cost is nothing', { totalFen: fen(0), fundFen: fen(0) }, 'SETTLEMENT_AMOUNT_INVALID'],
    ['the cost is negative', { totalFen: fen(-1), fundFen: fen(0) }, 'SETTLEMENT_AMOUNT_INVALID'],
    ['the fund pays a negative part', { fundFen: fen(-1) }, 'SETTLEMENT_AMOUNT_INVALID'],
    ['the fund pays more than the cost', { fundFen: fen(1001) }, 'SETTLEMENT_AMOUNT_INVALID'],
    ['the cost is no whole number of 分', { totalFen: 10.5 as Fen }, 'SETTLEMENT_AMOUNT_INVALID'],
    ['the agreed cash is negative', { agreedCashFen: fen(-1) }, 'SETTLEMENT_AMOUNT_INVALID'],
  ])('is refused when %s', (_name, overrides, code) => {
    expect(decideSettle(request(overrides))).toMatchObject({ ok: false, code });
  });

  it.each([
    [0, 500],
    [1, 300],
    [2, 270],
    [3, 260],
    [null, 260],
  ])('takes from at most %p sponsors, and leaves %d in cash', (mostSponsors, cash) => {
    const payers = [payer('me', true, 100), payer('a', false, 200), payer('b', false, 30), payer('c', false, 10)];
    expect(decideSettle(request({ payers, mostSponsors, agreedCashFen: null }))).toMatchObject({ ok: true, value: { cashFen: cash } });
  });

  it.each([
    [null, 300, 300],
    [fen(600), 300, 300],
    [fen(250), 250, 350],
    [fen(50), 50, 550],
    [fen(0), 0, 600],
    [fen(-1), 0, 600],
  ])(
    'takes at most %p from accounts for a code shown without network, and the rest is cash to agree to',
    (mostAccountFen, covered, cash) => {
      const asked = { mostAccountFen, agreedCashFen: null };
      expect(decideSettle(request(asked))).toMatchObject({ ok: true, value: { coveredFen: covered, cashFen: cash } });
      expect(decideSettle(request({ ...asked, agreedCashFen: fen(cash) }))).toMatchObject({ ok: true });
      expect(decideSettle(request({ ...asked, agreedCashFen: fen(cash - 1) }))).toMatchObject({
        ok: false,
        code: 'SETTLEMENT_SPLIT_CHANGED',
      });
      expect(decideSettle(request({ ...asked, agreedCashFen: fen(0) }))).toMatchObject({ ok: false, code: 'SETTLEMENT_CASH_NOT_AGREED' });
    },
  );

  it('names the sum that is missing', () => {
    expect(decideSettle(request({ agreedCashFen: fen(0) }))).toMatchObject({ facts: { cash: '¥3.00' } });
  });

  it('takes nothing where the fund pays all', () => {
    expect(decideSettle(request({ fundFen: fen(1000), agreedCashFen: fen(0) }))).toMatchObject({
      ok: true,
      value: { coveredFen: 0, cashFen: 0 },
    });
  });
});
