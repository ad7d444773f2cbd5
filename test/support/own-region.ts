import { type AnyRule, buildPolicyBook } from '@gongji/domain';
import type { CoreLab } from './core-lab';
import { packOf } from './domain-builders';
import { readPlaces, shippedPacks } from './rule-pack-files';

// A province that exists in tests only, with two cities, for rules that no region has together.

export const HERE = '990100';
export const NEXT_CITY = '990200';

/** The same database under the shipped packs and the test's own province. What the rules do not say there comes from the country. */
export function withRules(lab: CoreLab, rules: readonly AnyRule[]): CoreLab {
  const packs = [...shippedPacks(), packOf('990000', '000000', rules)];
  const places = [...readPlaces(), { regionCode: HERE, regionName: '测试市' }, { regionCode: NEXT_CITY, regionName: '邻市' }];
  return { ...lab, deps: { ...lab.deps, policies: buildPolicyBook(packs, places) } };
}
