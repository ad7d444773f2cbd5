import { type Answer, type RouteName, ROUTES } from '@gongji/contract';
import { ERRORS, type ErrorCode, errorNextStep, errorText } from '@gongji/domain';
import type { BrowserContext, Request, Route, WebSocketRoute } from 'playwright-core';
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

const STATUS = { invalid: 422, unauthenticated: 401, forbidden: 403, 'not-found': 404, conflict: 409, unavailable: 503, bug: 500 } as const;

/** Writes that only look: they may reach the system. Everything else would change what the next picture shows. */
const HARMLESS: readonly RouteName[] = ['logIn', 'quotePremium', 'quotePremiums', 'startFaceCheck'];

/** What pages ask for by themselves, and what would change the next picture. WeChat opens the page with the code first, whatever is looked at. */
const UNPLANNED: readonly RouteName[] = ['showCode', 'giveOfflineKey', 'markMessagesRead', 'subscribe'];

export const openNetwork = async (context: BrowserContext): Promise<Network> => {
  let now: Replies = {};
  let underWay = 0;
  let lastAt = Date.now();
  let faults: string[] = [];
  const handle = async (route: Route) => {
    underWay += 1;
    try {
      await answer(route, now);
    } catch (error) {
      // A page that was left takes its questions with it.
      if (!/closed|disposed|already handled/i.test(String(error))) faults.push(String(error));
    } finally {
      underWay -= 1;
      lastAt = Date.now();
    }
  };
  await context.route(/\/(api|sandbox)\//, handle);
  await context.routeWebSocket(/\/api\/insurance-codes\/live/, (socket) => tellOfCodes(socket, () => now));
  return {
    meets: (replies) => (now = replies),
    faults: () => faults.splice(0),
    quietMs: () => (underWay > 0 ? 0 : Date.now() - lastAt),
  };
};

const answer = async (route: Route, replies: Replies): Promise<void> => {
  const name = routeOf(route.request());
  const reply = (name === undefined ? undefined : replies[name]) as Reply<RouteName> | undefined;
  if (reply === 'held' || (reply === undefined && name !== undefined && name !== 'people' && UNPLANNED.includes(name))) return;
  if (reply === 'silent') return route.abort();
  if (name === undefined || name === 'people') return passOn(route);
  if (reply === undefined && name !== 'me') {
    if (ROUTES[name].write && !HARMLESS.includes(name)) throw new Error(`${name} is a write that no state plans`);
    return passOn(route);
  }
  if (typeof reply === 'object' && 'refuse' in reply) {
    const status = STATUS[ERRORS[reply.refuse].kind];
    return route.fulfill({ status, json: refusal(reply.refuse, status) });
  }
  if (typeof reply === 'object') return route.fulfill({ json: ROUTES[name].answer.parse(reply.answer) });
  const real = await route.fetch();
  if (!real.ok()) return route.fulfill({ response: real });
  const change = (reply ?? sameMoment) as (real: unknown) => unknown;
  return route.fulfill({ json: ROUTES[name].answer.parse(change(await real.json())) });
};

/** Until the answer is there: so long it is under way. */
const passOn = async (route: Route): Promise<void> => {
  await route.continue();
  const response = await route.request().response();
  await response?.finished();
};

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

const routeOf = (request: Request): RouteName | 'people' | undefined => {
  const { pathname } = new URL(request.url());
  if (pathname === '/sandbox/people') return 'people';
  return NAMES.find((name) => {
    const { method, path } = ROUTES[name];
    return method === request.method().toLowerCase() && new RegExp(`^/api${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname);
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
