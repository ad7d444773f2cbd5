import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { describeBug } from '../http/error-response';
import { inRounds } from '../rounds';
import type { LiveBounds } from './bounds';
import type { Watch } from './watch';

/**
 * Two rounds through all connections. A ping finds out who is gone and whose session is over. Reading again finds what no notice told; one after the other,
 * so that thousands of phones never crowd out the people who ask. Answers how to stop, which waits for the rounds under way.
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
  const failed = (error: unknown): void => log.error(describeBug(error), 'LIVE_CODE_FAILED');
  const rounds = [
    inRounds(bounds.pingEveryMs, () => eachOf(watches, ping).catch(failed)),
    inRounds(bounds.rereadEveryMs, () => eachOf(watches, (watch) => watch.lookAtAll()).catch(failed)),
  ];
  return async () => {
    await Promise.all(rounds.map((stop) => stop()));
  };
}

async function eachOf(watches: ReadonlyMap<WebSocket, Watch>, act: (watch: Watch) => Promise<void>): Promise<void> {
  for (const watch of watches.values()) if (watch.socket.readyState === watch.socket.OPEN) await act(watch);
}
