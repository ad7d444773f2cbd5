import type { Acknowledged } from './core-worker';
import { openConnection, type Connection } from './connection';
import { closedLoop, type Measured, openLoop, type Work } from './measure';
import { requestsOf, type Round } from './rounds';
import { answerQuestions } from './worker';

// Those who call over HTTP, in a process of their own.

const CONNECTIONS = 128;
const PAYMENT_ID = /"paymentId":"([^"]+)"/;

interface Server {
  readonly port: number;
}

const abilities = {
  /** The same bare GET again and again. */
  hello: ({ port, count }: Server & { readonly count: number }): Promise<Measured> =>
    measure(port, { requests: Array.from({ length: count }, () => get('/')) }),

  /** Each payer asks what is in the account, in turns. */
  balance: ({ port, count, tokens }: Server & { readonly count: number; readonly tokens: readonly string[] }): Promise<Measured> =>
    measure(port, { requests: Array.from({ length: count }, (_none, index) => get('/api/account', tokens[index % tokens.length])) }),

  /** Without arrivals per second, everybody sends the next one when the last one is answered. */
  premium: async (asked: PremiumAsked): Promise<Acknowledged> => {
    const { port, round, tokens, perSecond } = asked;
    const paymentIds = new Set<string | undefined>();
    const requests = requestsOf(round).map(({ payer, key, quoteId }) =>
      post({ token: tokens[payer - 1], key, body: JSON.stringify({ quoteId }) }),
    );
    const measured = await measure(port, { requests, perSecond, read: (body) => void paymentIds.add(PAYMENT_ID.exec(body)?.[1]) });
    return { ...measured, acknowledged: paymentIds.size };
  },
};
export type HttpAbilities = typeof abilities;

interface PremiumAsked extends Server {
  readonly round: Round;
  readonly tokens: readonly string[];
  readonly perSecond?: number | undefined;
}

const get = (path: string, token?: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${token === undefined ? '' : `Authorization: Bearer ${token}\r\n`}\r\n`;

const post = ({ token = '', key, body }: { readonly token: string | undefined; readonly key: string; readonly body: string }): string =>
  `POST /api/premium-payments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: ${key}\r\n` +
  `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

interface Asked {
  readonly requests: readonly string[];
  readonly perSecond?: number | undefined;
  readonly read?: (body: string) => void;
}

async function measure(port: number, { requests, perSecond, read }: Asked): Promise<Measured> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(port)));
  const take = sharing(connections);
  const send = (index: number): Promise<void> =>
    take(async (connection) => {
      const { status, body } = await connection.ask(requests[index] as string);
      if (status !== 200) throw new Error(`answered ${status}: ${Buffer.from(body, 'latin1').toString()}`);
      read?.(body);
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

answerQuestions(abilities);
