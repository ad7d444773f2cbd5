import { types } from 'node:util';
import { NoAnswer, NotSent, Unreadable } from '@gongji/core';
import { AppError } from '@gongji/domain';
import type { z } from 'zod';

export interface OutsideCall<S extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly body?: unknown;
  readonly schema: S;
  readonly timeoutMs: number;
}

/** Errors of the connection itself: the message never left. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Throws NotSent where the message surely did not arrive, NoAnswer where it may have: a reset, a timeout, a failure there; Unreadable where another answer came than agreed. */
export async function callOutside<S extends z.ZodType>(call: OutsideCall<S>): Promise<z.output<S>> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  const sent = call.body === undefined ? {} : { body: JSON.stringify(call.body), headers: { 'Content-Type': 'application/json' } };
  const answer = await fetch(call.url, { method: call.method, signal, redirect: 'error', ...sent }).catch((error: unknown) => {
    throw NOT_SENT.has(causeCode(error)) ? new NotSent() : new NoAnswer();
  });
  const raw = await readJson(answer).catch(() => undefined);
  if (!answer.ok || raw === undefined) throw new NoAnswer();
  const read = call.schema.safeParse(raw);
  if (!read.success) throw new Unreadable(placeOf(read.error));
  return read.data;
}

/** For whoever waits for an answer that did not come. */
export const saysNothing = (party: string) => (): never => {
  throw new AppError('OUTSIDE_UNAVAILABLE', { party });
};

/** Ten thousand lines are two million bytes; whoever sends many times that is not heard to the end. */
const MOST_BYTES = 32_000_000;

async function readJson({ body }: Response): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > MOST_BYTES) throw new NoAnswer();
    pieces.push(piece);
  }
  return JSON.parse(new TextDecoder().decode(Buffer.concat(pieces)));
}

/** Where the first fault is, in names of fields and places in lists: what the other side sent there is personal data. */
const placeOf = ({ issues: [issue] }: z.ZodError): string => issue?.path.join('.') ?? '';

function causeCode(error: unknown): string {
  const cause = types.isNativeError(error) ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
