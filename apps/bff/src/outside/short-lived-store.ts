import { AppError } from '@gongji/domain';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** Sessions, counts of tries and numbers of messages, nothing else: what lives here may be lost at any moment. Two implementations, one test for both. */
export interface ShortLivedStore {
  readonly put: (key: string, value: string, ttlMs: number) => Promise<void>;
  readonly get: (key: string) => Promise<string | undefined>;
  /** Puts a key that is not there, and says whether it did: of many at once one is told true. */
  readonly claim: (key: string, ttlMs: number) => Promise<boolean>;
  readonly remove: (key: string) => Promise<void>;
  /** One of several values under a key; the key lives as long as the last of them was to. */
  readonly putField: (key: string, field: { readonly name: string; readonly value: string }, ttlMs: number) => Promise<void>;
  readonly fields: (key: string) => Promise<Readonly<Record<string, string>>>;
  readonly removeFields: (key: string, names: readonly string[]) => Promise<void>;
  readonly limiter: (name: string, limit: { readonly times: number; readonly seconds: number }) => Limiter;
  /** Throws where the store does not answer. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Limiter {
  /** Counts a try of somebody: 0, or the milliseconds to wait. */
  readonly count: (who: string) => Promise<number>;
  /** Takes a counted try back. */
  readonly takeBack: (who: string) => Promise<void>;
}

export const limiterBy = (limiter: RateLimiterAbstract): Limiter => ({
  count: async (who) => {
    try {
      await limiter.consume(who);
      return 0;
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return Math.max(1, thrown.msBeforeNext);
      throw storeGone();
    }
  },
  takeBack: async (who) => {
    await limiter.reward(who).catch(() => {
      throw storeGone();
    });
  },
});

export const storeGone = (): AppError => new AppError('SERVICE_NOT_READY');
