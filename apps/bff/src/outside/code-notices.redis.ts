import { Redis } from 'ioredis';
import { type CodeNotices, openListeners } from './code-notices';

const TIMEOUT_MS = 2_000;
const BETWEEN = ' ';

/** Shared by any number of processes. A connection that listens can do nothing else in Redis, hence two. */
export async function openRedisNotices(address: string, prefix = 'gongji:'): Promise<CodeNotices> {
  const options = {
    lazyConnect: true,
    commandTimeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
  } as const;
  const [speaks, listens] = [new Redis(address, options), new Redis(address, options)];
  const both = [speaks, listens];
  // Without a listener ioredis prints each failed reconnection; what is lost meanwhile is read again.
  for (const redis of both) redis.on('error', () => {});
  const channel = `${prefix}codes`;
  const { tell, subscribe } = openListeners();
  listens.on('message', (_channel, codeIds) => codeIds.split(BETWEEN).forEach(tell));
  try {
    await Promise.all(both.map((redis) => redis.connect()));
    await listens.subscribe(channel);
  } catch (error) {
    for (const redis of both) redis.disconnect();
    throw error;
  }
  return {
    publish: (codeIds) => void speaks.publish(channel, codeIds.join(BETWEEN)).catch(() => {}),
    subscribe,
    close: async () => {
      await Promise.all(both.map((redis) => redis.quit().catch(() => redis.disconnect())));
    },
  };
}
