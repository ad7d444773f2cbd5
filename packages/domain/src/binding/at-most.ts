import { refused } from '../decision';
import type { ErrorCode } from '../errors';
import type { Check } from '../explain';
import type { RuleKind } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';
import type { BindingWish } from './binding-request';

interface Counted<C extends ErrorCode> {
  readonly title: string;
  readonly kind: 'maxRelatives' | 'maxRelativesEver' | 'maxSponsorsPerUser' | 'maxShown' | 'maxShowers' | 'maxBindingsPerMonth';
  /** Whose region counts. */
  readonly region: 'ownerPolicy' | 'relativePolicy';
  /** What stands already, without what is wished for. */
  readonly count: (wish: BindingWish) => number;
  readonly unit: '人' | '次';
  readonly code: C;
  readonly applies?: (wish: BindingWish) => boolean;
}

/** How many others the relative is bound to is not the owner's to read. */
const OF_RELATIVE: readonly RuleKind[] = ['maxSponsorsPerUser', 'maxShowers'];

/** One more has to fit under the region's limit. */
export function atMost<C extends ErrorCode>({ title, kind, region, count, unit, code, applies }: Counted<C>): Check<BindingWish, C> {
  return {
    title,
    rule: { kind, policy: (wish) => wish[region] },
    ...(applies === undefined ? {} : { applies }),
    refuse: (wish) => {
      const rule = wish[region].rule(kind);
      return rule !== undefined && count(wish) >= rule.value ? refused(code, { region: rulingRegion(rule), limit: rule.value }) : undefined;
    },
    ok: (wish) =>
      `${OF_RELATIVE.includes(kind) ? '没有超过' : `已有 ${count(wish)} ${unit}，`}上限 ${wish[region].rule(kind)?.value ?? 0} ${unit}。`,
  };
}
