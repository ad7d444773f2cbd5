import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { CodeLive } from './code-live';

const ABOUT_UPGRADING = /^(upgrade|http2-settings)$/i;

interface Upgrade {
  readonly asked: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/**
 * As soon as a server listens for upgrades, Node gives it every request that offers one. Some clients (curl --http2, Java's) offer HTTP/2 with an ordinary
 * request: those are served as if they had not, which RFC 9110 (7.8) leaves to the server.
 */
export function answerUpgrades(server: Server, live: Pick<CodeLive, 'upgrade'>): void {
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (asked.headers.upgrade?.toLowerCase() === 'websocket') live.upgrade(asked, socket, head);
    else serveAsOrdinary(server, { asked, socket, head });
  });
}

function serveAsOrdinary(server: Server, { asked, socket, head }: Upgrade): void {
  const lines = [`${asked.method} ${asked.url} HTTP/${asked.httpVersion}`];
  for (let at = 0; at < asked.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = asked.rawHeaders.slice(at, at + 2);
    const kept = /^connection$/i.test(name) ? withoutUpgrading(value) : value;
    if (!ABOUT_UPGRADING.test(name) && kept !== '') lines.push(`${name}: ${kept}`);
  }
  // Header bytes are latin1 to Node, in both directions.
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

const withoutUpgrading = (value: string): string =>
  value
    .split(',')
    .map((token) => token.trim())
    .filter((token) => !ABOUT_UPGRADING.test(token))
    .join(', ');
