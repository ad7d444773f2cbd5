import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WatchCodesRequest, watchCodesRequest } from '@gongji/contract';
import { WebSocketServer } from 'ws';

export interface LiveServer {
  readonly port: number;
  /** The paths that were connected to, and what was asked for, as they came. */
  readonly addresses: readonly (string | undefined)[];
  readonly asked: readonly WatchCodesRequest[];
  readonly say: (text: string) => void;
  /** Breaks every connection, as a network does. */
  readonly cut: () => void;
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

/** A real WebSocket server on a port of its own, which holds what it is asked to the contract. */
export async function liveServer(port = 0): Promise<LiveServer> {
  const addresses: (string | undefined)[] = [];
  const asked: WatchCodesRequest[] = [];
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url }) => {
    addresses.push(url);
    socket.on('message', (text: Buffer) => asked.push(watchCodesRequest.parse(JSON.parse(text.toString()))));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    port: (server.address() as AddressInfo).port,
    addresses,
    asked,
    say: (text) => {
      for (const socket of sockets.clients) socket.send(text);
    },
    cut,
    connections: () => sockets.clients.size,
    stop: () =>
      new Promise((stopped) => {
        cut();
        sockets.close();
        server.close(() => stopped());
      }),
  };
}
