import { AppError, type ErrorCode } from '@gongji/domain';
import type { Limiter, ShortLivedStore } from '../outside/short-lived-store';

export interface Limit {
  readonly times: number;
  readonly seconds: number;
}

/** Who may try how often. Addresses are shared by whole hospitals and mobile networks, hence the wide first row. */
export const LIMITS = {
  logInPerAddress: { times: 120, seconds: 60 },
  identityCheckPerPerson: { times: 20, seconds: 3_600 },
  faceCheckPerPerson: { times: 10, seconds: 3_600 },
  codesPerPerson: { times: 120, seconds: 60 },
  offlineKeysPerPerson: { times: 30, seconds: 3_600 },
  wrongInvitationPerPerson: { times: 10, seconds: 600 },
  exportsPerPerson: { times: 10, seconds: 600 },
  receiptFilesPerPerson: { times: 30, seconds: 60 },
  formsPerPerson: { times: 30, seconds: 60 },
  formsPerAddress: { times: 60, seconds: 60 },
  receiptChecksPerAddress: { times: 60, seconds: 60 },
  scanPerInstitution: { times: 600, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];
export type Limits = Readonly<Record<LimitName, Limit>>;

/** Both throw RATE_LIMITED with the seconds to wait. */
export interface RateLimit {
  /** Counts one try. */
  readonly count: (name: LimitName, who: string) => Promise<void>;
  /** Counts a try that ends in this refusal. It is counted before and taken back after, so that many at once are no way around the limit. */
  readonly countRefused: <T>(name: LimitName, who: string, tried: Tried<T>) => Promise<T>;
}
export interface Tried<T> {
  readonly refusal: ErrorCode;
  readonly run: () => Promise<T>;
}

export function makeRateLimit(store: ShortLivedStore, limits: Limits): RateLimit {
  const limiters = new Map(LIMIT_NAMES.map((name): [LimitName, Limiter] => [name, store.limiter(name, limits[name])]));
  const limiterOf = (name: LimitName): Limiter => {
    const limiter = limiters.get(name);
    if (limiter === undefined) throw new Error(`nobody made the limit ${name}`);
    return limiter;
  };
  const count: RateLimit['count'] = async (name, who) => {
    const waitMs = await limiterOf(name).count(who);
    if (waitMs > 0) throw new AppError('RATE_LIMITED', { seconds: Math.ceil(waitMs / 1000) });
  };
  return {
    count,
    countRefused: async (name, who, { refusal, run }) => {
      await count(name, who);
      let counts = false;
      try {
        return await run();
      } catch (thrown) {
        counts = thrown instanceof AppError && thrown.code === refusal;
        throw thrown;
      } finally {
        if (!counts) await limiterOf(name).takeBack(who);
      }
    },
  };
}
