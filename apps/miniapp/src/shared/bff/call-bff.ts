import type { Answer, Body, RouteName } from '@gongji/contract';
import { PIECES } from '@gongji/texts';
import { newId } from '../platform/new-id';
import { isOffline } from '../platform/network';
import { type Asked, queryText } from '../platform/query-text';
import type { Outcome, Refusal } from './outcome';
import { outcomeOf } from './outcome-of';
import { fingerprint, forgetKey, keyFor, wasSent } from './request-key';
import { ROUTES } from './routes';
import { send } from './send';
import { withSession } from './with-session';

export interface CallOptions<N extends RouteName> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Asked;
  readonly body?: Body<N>;
  /** Each call is a wish of its own, even with the same content: only for writes whose repetition costs nothing, like showing a code. */
  readonly always?: boolean;
  /** For somebody who waits at a counter: how long an answer may take. */
  readonly timeoutMs?: number;
}

/** Said only where nothing left the phone: then it is known that nothing happened. */
const NOT_SENT: Refusal = {
  code: 'PHONE_OFFLINE',
  text: PIECES.notSent.text,
  nextStep: PIECES.notSent.next,
  requestId: null,
  fields: [],
};

/** The only way to the BFF. Never throws. A write keeps its key until its outcome is known. */
export async function callBff<N extends RouteName>(name: N, options: CallOptions<N> = {}): Promise<Outcome<Answer<N>>> {
  const [method, template, kind] = ROUTES[name];
  const path = `/api${filled(template, options.path)}${queryText(options.query)}`;
  const body = options.body ?? (method === 'POST' ? {} : undefined);
  const intent = options.always ? newId() : `${name}:${fingerprint(`${path} ${JSON.stringify(body)}`)}`;
  const sentBefore = wasSent(intent);
  if (kind === 'write' && !options.always && !sentBefore && (await isOffline())) return { kind: 'refused', refusal: NOT_SENT };
  // What the wish is about: /api/bindings/… and all below it, or what a PUT replaces. A POST without an id creates something of its own, like a payment.
  const thing = method === 'POST' && !options.path ? intent : path.split('/', 4).join('/');
  const key = kind === 'write' ? keyFor(intent, thing) : undefined;

  const reply = await withSession(name !== 'logIn', (session) => {
    const headers = { ...session, ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const patience = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
    return send({ method, path, headers, ...patience, ...(body === undefined ? {} : { body }) });
  });
  const outcome = outcomeOf<Answer<N>>(reply, key, sentBefore);
  if (key !== undefined && (outcome.kind !== 'unknown' || options.always)) forgetKey(intent);
  return outcome;
}

export const filled = (template: string, values: Readonly<Record<string, string>> = {}): string =>
  template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
