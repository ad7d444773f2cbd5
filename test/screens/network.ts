import { type Answer, type RouteName, ROUTES } from '@gongji/contract';
import { ERRORS, type ErrorCode, errorNextStep, errorText } from '@gongji/domain';
import type { BrowserContext, CDPSession, WebSocketRoute } from 'playwright-core';
import type { Replies, Reply } from './screen';
import { TODAY } from './made';

// Between the page and the running system: answers pass as they are, or are held, refused or changed. What is changed keeps the contract.

export interface Network {
  /** From now on, for whatever is asked. */
  meets(replies: Replies): void;
  /** What went wrong in here, since it was asked last. */
  faults(): string[];
  /** For how long no answer has been under way; 0: one is. */
  quietMs(): number;
}

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly postData?: string;
}
interface Paused {
  readonly requestId: string;
  readonly request: Asked;
}

const STATUS = { invalid: 422, unauthenticated: 401, forbidden: 403, 'not-found': 404, conflict: 409, unavailable: 503, bug: 500 } as const;

/** Writes that only look: they may reach the system. Everything else would change what the next picture shows. */
const HARMLESS: readonly RouteName[] = ['logIn', 'quotePremium', 'quotePremiums', 'startFaceCheck'];

/** What pages ask for by themselves, and what would change the next picture. WeChat opens the page with the code first, whatever is looked at. */
const UNPLANNED: readonly RouteName[] = ['showCode', 'giveOfflineKey', 'markMessagesRead', 'subscribe'];

/** By the browser's own protocol: where Playwright stands between, the browser keeps neither files nor what it compiled of them, and each start takes twice as long. */
export const openNetwork = async (context: BrowserContext, session: CDPSession): Promise<Network> => {
  let now: Replies = {};
  let underWay = 0;
  let lastAt = Date.now();
  const faults: string[] = [];
  session.on('Fetch.requestPaused', (paused) => {
    underWay += 1;
    answer(session, paused, now)
      .catch((error: unknown) => {
        // A page that was left takes its questions with it.
        if (!/closed|Invalid InterceptionId/i.test(String(error))) faults.push(String(error));
      })
      .finally(() => {
        underWay -= 1;
        lastAt = Date.now();
      });
  });
  await session.send('Fetch.enable', { patterns: ['*/api/*', '*/sandbox/*'].map((urlPattern) => ({ urlPattern })) });
  await context.routeWebSocket(/\/api\/insurance-codes\/live/, (socket) => tellOfCodes(socket, () => now));
  return {
    meets: (replies) => (now = replies),
    faults: () => faults.splice(0),
    quietMs: () => (underWay > 0 ? 0 : Date.now() - lastAt),
  };
};

const answer = async (session: CDPSession, { requestId, request }: Paused, replies: Replies): Promise<void> => {
  const name = routeOf(request);
  const reply = (name === undefined ? undefined : replies[name]) as Reply<RouteName> | undefined;
  const give = ({ status, headers, body }: Given) =>
    session.send('Fetch.fulfillRequest', { requestId, responseCode: status, responseHeaders: [...headers], body: body.toString('base64') });
  const giveJson = (status: number, json: unknown) => give({ status, headers: JSON_TYPE, body: Buffer.from(JSON.stringify(json)) });
  if (reply === 'held' || (reply === undefined && name !== undefined && name !== 'people' && UNPLANNED.includes(name))) return;
  if (reply === 'silent') return void (await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }));
  if (name === undefined || name === 'people') return void (await give(await ask(request)));
  if (reply === undefined && name !== 'me') {
    if (ROUTES[name].write && !HARMLESS.includes(name)) throw new Error(`${name} is a write that no state plans`);
    return void (await give(await ask(request)));
  }
  if (typeof reply === 'object' && 'refuse' in reply) {
    const status = STATUS[ERRORS[reply.refuse].kind];
    return void (await giveJson(status, refusal(reply.refuse, status)));
  }
  if (typeof reply === 'object') return void (await giveJson(200, ROUTES[name].answer.parse(reply.answer)));
  const real = await ask(request);
  if (real.status >= 300) return void (await give(real));
  const change = (reply ?? sameMoment) as (real: unknown) => unknown;
  await giveJson(real.status, ROUTES[name].answer.parse(change(JSON.parse(String(real.body)))));
};

interface Given {
  readonly status: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: Buffer;
}
const JSON_TYPE = [{ name: 'content-type', value: 'application/json; charset=utf-8' }];

/** The running system, as the page asked it. */
const ask = async ({ url, method, headers, postData }: Asked): Promise<Given> => {
  // A connection of its own: one that was kept may be closed by the system just as it is used again.
  const response = await fetch(url, {
    method,
    headers: { ...headers, connection: 'close', 'x-forwarded-for': newAddress() },
    ...(postData === undefined ? {} : { body: postData }),
  });
  const kept = [...response.headers].filter(([name]) => !OF_THE_WIRE.includes(name));
  return {
    status: response.status,
    headers: kept.map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()),
  };
};

let addresses = 0;
/** Out of those that no network uses (RFC 2544). */
const newAddress = (): string => `198.18.${(addresses += 1) >> 8}.${addresses & 0xff}`;

const OF_THE_WIRE = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];

/** Countdowns begin at the server's clock, which goes on while pictures are taken. */
const sameMoment = (me: Answer<'me'>): Answer<'me'> => ({ ...me, now: TODAY });

const refusal = (code: ErrorCode, status: number) => {
  const { kind } = ERRORS[code];
  const words = { text: errorText(code), nextStep: errorNextStep(code, { seconds: 3 }) };
  return { code, kind, ...words, requestId: '00000000-0000', type: `urn:gongji:${code}`, title: code, status };
};

const NAMES = (Object.keys(ROUTES) as RouteName[]).sort(
  (a, b) => Number(ROUTES[a].path.includes(':')) - Number(ROUTES[b].path.includes(':')),
);

const routeOf = ({ url, method: asked }: Asked): RouteName | 'people' | undefined => {
  const { pathname } = new URL(url);
  if (pathname === '/sandbox/people') return 'people';
  return NAMES.find((name) => {
    const { method, path } = ROUTES[name];
    return method === asked.toLowerCase() && new RegExp(`^/api${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname);
  });
};

/** The connection for live codes tells what reading would. */
const tellOfCodes = (socket: WebSocketRoute, now: () => Replies): void => {
  socket.onMessage((text) => {
    const { codeIds } = JSON.parse(String(text)) as { codeIds: string[] };
    const told = now().codeEvents;
    if (typeof told !== 'object' || !('answer' in told)) return;
    for (const codeId of codeIds) socket.send(JSON.stringify({ ...told.answer, codeId }));
  });
};
