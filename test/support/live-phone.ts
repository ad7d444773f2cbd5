import { CODE_LIVE_PATH, type CodeEvents, codeEvents } from '@gongji/contract';
import { WebSocket } from 'ws';
import type { EdgeAddress } from './edge';
import { until } from './until';

/** A phone on the connection for live codes, by a client of its own. */
export interface LivePhone {
  readonly socket: WebSocket;
  /** What was told, in order, each held against the contract. */
  readonly told: readonly CodeEvents[];
  /** Why the other side closed; undefined while it is open. */
  readonly closed: () => number | undefined;
  readonly send: (message: unknown) => void;
  /** Waits until this was told. */
  readonly hears: (codeId: string, state: CodeEvents['state']) => Promise<CodeEvents>;
  readonly closesWith: () => Promise<number>;
  readonly close: () => void;
}

export const liveAddress = (edge: EdgeAddress, path: string = CODE_LIVE_PATH): string => `${edge.url.replace('http', 'ws')}/api${path}`;

export async function connectLive(edge: EdgeAddress): Promise<LivePhone> {
  const socket = new WebSocket(liveAddress(edge));
  const told: CodeEvents[] = [];
  let closed: number | undefined;
  socket.on('message', (text: Buffer) => told.push(codeEvents.parse(JSON.parse(text.toString('utf8')))));
  socket.on('close', (code) => (closed = code));
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.once('open', resolve);
    socket.once('close', () => resolve());
  });
  const find = (codeId: string, state: CodeEvents['state']) => told.find((each) => each.codeId === codeId && each.state === state);
  return {
    socket,
    told,
    closed: () => closed,
    send: (message) => socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    hears: async (codeId, state) => {
      await until(() => closed !== undefined || find(codeId, state) !== undefined);
      const heard = find(codeId, state);
      if (heard === undefined) throw new Error(`closed with ${closed} before ${state} was told`);
      return heard;
    },
    closesWith: async () => {
      await until(() => closed !== undefined);
      return closed ?? 0;
    },
    close: () => socket.terminate(),
  };
}

/** What an upgrade request on another path is answered: the status. */
export const upgradeStatus = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.once('unexpected-response', (_asked, answer) => {
      resolve(answer.statusCode ?? 0);
      answer.resume();
    });
    socket.once('open', () => reject(new Error(`${address} was opened`)));
    socket.once('error', reject);
  });
