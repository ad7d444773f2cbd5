import { inDeductionOrder, type RegionPolicy } from '@gongji/domain';
import type { StoredBinding } from '../store/binding.store';

const fundsOf = (binding: StoredBinding) => binding.grants.find((grant) => grant.kind === 'share-funds' && grant.state !== 'ended');

/**
 * The bindings on which somebody's account may be used for a person, in the order of the person's region. Those that cannot be used now come last: they
 * take no place from one that can.
 */
export function sponsorsInOrder(
  policy: RegionPolicy,
  bindings: readonly StoredBinding[],
  chosen: readonly string[],
): readonly StoredBinding[] {
  const sponsors = bindings.flatMap((binding) => {
    const funds = fundsOf(binding);
    return funds === undefined
      ? []
      : [{ bindingId: binding.id, boundAt: binding.createdAt, place: funds.place, state: funds.state, binding }];
  });
  const active = inDeductionOrder(
    policy,
    sponsors.filter(({ state }) => state === 'active'),
    chosen,
  );
  return [...active, ...sponsors.filter(({ state }) => state !== 'active')].map(({ binding }) => binding);
}
