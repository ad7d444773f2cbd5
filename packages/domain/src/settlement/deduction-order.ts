import { type Decision, decided, refused } from '../decision';
import type { RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';

/** A person's sponsor, as far as the order of deduction goes. */
export interface OrderedSponsor {
  readonly bindingId: string;
  readonly boundAt: Date;
  /** 顺位 given at binding. */
  readonly place: number | null;
}

/**
 * The sponsors in the order in which a person's cost is taken from them, by the rule of the person's region. `chosen` is what the person has set, by binding;
 * sponsors that it does not name come last. Without a rule: who bound first pays first.
 */
export function inDeductionOrder<S extends OrderedSponsor>(
  policy: RegionPolicy,
  sponsors: readonly S[],
  chosen: readonly string[],
): readonly S[] {
  const order = policy.rule('deductionOrder')?.value ?? 'as-bound';
  const rank = (sponsor: S): number => {
    if (order === 'set-at-binding') return sponsor.place ?? Number.MAX_SAFE_INTEGER;
    const index = order === 'set-by-user' ? chosen.indexOf(sponsor.bindingId) : 0;
    return index === -1 ? Number.MAX_SAFE_INTEGER : index;
  };
  const sorted = [...sponsors].sort(
    (a, b) => rank(a) - rank(b) || a.boundAt.getTime() - b.boundAt.getTime() || (a.bindingId < b.bindingId ? -1 : 1),
  );
  return order === 'single-sponsor' ? sorted.slice(0, 1) : sorted;
}

/** A person sets the order of their sponsors where the region lets them; every sponsor is named once, and nobody else. */
export function decideOrder({
  policy,
  sponsors,
  wanted,
}: {
  readonly policy: RegionPolicy;
  readonly sponsors: readonly string[];
  readonly wanted: readonly string[];
}): Decision<readonly string[], 'ORDER_FIXED' | 'ORDER_INCOMPLETE'> {
  const rule = policy.rule('deductionOrder');
  if (rule?.value !== 'set-by-user') return refused('ORDER_FIXED', { region: rule === undefined ? policy.regionName : rulingRegion(rule) });
  const same = wanted.length === sponsors.length && sponsors.every((id) => wanted.includes(id));
  return same ? decided(wanted) : refused('ORDER_INCOMPLETE');
}
