import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { CODE_LIVE_CLOSED, CODE_LIVE_PATH } from '@gongji/contract';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AppDeps } from '../deps';
import { LIVE_BOUNDS, type LiveBounds } from './bounds';
import { lookAfter } from './look-after';
import { Watch } from './watch';

const ADDRESS = `/api${CODE_LIVE_PATH}`;
/** RFC 6455: this end is going away; the phone connects again, to another process or a newer one. */
const GOING_AWAY = 1001;
const FAREWELL_MS = 1_000;

export interface CodeLive {
  /** For WebSockets: whatever does not ask for the live codes is refused. */
  readonly upgrade: (asked: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Tells phones at once what becomes of the codes they show. Nothing depends on a notice arriving: codes are read again as long as a phone is connected. */
export function openCodeLive(deps: Pick<AppDeps, 'core' | 'store' | 'log' | 'codeNotices'>, bounds: LiveBounds = LIVE_BOUNDS): CodeLive {
  const watches = new Map<WebSocket, Watch>();
  let closing = false;
  // No compression: it holds memory for each connection, and an answer is shorter than a packet.
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: bounds.mostBytes,
  });
  const countOf = (personId: string): number => [...watches.values()].filter((watch) => watch.personId === personId).length;
  const admits = (personId: string): boolean => countOf(personId) < bounds.mostPerPerson;
  /** Drops the connection that has gone longest without introducing itself, so that silent connections keep nobody's phone out. */
  const makeRoom = (): boolean => {
    const [silent] = [...watches].find(([, watch]) => watch.personId === undefined) ?? [];
    if (silent === undefined) return false;
    watches.delete(silent);
    silent.terminate();
    return true;
  };
  const unsubscribe = deps.codeNotices.subscribe((codeId) => {
    for (const watch of watches.values()) if (watch.watches(codeId)) void watch.look(codeId);
  });
  const stopLooking = lookAfter(watches, bounds, deps.log);

  const welcome = (socket: WebSocket): void => {
    const watch = new Watch({ deps, admits }, socket);
    watches.set(socket, watch);
    const impatience = setTimeout(() => {
      if (watch.personId === undefined) socket.close(CODE_LIVE_CLOSED.unauthenticated);
    }, bounds.introduceWithinMs).unref();
    socket.on('message', (message, isBinary) => watch.take(message as Buffer, isBinary));
    // The library has already closed the connection with the right code by the time it reports this.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(impatience);
      watches.delete(socket);
    });
  };

  return {
    upgrade: (asked, socket, head) => {
      if (asked.url !== ADDRESS) return refuse(socket, 404);
      if (closing || (watches.size >= bounds.mostConnections && !makeRoom())) return refuse(socket, 503);
      server.handleUpgrade(asked, socket, head, welcome);
    },
    connections: () => watches.size,
    close: async () => {
      closing = true;
      unsubscribe();
      await stopLooking();
      await farewell([...watches.keys()]);
    },
  };
}

/** An upgrade request never reaches the routes: it is answered here, on the bare socket. */
function refuse(socket: Duplex, status: 404 | 503): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function farewell(sockets: readonly WebSocket[]): Promise<void> {
  const gone = sockets.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
  for (const socket of sockets) socket.close(GOING_AWAY);
  const impatience = setTimeout(() => sockets.forEach((socket) => socket.terminate()), FAREWELL_MS);
  await Promise.all(gone);
  clearTimeout(impatience);
}
