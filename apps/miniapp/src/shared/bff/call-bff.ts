import type { Answer, Body, ErrorResponse, RouteName } from '@gongji/contract';
import { loseToken, readToken } from '../session/token';
import { renewSession } from '../session/silent-log-in';
import { newId } from '../platform/new-id';
import type { Outcome, Refusal } from './outcome';
import { fingerprint, forgetKey, keyFor } from './request-key';
import { ROUTES } from './routes';
import { type Reply, send } from './send';

export interface CallOptions<N extends RouteName> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: Body<N>;
  /** Each call is a wish of its own, even with the same content: only for writes whose repetition costs nothing, like showing a code. */
  readonly always?: boolean;
}

/** The only way to the BFF. Never throws. A write keeps its key until its outcome is known. */
export async function callBff<N extends RouteName>(name: N, options: CallOptions<N> = {}): Promise<Outcome<Answer<N>>> {
  const [method, template, kind] = ROUTES[name];
  const path = `/api${filled(template, options.path)}${queryText(options.query)}`;
  const body = options.body ?? (method === 'POST' ? {} : undefined);
  const intent = options.always ? newId() : `${name}:${fingerprint(`${path} ${JSON.stringify(body)}`)}`;
  const key = kind === 'write' ? keyFor(intent) : undefined;

  const exchange = () => {
    const token = readToken();
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    return send({ method, path, headers, ...(body === undefined ? {} : { body }) });
  };

  let reply = await exchange();
  if (reply?.status === 401 && name !== 'logIn') {
    if (await renewSession()) reply = await exchange();
    if (reply?.status === 401) loseToken();
  }
  const outcome = outcomeOf<Answer<N>>(reply, key);
  if (key !== undefined && (outcome.kind !== 'unknown' || options.always)) forgetKey(intent);
  return outcome;
}

const filled = (template: string, values: Readonly<Record<string, string>> = {}): string =>
  template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

function queryText(query: CallOptions<RouteName>['query'] = {}): string {
  const pairs = Object.keys(query)
    .filter((name) => query[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(String(query[name]))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function outcomeOf<T>(reply: Reply | undefined, key: string | undefined): Outcome<T> {
  if (reply === undefined) return { kind: 'unknown', reference: key ?? null };
  if (reply.status < 300) return { kind: 'done', answer: reply.body as T };
  const refusal = refusalOf(reply.body);
  // A 5xx without the catalogue's words, or a bug in the server, says nothing about whether it happened.
  if (refusal === undefined || reply.status === 500) return { kind: 'unknown', reference: refusal?.requestId ?? key ?? null };
  return { kind: 'refused', refusal };
}

function refusalOf(body: unknown): Refusal | undefined {
  const said = body as Partial<ErrorResponse> | null;
  if (typeof said !== 'object' || said === null || typeof said.code !== 'string' || typeof said.text !== 'string') return undefined;
  return {
    code: said.code,
    text: said.text,
    nextStep: said.nextStep ?? '',
    requestId: said.requestId ?? null,
    fields: said.fields ?? [],
  };
}
