import { fen } from '../money';
import { deduct, type Payer } from './deduct';
import { whyNoMore } from './why-no-more';

const payer = (payerId: string, most: number, changes: Partial<Payer> = {}): Payer => ({
  payerId,
  own: false,
  pots: [{ pot: 'carriedOver', amountFen: fen(most) }],
  capFen: null,
  skip: null,
  ...changes,
});
const told = (need: number, payers: readonly Payer[]) => whyNoMore(fen(need), payers, deduct(fen(need), payers));

const CAP = '本次最多 ¥2.00（单次、本月和共用限额里剩得最少的）';

describe('why a payer pays no more', () => {
  it.each<[string, number, readonly Payer[], readonly (string | null)[]]>([
    ['nothing more was needed', 300, [payer('a', 500)], [null]],
    ['the need ends exactly there', 500, [payer('a', 500)], [null]],
    ['one’s own account is used up', 600, [payer('a', 500, { own: true })], ['本人账户能用的都用了']],
    ['a sponsor’s shareable money is used up', 600, [payer('a', 500)], ['可共济的余额都用了']],
    ['the cap is reached', 600, [payer('a', 500, { capFen: fen(200) })], [CAP]],
    ['the cap is wider than the money', 600, [payer('a', 500, { capFen: fen(500) })], ['可共济的余额都用了']],
    [
      'the day’s limit is reached',
      600,
      [payer('a', 300, { dayLeftFen: fen(400) }), payer('b', 300, { dayLeftFen: fen(400) })],
      ['可共济的余额都用了', '家人今天能帮忙付的金额已用完'],
    ],
    ['the day’s limit is exactly the money', 600, [payer('a', 300, { dayLeftFen: fen(300) })], ['可共济的余额都用了']],
    [
      'what one paid oneself counts against no day’s limit',
      900,
      [payer('me', 300, { own: true }), payer('a', 300, { dayLeftFen: fen(400) })],
      ['本人账户能用的都用了', '可共济的余额都用了'],
    ],
    ['one who is named twice pays once', 900, [payer('a', 500, { capFen: fen(200) }), payer('a', 700)], [CAP]],
    ['the day’s limit is wider than the cap', 600, [payer('a', 500, { capFen: fen(200), dayLeftFen: fen(300) })], [CAP]],
    ['the day’s limit is wider than the money', 600, [payer('a', 300, { dayLeftFen: fen(301) })], ['可共济的余额都用了']],
    ['a skipped payer has its own reason', 600, [payer('a', 500, { skip: 'paused' })], [null]],
    [
      'each in turn, until the need is met',
      900,
      [payer('a', 500, { capFen: fen(200) }), payer('b', 300), payer('c', 900)],
      [CAP, '可共济的余额都用了', null],
    ],
  ])('%s', (_name, need, payers, reasons) => {
    expect(told(need, payers)).toEqual(reasons);
  });
});
