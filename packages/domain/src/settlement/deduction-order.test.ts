import { policyWith } from '../../../../test/support/domain-builders';
import type { RuleValues } from '../policy/rules';
import { decideOrder, inDeductionOrder, type OrderedSponsor } from './deduction-order';

type Order = RuleValues['deductionOrder'] | undefined;
const sponsor = (bindingId: string, day: number, place: number | null = null): OrderedSponsor => ({
  bindingId,
  boundAt: new Date(Date.UTC(2026, 0, day)),
  place,
});
const region = (deductionOrder: Order) => policyWith({ deductionOrder });

describe('sponsors pay', () => {
  const [first, second, third] = [sponsor('c', 1), sponsor('a', 2), sponsor('b', 3)];
  const placed = [sponsor('c', 1, 3), sponsor('a', 2, 1), sponsor('b', 3), sponsor('d', 4, 1), sponsor('e', 2)];

  it.each<[string, Order, readonly OrderedSponsor[], readonly string[], string]>([
    ['in the order in which they bound', 'as-bound', [third, first, second], [], 'cab'],
    ['in the order in which they bound where no rule says another', undefined, [third, first, second], [], 'cab'],
    ['in the order in which they bound, whatever the person wishes, unless the region lets them', 'as-bound', [first, second], ['a'], 'ca'],
    ['in the order in which they bound, whatever their places, unless the region asks for places', 'as-bound', placed, [], 'caebd'],
    [
      'in the order of their numbers when they bound in the same moment',
      'as-bound',
      [sponsor('b', 1), sponsor('c', 1), sponsor('a', 1)],
      [],
      'abc',
    ],
    ['by their places, then as bound, and last without a place', 'set-at-binding', placed, ['b'], 'adceb'],
    ['as the person wishes', 'set-by-user', [first, second, third], ['b', 'c', 'a'], 'bca'],
    ['first whom the person names, then the others as they bound', 'set-by-user', [first, second, third], ['b'], 'bca'],
    ['as they bound where the person wishes nothing', 'set-by-user', [third, second, first], [], 'cab'],
    ['without anybody whom the person names and who is none', 'set-by-user', [first, second], ['z', 'a'], 'ac'],
    ['alone: who bound first', 'single-sponsor', [third, first, second], ['b'], 'c'],
    ['not at all where there are none', 'single-sponsor', [], [], ''],
  ])('%s', (_name, order, sponsors, wishes, expected) => {
    expect(inDeductionOrder(region(order), sponsors, wishes).map(({ bindingId }) => bindingId)).toEqual([...expected]);
  });

  it('without the list that was given being changed', () => {
    const given = [third, first];
    inDeductionOrder(region('as-bound'), given, []);
    expect(given).toEqual([third, first]);
  });
});

describe('a person sets the order', () => {
  const decide = (order: Order, wanted: string) => decideOrder({ policy: region(order), sponsors: ['a', 'b', 'c'], wanted: [...wanted] });

  it.each(['abc', 'cba', 'bca'])('%s of the sponsors a, b and c', (wanted) => {
    expect(decide('set-by-user', wanted)).toEqual({ ok: true, value: [...wanted] });
  });

  it.each([
    ['leaves one out', 'ab'],
    ['names one twice', 'abb'],
    ['names one twice besides all', 'abca'],
    ['names somebody else instead', 'abz'],
    ['names somebody else besides all', 'abcz'],
    ['names nobody', ''],
  ])('but not one that %s', (_name, wanted) => {
    expect(decide('set-by-user', wanted)).toEqual({ ok: false, code: 'ORDER_INCOMPLETE' });
  });

  it.each<Order>(['as-bound', 'set-at-binding', 'single-sponsor', undefined])('but not where the region’s order is %s', (order) => {
    expect(decide(order, 'abc')).toEqual({ ok: false, code: 'ORDER_FIXED', facts: { region: '地区440000' } });
  });
});
