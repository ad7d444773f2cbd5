import { fsiAnswer, type fsiEnvelope, type Infno, type SandboxInstitution } from '@gongji/contract';
import { AppError, ERRORS } from '@gongji/domain';
import type { z } from 'zod';
import type { SandboxDeps } from '../deps';
import { institutionByCode } from '../people/institutions';
import { signedHeaders } from './signature';

/** A counter waits this long; then nobody knows what happened, and the same message is sent again. */
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * done and refused are final. silent: no answer, or one that does not say what became of the request; only the same msgid may follow.
 */
export type FsiOutcome<T> =
  | { readonly state: 'done'; readonly output: T }
  | { readonly state: 'refused'; readonly code: string; readonly text: string }
  | { readonly state: 'silent'; readonly code: string; readonly text: string };

export interface FsiCall<S extends z.ZodType> {
  readonly bffUrl: string;
  readonly institution: SandboxInstitution;
  readonly infno: Infno;
  readonly msgid: string;
  readonly at: Date;
  readonly input: unknown;
  readonly output: S;
}

/** 12 places of the institution, the second in Shanghai, a serial of four digits. */
export const msgidOf = (institutionCode: string, at: Date, serial: number): string =>
  `${institutionCode}${shanghaiSecond(at).replace(/\D/g, '')}${String(serial % 10_000).padStart(4, '0')}`;

/** Counted on in the state, which the caller saves before the message leaves. */
export function nextMsgid({ state, now }: SandboxDeps, institutionCode: string): string {
  const { counter } = state.current;
  counter.lastSerial += 1;
  return msgidOf(institutionCode, now(), counter.lastSerial);
}

/** Throws REQUEST_INVALID. */
export function requireInstitution(code: string): SandboxInstitution {
  const institution = institutionByCode(code);
  if (institution === undefined) throw new AppError('REQUEST_INVALID', { field: '没有这家机构' });
  return institution;
}

/** One signed call of the BFF's gateway, as a hospital's own program would make it. Never throws. */
export async function callGateway<S extends z.ZodType>(call: FsiCall<S>): Promise<FsiOutcome<z.output<S>>> {
  try {
    const answer = await fetch(`${call.bffUrl}/fsi/${call.infno}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedHeaders(call, call.institution) },
      body: JSON.stringify(envelopeOf(call)),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    return read(answer.status, await answer.json(), call.output);
  } catch {
    return { state: 'silent', code: 'NO_ANSWER', text: '医保系统没有回答。' };
  }
}

function envelopeOf({ infno, msgid, institution, at, input }: FsiCall<z.ZodType>): z.infer<typeof fsiEnvelope> {
  return {
    infno,
    msgid,
    fixmedins_code: institution.code,
    fixmedins_name: institution.name,
    opter: 'sandbox-01',
    opter_name: '演示收费员',
    inf_time: shanghaiSecond(at),
    input,
  };
}

export const shanghaiSecond = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

function read<S extends z.ZodType>(status: number, rawAnswer: unknown, schema: S): FsiOutcome<z.output<S>> {
  const answer = fsiAnswer.safeParse(rawAnswer);
  if (!answer.success) return { state: 'silent', code: `HTTP_${status}`, text: '医保系统的回答看不懂。' };
  if (answer.data.infcode === 0) {
    const output = schema.safeParse(answer.data.output);
    return output.success
      ? { state: 'done', output: output.data }
      : { state: 'silent', code: 'ANSWER_INCOMPLETE', text: '医保系统的回答不完整。' };
  }
  const { code, text } = reasonOf(answer.data.err_msg);
  return { state: isFinal(code, status) ? 'refused' : 'silent', code, text };
}

/** The gateway writes `[CODE] text`; another one may write text only. */
function reasonOf(message: string): { code: string; text: string } {
  const coded = /^\[([A-Z0-9_]+)\]\s*(.*)$/s.exec(message);
  return { code: coded?.[1] ?? 'FSI_REFUSED', text: coded?.[2] || message || '医保系统没有说明原因。' };
}

/** "Busy", "not ready", "wrong signature" say nothing about an earlier call with the same msgid, so they settle nothing. */
function isFinal(code: string, status: number): boolean {
  const kind = code in ERRORS ? ERRORS[code as keyof typeof ERRORS].kind : undefined;
  if (kind !== undefined) return kind !== 'unavailable' && kind !== 'unauthenticated' && kind !== 'bug';
  return status < 500 && status !== 401 && status !== 429;
}
