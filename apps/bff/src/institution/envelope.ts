import type { fsiAnswer } from '@gongji/contract';
import { type AppError, errorText, kindOf, SHANGHAI_OFFSET_MS } from '@gongji/domain';
import type { z } from 'zod';
import { STATUS_OF } from '../http/error-response';

export type FsiAnswer = z.infer<typeof fsiAnswer>;

interface Answering {
  readonly requestId: string;
  readonly now: Date;
}

/** yyyy-MM-dd HH:mm:ss in Shanghai. */
export const shanghaiSecond = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** yyyyMMddHHmmssSSS in Shanghai. */
const respondTime = (now: Date): string => new Date(now.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace(/\D/g, '');

export const doneAnswer = ({ requestId, now }: Answering, output: unknown): FsiAnswer => ({
  infcode: 0,
  inf_refmsgid: requestId,
  refmsg_time: respondTime(now),
  respond_time: respondTime(now),
  err_msg: '',
  output,
});

/** The gateway's own four refusals are the bare texts of the specification; everything else carries our code in front. */
export const refusedAnswer = ({ requestId, now }: Answering, error: AppError): FsiAnswer => ({
  infcode: -1,
  inf_refmsgid: requestId,
  refmsg_time: respondTime(now),
  respond_time: respondTime(now),
  err_msg: kindOf(error.code) === 'unauthenticated' ? errorText(error.code) : `[${error.code}] ${errorText(error.code, error.facts)}`,
  output: null,
});

/** A refused transaction is a 200 with infcode -1, as institutions' programs expect; only the gateway itself and our own trouble have a status. */
export function statusOf(error: AppError): number {
  const kind = kindOf(error.code);
  return kind === 'unauthenticated' || kind === 'unavailable' || kind === 'bug' ? STATUS_OF[kind] : 200;
}
