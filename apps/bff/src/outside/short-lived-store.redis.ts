import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { limiterBy, type ShortLivedStore, storeGone } from './short-lived-store';

const CONNECT_TIMEOUT_MS = 2_000;
/** A command may have to wait for those before it, and then as long again for its own answer. */
const COMMAND_TIMEOUT_MS = 1_000;

/** Shared by any number of processes. A command that gets no answer is refused at once: waiting sessions would pile up behind it. */
export async function openRedisStore(address: string, prefix = 'gongji:'): Promise<ShortLivedStore> {
  const redis = new Redis(address, {
    lazyConnect: true,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    // What is asked in one turn of the event loop leaves in one piece: a piece for each command wakes Redis for each.
    enableAutoPipelining: true,
  });
  // Without a listener ioredis prints each failed reconnection; every command reports it anyway.
  redis.on('error', () => {});
  await redis.connect().catch((cause: unknown) => {
    redis.disconnect();
    throw cause;
  });
  return {
    put: async (key, value, ttlMs) => void (await answered(redis.set(prefix + key, value, 'PX', ttlMs))),
    get: async (key) => (await answered(redis.get(prefix + key))) ?? undefined,
    claim: async (key, ttlMs) => (await answered(redis.set(prefix + key, '', 'PX', ttlMs, 'NX'))) === 'OK',
    remove: async (key) => void (await answered(redis.del(prefix + key))),
    putField: async (key, { name, value }, ttlMs) => void (await answered(redis.eval(PUT_FIELD, 1, prefix + key, name, value, ttlMs))),
    fields: async (key) => answered(redis.hgetall(prefix + key)),
    removeFields: async (key, names) => {
      if (names.length > 0) await answered(redis.hdel(prefix + key, ...names));
    },
    limiter: (name, limit) =>
      limiterBy(
        new RateLimiterRedis({ storeClient: redis, keyPrefix: `${prefix}tries:${name}`, points: limit.times, duration: limit.seconds }),
      ),
    ping: async () => void (await answered(redis.ping())),
    close: async () => void (await redis.quit().catch(() => redis.disconnect())),
  };
}

/** Both or neither, and as one command: a transaction of Redis would leave by itself. */
const PUT_FIELD = "redis.call('hset', KEYS[1], ARGV[1], ARGV[2]) redis.call('pexpire', KEYS[1], ARGV[3])";

const answered = async <T>(command: Promise<T>): Promise<T> =>
  command.catch(() => {
    throw storeGone();
  });
