import { randomUUID } from 'node:crypto';
import { type Answer, type Body, type ErrorResponse, errorResponse, type RouteContract, type RouteName, ROUTES } from '@gongji/contract';
import { ERRORS, type ErrorCode, PRIVACY_TEXT } from '@gongji/domain';
import type { EdgeAddress } from './edge';

// Calls routes by their name in the contract, and holds every answer against it.

export interface Ask<N extends RouteName> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Body<N>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Idempotency-Key of a write; a fresh one where it is left out. */
  readonly key?: string;
}

/** The same without the route's own type, for tests that go through all routes. */
export interface AnyAsk extends Omit<Ask<RouteName>, 'body'> {
  readonly body?: unknown;
}

/** Somebody with a session. */
export interface Caller {
  readonly edge: EdgeAddress;
  readonly personId: string;
  readonly token: string;
  /** The answer; throws where it was refused. */
  readonly ask: <N extends RouteName>(name: N, ask?: Ask<N>) => Promise<Answer<N>>;
  /** The refusal; throws where it was done. */
  readonly refused: (name: RouteName, ask?: AnyAsk) => Promise<ErrorResponse>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One request as it leaves, without the contract's help: for what no well-behaved client sends. */
export interface RawAsk {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes out as it is. */
  readonly body?: unknown;
}

export async function send(edge: EdgeAddress, { method, path, token, key, headers, body }: RawAsk): Promise<Reply> {
  const answer = await fetch(`${edge.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const { status, headers: told } = answer;
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status, headers: told, body: FILE.test(told.get('content-type') ?? '') ? bytes : parsed(bytes.toString('utf8')) };
}

const FILE = /^(image\/png|application\/pdf)$/;

const parsed = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export function addressOf(name: RouteName, { path = {}, query = {} }: Pick<Ask<RouteName>, 'path' | 'query'> = {}): string {
  const filled = ROUTES[name].path.replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(path[param] ?? ''));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)])).toString();
  return `/api${filled}${search === '' ? '' : `?${search}`}`;
}

export function callRoute(edge: EdgeAddress, name: RouteName, ask: AnyAsk & { readonly token?: string } = {}): Promise<Reply> {
  const route: RouteContract = ROUTES[name];
  const body = ask.body ?? (route.body === undefined ? undefined : {});
  return send(edge, {
    method: route.method.toUpperCase(),
    path: addressOf(name, ask),
    ...(ask.token === undefined ? {} : { token: ask.token }),
    ...(route.write ? { key: ask.key ?? randomUUID() } : {}),
    ...(ask.headers === undefined ? {} : { headers: ask.headers }),
    ...(body === undefined ? {} : { body }),
  });
}

/** The answer as the contract has it, with nothing more in it. */
export function answerOf<N extends RouteName>(name: N, { status, body }: Reply): Answer<N> {
  if (status !== 200) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
  return ROUTES[name].answer.parse(body) as Answer<N>;
}

/** The refusal as the contract and the catalogue have it. */
export function refusalOf(name: string, { status, body }: Reply): ErrorResponse {
  const refusal = errorResponse.strict().safeParse(body);
  if (!refusal.success) throw new Error(`${name} answered ${status} without a refusal: ${JSON.stringify(body)}`);
  const { code, kind, requestId } = refusal.data;
  if (ERRORS[code as ErrorCode]?.kind !== kind) throw new Error(`${code} (${kind}) is not in the catalogue`);
  if (refusal.data.status !== status || requestId === '') throw new Error(`${code}: the body and the status line differ`);
  return refusal.data;
}

/** Logs one of the sandbox's people in by their key, who agrees to the privacy text; `code` is another log-in code. */
export async function logIn(edge: EdgeAddress, key: string, code = `demo-${key}`): Promise<Caller> {
  const { token, me } = answerOf('logIn', await callRoute(edge, 'logIn', { body: { code, consentVersion: PRIVACY_TEXT.version } }));
  return {
    edge,
    personId: me.personId,
    token,
    ask: async (name, ask) => answerOf(name, await callRoute(edge, name, { ...ask, token })),
    refused: async (name, ask) => refusalOf(name, await callRoute(edge, name, { ...ask, token })),
  };
}
