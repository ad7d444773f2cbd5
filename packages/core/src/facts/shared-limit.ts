import { type RegionPolicy, sharedLimitKind, type SharedLimitFacts, ZERO } from '@gongji/domain';
import type { StoredLimit } from '../store/shared-limit.store';

/** Money is set aside only while there are relatives to use it: when the last one has gone, the rest of a quota or a pool is the holder's again. */
export function sharedLimitIn(policy: RegionPolicy, stored: StoredLimit | undefined): SharedLimitFacts {
  const stands = stored !== undefined && (stored.inUse || sharedLimitKind(policy) === 'limit');
  return stands ? { limitFen: stored.limitFen, spentFen: stored.spentFen } : { limitFen: null, spentFen: ZERO };
}
