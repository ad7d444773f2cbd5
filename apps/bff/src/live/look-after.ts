import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { describeBug } from '../http/error-response';
import type { LiveBounds } from './bounds';
import type { Watch } from './watch';

/**
 * Two rounds through all connections. A ping finds out who is gone and whose session is over. Reading again finds what no notice told; one after the other,
 * so that thousands of phones never crowd out the people who ask. A round that takes longer is not overtaken. Answers how to stop, which waits for the
 * rounds under way.
 */
export function lookAfter(watches: ReadonlyMap<WebSocket, Watch>, bounds: LiveBounds, log: Logger): () => Promise<void> {
  const silent = new WeakSet<WebSocket>();
  const ping = async (watch: Watch): Promise<void> => {
    const { socket } = watch;
    if (silent.has(socket)) {
      socket.terminate();
      return;
    }
    silent.add(socket);
    socket.once('pong', () => silent.delete(socket));
    socket.ping();
    await watch.checkSession();
  };
  const rounds = [
    every(bounds.pingEveryMs, () => eachOf(watches, ping), log),
    every(bounds.rereadEveryMs, () => eachOf(watches, (watch) => watch.lookAtAll()), log),
  ];
  return async () => {
    await Promise.all(rounds.map((stop) => stop()));
  };
}

async function eachOf(watches: ReadonlyMap<WebSocket, Watch>, act: (watch: Watch) => Promise<void>): Promise<void> {
  for (const watch of watches.values()) if (watch.socket.readyState === watch.socket.OPEN) await act(watch);
}

function every(ms: number, round: () => Promise<void>, log: Logger): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    await round().catch((error: unknown) => log.error(describeBug(error), 'LIVE_CODE_FAILED'));
    underWay = null;
  };
  const timer = setInterval(() => {
    underWay ??= run();
  }, ms).unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
