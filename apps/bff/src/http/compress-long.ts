import compress from 'koa-compress';
import type { Middleware } from './edge-context';

/** Shorter answers fit into a packet or two. */
const COMPRESSED_FROM_BYTES = 2048;

/**
 * Compresses long answers and streams. The length of a compressed answer betrays nothing here: the session's token is in a header, which no other site's page can
 * make a browser send. Short answers, which are most of them, skip even the negotiation.
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
