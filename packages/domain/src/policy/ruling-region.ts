import type { RegionRule } from './rules';

/** Whose rule a refusal names. One that is assumed says so: whoever is refused by it must not take it for the region's word. */
export const rulingRegion = ({ regionName, confidence }: Pick<RegionRule, 'regionName' | 'confidence'>): string =>
  confidence === 'ASSUMED' ? `${regionName}（暂定）` : regionName;
