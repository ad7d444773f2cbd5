import Taro from '@tarojs/taro';
import { type Answer, type RouteName, ROUTES } from '@gongji/contract';
import { ERRORS, type ErrorCode, errorNextStep, errorText } from '@gongji/domain';
import type { jest } from '@jest/globals';

/** What the BFF does with one call: answers, refuses, breaks, never answers, or is cut off within its answer. */
type Behaviour<T> = { readonly answer: T } | { readonly refuse: ErrorCode } | { readonly status: number } | 'silence' | 'cut off';

export interface Call {
  readonly name: RouteName;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
}
export type Behaviours = { readonly [N in RouteName]?: (call: Call) => Behaviour<Answer<N>> | Promise<Behaviour<Answer<N>>> };

const STATUS = { invalid: 422, unauthenticated: 401, forbidden: 403, 'not-found': 404, conflict: 409, unavailable: 503, bug: 500 } as const;

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: unknown;
  readonly responseType?: 'arraybuffer';
}

/** Answers Taro.request by the contract, and holds both sides to it. Returns the calls as they come. */
export function fakeBff(behaviours: Behaviours): Call[] {
  const calls: Call[] = [];
  const request = Taro.request as unknown as jest.Mock<(sent: Sent) => Promise<{ statusCode: number; data: unknown }>>;
  request.mockImplementation(async (sent) => {
    const call = callOf(sent);
    calls.push(call);
    const behave = behaviours[call.name] as ((call: Call) => Behaviour<unknown> | Promise<Behaviour<unknown>>) | undefined;
    if (behave === undefined) throw new Error(`no behaviour for ${call.name}`);
    const reply = replyOf(call, await behave(call));
    // Who asks for bytes gets a refusal as bytes too.
    const isFile = reply.data instanceof Uint8Array;
    return sent.responseType === 'arraybuffer' && !isFile
      ? { ...reply, data: new TextEncoder().encode(JSON.stringify(reply.data)) }
      : reply;
  });
  return calls;
}

function callOf({ url, method, header, data }: Sent): Call {
  const [path = '', query = ''] = url.split('?');
  const name = (Object.keys(ROUTES) as RouteName[]).find((each) => matches(each, method, path));
  if (name === undefined) throw new Error(`${method} ${path} is not in the contract`);
  const route = ROUTES[name];
  if ('body' in route) route.body.parse(data);
  if (route.write !== (header['idempotency-key'] !== undefined)) throw new Error(`${name}: a write, and only a write, carries its key`);
  return { name, path, query, body: data, key: header['idempotency-key'], authorization: header.authorization };
}

function matches(name: RouteName, method: string, path: string): boolean {
  const route = ROUTES[name];
  const pattern = route.path.replace(/:\w+/g, '[^/]+');
  const literal = Object.values(ROUTES).some((other) => `/api${other.path}` === path && other.method.toUpperCase() === method);
  return route.method.toUpperCase() === method && (literal ? `/api${route.path}` === path : new RegExp(`^/api${pattern}$`).test(path));
}

function replyOf({ name }: Call, behaviour: Behaviour<unknown>): { statusCode: number; data: unknown } {
  if (behaviour === 'silence') throw new Error('request:fail timeout');
  if (behaviour === 'cut off') return { statusCode: 200, data: null };
  if ('answer' in behaviour) return { statusCode: 200, data: ROUTES[name].answer.parse(behaviour.answer) };
  if ('status' in behaviour) return { statusCode: behaviour.status, data: '<html>' };
  const { kind } = ERRORS[behaviour.refuse];
  return {
    statusCode: STATUS[kind],
    data: { code: behaviour.refuse, kind, text: errorText(behaviour.refuse), nextStep: errorNextStep(behaviour.refuse), requestId: 'r-1' },
  };
}
