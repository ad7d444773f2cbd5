import { type Connection, openConnection } from './connection';
import { closedLoop, type Measured, openLoop, type Work } from './measure';

// Requests over HTTP as they are written, and many connections that send them.

/** As many as call the core directly (core-worker). */
export const CONNECTIONS = 256;

export const get = (path: string, token?: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${token === undefined ? '' : `Authorization: Bearer ${token}\r\n`}\r\n`;

interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function post({ path, headers, body }: Post): string {
  const text = JSON.stringify(body);
  const lines = Object.entries({ ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`;
}

interface Calls {
  readonly requests: readonly string[];
  /** Without arrivals per second, everybody sends the next one when the last one is answered. */
  readonly perSecond?: number | undefined;
  readonly read?: (body: string, index: number) => void;
}

/** Connections go to the processes of a server in turns. Any answer but a 200 ends the bench. */
export async function measureCalls(ports: readonly number[], { requests, perSecond, read }: Calls): Promise<Measured> {
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_none, index) => openConnection(ports[index % ports.length] as number)),
  );
  const take = sharing(connections);
  const send = (index: number): Promise<void> =>
    take(async (connection) => {
      const { status, body } = await connection.ask(requests[index] as string);
      if (status !== 200) throw new Error(`answered ${status}: ${Buffer.from(body, 'latin1').toString()}`);
      read?.(body, index);
    });
  const work: Work = { count: requests.length, send };
  try {
    return await (perSecond === undefined ? closedLoop(work, CONNECTIONS) : openLoop(work, perSecond));
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** One user a connection, the one that has rested longest, as a server closes what rests too long; who finds none waits for the next that is free. */
function sharing(connections: readonly Connection[]): (use: (connection: Connection) => Promise<void>) => Promise<void> {
  const free = [...connections];
  const queue: ((connection: Connection) => void)[] = [];
  return async (use) => {
    const connection = free.shift() ?? (await new Promise<Connection>((resolve) => queue.push(resolve)));
    await use(connection);
    const next = queue.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  };
}
