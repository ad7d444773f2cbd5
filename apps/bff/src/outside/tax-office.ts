import {
  clearingItemAnswer,
  dailyFileAnswer,
  levyAnswer,
  taxApplicationAnswer,
  taxQueryAnswer,
  taxRefundAnswer,
  taxRefundQueryAnswer,
  taxVoidAnswer,
} from '@gongji/contract';
import type { TaxOffice } from '@gongji/core';
import { z } from 'zod';
import { callOutside, type OutsideCall } from './call-outside';
import { type GuardOptions, guardParty } from './guard-party';

export interface TaxOfficeTimes {
  /** Somebody waits at the screen. */
  readonly questionMs: number;
  readonly changeMs: number;
  /** Ten thousand lines there or back. */
  readonly fileMs: number;
}

export interface TaxOfficeOptions extends Partial<GuardOptions> {
  readonly times?: TaxOfficeTimes;
}

/** An item that cannot be read is one that the answer does not mention: it is asked about by itself, and keeps nobody else's premium from being written down. */
const readableItems = z
  .object({ items: z.array(clearingItemAnswer.nullable().catch(null)) })
  .transform(({ items }) => ({ items: items.filter((item) => item !== null) }));

const TIMES: TaxOfficeTimes = { questionMs: 3_000, changeMs: 5_000, fileMs: 30_000 };

/** The tax office over HTTP, behind a guard. Certificate numbers travel in bodies, never in addresses. */
export function taxOfficeAt(base: string, { times = TIMES, ...guarding }: TaxOfficeOptions = {}): TaxOffice {
  const guard = guardParty(guarding);
  const ask = <S extends z.ZodType>(
    part: string,
    call: Omit<OutsideCall<S>, 'url'> & { readonly path: string; readonly isQuestion: boolean },
  ) => guard({ part, isQuestion: call.isQuestion, send: () => callOutside({ ...call, url: new URL(call.path, base) }) });
  const application = (paymentId: string): string => `/tax/applications/${encodeURIComponent(paymentId)}`;
  const question = { method: 'POST', timeoutMs: times.questionMs, isQuestion: true } as const;
  const change = { method: 'POST', timeoutMs: times.changeMs, isQuestion: false } as const;
  const file = { method: 'POST', timeoutMs: times.fileMs } as const;
  return {
    findLevy: (body) => ask('levy', { ...question, path: '/tax/levies/query', body, schema: levyAnswer }),
    apply: (body) => ask('apply', { ...change, path: '/tax/applications', body, schema: taxApplicationAnswer }),
    void: (paymentId) => ask('void', { ...change, path: `${application(paymentId)}/void`, body: {}, schema: taxVoidAnswer }),
    query: (paymentId) => ask('query', { ...question, method: 'GET', path: application(paymentId), schema: taxQueryAnswer }),
    refund: ({ paymentId, ...body }) =>
      ask('refund', { ...change, path: `${application(paymentId)}/refund`, body, schema: taxRefundAnswer }),
    queryRefund: (refundId) =>
      ask('query-refund', {
        ...question,
        method: 'GET',
        path: `/tax/refunds/${encodeURIComponent(refundId)}`,
        schema: taxRefundQueryAnswer,
      }),
    dailyFile: (body) =>
      ask(`file/${body.regionCode}`, { ...file, isQuestion: true, path: '/tax/daily-files', body, schema: dailyFileAnswer }),
    // By region: one that is out does not open the circuit for the others.
    clear: (body) =>
      ask(`clear/${body.regionCode}`, { ...file, isQuestion: false, path: '/tax/clearing-files', body, schema: readableItems }),
  };
}
