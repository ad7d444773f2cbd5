import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

// Stands between two parties and breaks connections the ways networks do. It reads no HTTP: a request is what came up to the end of its body.

/**
 * pass; reset: cut before anything gets through; half-open: taken and never answered, nothing gets through; lose-answer: the work is done and the connection
 * cut; swallow-answer: the work is done and nothing ever comes back; cut-answer: half of the answer, then cut; error: answered with 500 in place of the party.
 */
export type ProxyMode = 'pass' | 'reset' | 'half-open' | 'lose-answer' | 'swallow-answer' | 'cut-answer' | 'error';

export interface FaultProxy {
  readonly url: string;
  /** What happens to connections from now on; the next so many, then all pass. */
  readonly misbehave: (mode: ProxyMode, times?: number) => void;
  /** Requests that came to the proxy, and those that reached the party. */
  readonly counts: { came: number; reached: number };
  pointAt(url: string): void;
  readonly close: () => Promise<void>;
}

const ERROR = 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}';

export async function openFaultProxy(): Promise<FaultProxy> {
  let target = { port: 0, host: '127.0.0.1' };
  const waiting: ProxyMode[] = [];
  const counts = { came: 0, reached: 0 };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    keep(client).once('data', (first: Buffer) => {
      counts.came += 1;
      serve(client, first, waiting.shift() ?? 'pass');
    });
  });

  /** One request a connection: the answer tells the client that it is closed. */
  const serve = (client: Socket, first: Buffer, mode: ProxyMode): void => {
    if (mode === 'reset') return void client.resetAndDestroy();
    if (mode === 'half-open') return;
    if (mode === 'error') return void client.end(ERROR);
    counts.reached += 1;
    const party = keep(connect(target));
    party.write(first.toString('latin1').replace(/connection: keep-alive/i, 'connection: close'), 'latin1');
    client.on('data', (more: Buffer) => party.write(more));
    if (mode === 'pass') return void party.pipe(client);
    party.once('data', (answer: Buffer) => {
      if (mode === 'lose-answer') client.resetAndDestroy();
      if (mode === 'cut-answer') client.write(answer.subarray(0, answer.length - 5), () => client.destroy());
    });
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    misbehave: (mode, times = 1) => void waiting.push(...Array.from({ length: times }, () => mode)),
    counts,
    pointAt: (url) => {
      const { port, hostname } = new URL(url);
      target = { port: Number(port), host: hostname };
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
