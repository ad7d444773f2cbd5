import { createHmac } from 'node:crypto';
import { fsiAnswer } from '@gongji/contract';
import { INSTITUTIONS } from '../../apps/sandbox/src/people/institutions';
import { type Edge, type EdgeAddress, OPENING_TIME } from './edge';
import { type Reply, send } from './edge-client';

// A counter's own program, written from the specification and not from the gateway's code.

/** An edge in a process of its own shows no clock: then `signedAt` tells the time. */
type FsiEdge = EdgeAddress & Partial<Pick<Edge, 'deps'>>;

export const HOSPITAL = 'H44030000001';
export const PHARMACY = 'P44030000001';

export interface FsiAsk {
  readonly infno: string;
  readonly input: unknown;
  readonly institution?: string;
  readonly msgid?: string;
  /** Changes to what a correct program would send. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly envelope?: Readonly<Record<string, unknown>>;
  readonly signedAt?: Date;
  readonly accessKey?: string;
  readonly secretKey?: string;
}

let serial = 0;
/** A number made at an instant, by the clock of Shanghai. */
export function nextMsgid(institution = HOSPITAL, at = OPENING_TIME): string {
  const second = new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${institution}${second}${String((serial += 1) % 10_000).padStart(4, '0')}`;
}

export async function sendFsi(edge: FsiEdge, ask: FsiAsk): Promise<Reply> {
  const { headers, body } = fsiMessage(ask, edge.deps?.core.now() ?? ask.signedAt ?? new Date());
  return send(edge, { method: 'POST', path: `/fsi/${ask.infno}`, headers, body });
}

/** A message as it leaves. */
export function fsiMessage(ask: FsiAsk, now: Date) {
  const { infno, input, institution = HOSPITAL } = ask;
  const keys = INSTITUTIONS.find(({ code }) => code === institution);
  const signed = {
    _api_access_key: ask.accessKey ?? keys?.accessKey ?? 'nobody',
    _api_name: infno,
    _api_timestamp: String((ask.signedAt ?? now).getTime()),
    _api_version: '1.0.0',
  };
  const text = Object.entries(signed)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const signature = createHmac('sha1', ask.secretKey ?? keys?.secretKey ?? '')
    .update(text)
    .digest('base64');
  const headers = { ...signed, _api_signature: signature, ...ask.headers };
  const body = {
    infno,
    msgid: ask.msgid ?? nextMsgid(institution, now),
    fixmedins_code: institution,
    fixmedins_name: '演示机构',
    opter: '01',
    opter_name: '演示',
    inf_time: '2026-11-23 10:00:00',
    input,
    ...ask.envelope,
  };
  const given = Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { headers: given, body };
}

/** The output; throws where the gateway said no. */
export async function fsiOutput<T = Record<string, unknown>>(edge: FsiEdge, ask: FsiAsk): Promise<T> {
  const { status, body } = await sendFsi(edge, ask);
  const answer = fsiAnswer.parse(body);
  if (status !== 200 || answer.infcode !== 0) throw new Error(`${ask.infno} answered ${status}: ${answer.err_msg}`);
  return answer.output as T;
}

/** The code in front of the refusal's text; throws where the gateway said yes. */
export async function fsiRefusal(edge: FsiEdge, ask: FsiAsk): Promise<string> {
  const { status, body } = await sendFsi(edge, ask);
  const answer = fsiAnswer.parse(body);
  if (answer.infcode !== -1) throw new Error(`${ask.infno} was done`);
  return status === 200 ? (/^\[([A-Z_]+)\] ./.exec(answer.err_msg)?.[1] ?? answer.err_msg) : `${status} ${answer.err_msg}`;
}
