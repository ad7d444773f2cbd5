import compress from 'koa-compress';
import type { Middleware } from './edge-context';

/** Shorter answers fit into a packet or two. */
const COMPRESSED_FROM_BYTES = 2048;

/**
 * Compresses what is long, and what is sent as it is made. A session's token is in a header, which no other site's page can make a browser send: lengths tell
 * nobody anything. Short answers, which is most of them, do not even ask what the caller could read.
 */
export function compressLong(): Middleware {
  const squeeze = compress({ threshold: COMPRESSED_FROM_BYTES });
  return async (ctx, next) => {
    await next();
    const { length } = ctx.response;
    if (length === undefined || length >= COMPRESSED_FROM_BYTES) await squeeze(ctx, nothingMore);
  };
}

const nothingMore = (): Promise<void> => Promise.resolve();
