import { AppError } from '@gongji/domain';
import type { ShortLivedStore } from '../outside/short-lived-store';

export interface Limit {
  readonly times: number;
  readonly seconds: number;
}

/** Who may try how often. Addresses are shared by whole hospitals and mobile networks, hence the wide first row. */
export const LIMITS = {
  logInPerAddress: { times: 120, seconds: 60 },
  identityCheckPerPerson: { times: 20, seconds: 3_600 },
  scanPerInstitution: { times: 600, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitName, Limit>>;

/** Counts one try. Throws RATE_LIMITED with the seconds to wait. */
export type RateLimit = (name: LimitName, who: string) => Promise<void>;

export function makeRateLimit(store: ShortLivedStore, limits: Limits): RateLimit {
  const countOf = {
    logInPerAddress: store.limiter('logInPerAddress', limits.logInPerAddress),
    identityCheckPerPerson: store.limiter('identityCheckPerPerson', limits.identityCheckPerPerson),
    scanPerInstitution: store.limiter('scanPerInstitution', limits.scanPerInstitution),
  };
  return async (name, who) => {
    const waitMs = await countOf[name](who);
    if (waitMs > 0) throw new AppError('RATE_LIMITED', { seconds: Math.ceil(waitMs / 1000) });
  };
}
