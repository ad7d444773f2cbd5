import type { Pot, RegionPolicy } from '../policy/rules';

/** Money of earlier years first where a region says nothing: it is the part that every sharing rule lets others use. */
const OLD_FIRST: readonly Pot[] = ['carriedOver', 'currentYear'];

/** The order in which the pots of one account are spent. */
export const potOrderOf = (policy: RegionPolicy): readonly Pot[] => policy.rule('potOrder')?.value ?? OLD_FIRST;
