import { plainDate } from '../dates';
import { fen } from '../money';
import { type ReceiptFacts, receiptStanding, RECEIPT_STANDING_TEXT, RECEIPT_STANDINGS, receiptText } from './receipt';
import { PREMIUM_STATES, type PremiumState } from './states';

const FACTS: ReceiptFacts = {
  paymentId: 'p-1',
  ourNumber: 'GJ20261123000000000001',
  taxNumber: 'T1',
  payerId: 'a',
  personId: 'b',
  year: 2027,
  regionCode: '441400',
  categoryText: '成年居民',
  amountFen: fen(40_000),
  legs: [
    { payerId: 'a', pot: 'carriedOver', amountFen: fen(30_000) },
    { payerId: 'a', pot: 'currentYear', amountFen: fen(10_000) },
  ],
  appliedAt: '2026-11-23T10:00:00.000+08:00',
  paidAt: '2026-11-26T10:00:00.000+08:00',
  benefitStartsOn: plainDate('2027-01-01'),
};
const [first, second] = FACTS.legs;
const LEGS = (change: object) => ({ legs: [{ ...first, ...change }, second] as ReceiptFacts['legs'] });

const OTHER: readonly (readonly [string, Partial<ReceiptFacts>])[] = [
  ['the payment it is about', { paymentId: 'p-2' }],
  ['our number', { ourNumber: 'GJ20261123000000000002' }],
  ['the tax office’s number', { taxNumber: 'T2' }],
  ['who paid', { payerId: 'c' }],
  ['whom it was paid for', { personId: 'c' }],
  ['the year', { year: 2026 }],
  ['the place', { regionCode: '440300' }],
  ['the category', { categoryText: '大学生' }],
  ['the amount', { amountFen: fen(40_001) }],
  ['whose account a share came from', LEGS({ payerId: 'c' })],
  ['the pot of a share', LEGS({ pot: 'currentYear' })],
  ['the amount of a share', LEGS({ amountFen: fen(29_999) })],
  ['a share left out', { legs: FACTS.legs.slice(1) }],
  ['when it was applied for', { appliedAt: '2026-11-23T10:00:01.000+08:00' }],
  ['when it was paid', { paidAt: '2026-11-26T10:00:01.000+08:00' }],
  ['the day benefits begin', { benefitStartsOn: plainDate('2027-04-01') }],
];

describe('what a receipt vouches for', () => {
  it.each(OTHER)('changes with %s', (_fact, change) => {
    expect(receiptText({ ...FACTS, ...change })).not.toBe(receiptText(FACTS));
  });

  it('leaves no fact out of that test', () => {
    expect([...new Set(OTHER.flatMap(([, change]) => Object.keys(change)))].sort()).toEqual(Object.keys(FACTS).sort());
  });

  it('is the same whatever the order in which the facts are given', () => {
    expect(receiptText(Object.fromEntries(Object.entries(FACTS).reverse()) as unknown as ReceiptFacts)).toBe(receiptText(FACTS));
  });

  it('keeps its form: what was printed years ago is still checked by it', () => {
    expect(receiptText({ ...FACTS, legs: [] })).toBe(
      'gongji-receipt-1\n{"amountFen":40000,"appliedAt":"2026-11-23T10:00:00.000+08:00","benefitStartsOn":"2027-01-01","categoryText":"成年居民",' +
        '"legs":[],"ourNumber":"GJ20261123000000000001","paidAt":"2026-11-26T10:00:00.000+08:00","payerId":"a","paymentId":"p-1","personId":"b",' +
        '"regionCode":"441400","taxNumber":"T1","year":2027}',
    );
  });
});

describe('the standing of a receipt', () => {
  it.each(PREMIUM_STATES)('is there for %s only once the tax office has confirmed the payment', (state) => {
    expect(receiptStanding(state)).toBe((RECEIPT_STANDINGS as readonly string[]).includes(state) ? state : undefined);
  });

  it.each(['refunding', 'refunded'] as const)('proves no payment any more while %s', (standing) => {
    expect(receiptStanding(standing as PremiumState)).toBe(standing);
    expect(RECEIPT_STANDING_TEXT[standing]).toContain('不再证明已缴费');
  });
});
