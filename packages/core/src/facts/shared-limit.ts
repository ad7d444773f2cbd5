import { type RegionPolicy, sharedLimitKind, type SharedLimitFacts, ZERO } from '@gongji/domain';
import type { StoredLimit } from '../store/shared-limit.store';

/** Money is set aside for relatives only while there are some: the rest of a quota or a pool is the holder's again with the last of them. */
export function sharedLimitIn(policy: RegionPolicy, stored: StoredLimit | undefined): SharedLimitFacts {
  const stands = stored !== undefined && (stored.inUse || sharedLimitKind(policy) === 'limit');
  return stands ? { limitFen: stored.limitFen, spentFen: stored.spentFen } : { limitFen: null, spentFen: ZERO };
}
