import type { ErrorResponse } from '@gongji/contract';
import type { Outcome, Refusal } from './outcome';
import type { Reply } from './send';

/** Turned away at the door: nobody has looked at the request itself. */
const NOT_LOOKED_AT = [401, 503];

export function outcomeOf<T>(reply: Reply | undefined, key: string | undefined, sentBefore = false): Outcome<T> {
  if (reply === undefined) return { kind: 'unknown', reference: key ?? null };
  if (reply.status < 300) return { kind: 'done', answer: reply.body as T };
  const refusal = refusalOf(reply.body);
  // A 5xx without the catalogue's words, or a bug in the server, says nothing about whether it happened. Nor does being turned away now, about what was sent before.
  if (refusal === undefined || reply.status === 500 || (sentBefore && NOT_LOOKED_AT.includes(reply.status)))
    return { kind: 'unknown', reference: refusal?.requestId ?? key ?? null };
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
