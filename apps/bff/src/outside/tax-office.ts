import {
  clearingFileAnswer,
  levyAnswer,
  taxApplicationAnswer,
  taxQueryAnswer,
  taxRefundAnswer,
  taxRefundQueryAnswer,
  taxVoidAnswer,
} from '@gongji/contract';
import type { TaxOffice } from '@gongji/core';
import { callOutside } from './call-outside';

const TIMEOUT_MS = 5_000;
const CLEARING_TIMEOUT_MS = 30_000;

/** The tax office over HTTP. Certificate numbers travel in bodies, never in addresses. */
export function taxOfficeAt(base: string): TaxOffice {
  const at = (path: string): URL => new URL(path, base);
  const application = (paymentId: string): string => `/tax/applications/${encodeURIComponent(paymentId)}`;
  const post = { method: 'POST', timeoutMs: TIMEOUT_MS } as const;
  return {
    findLevy: (body) => callOutside({ ...post, url: at('/tax/levies/query'), body, schema: levyAnswer }),
    apply: (body) => callOutside({ ...post, url: at('/tax/applications'), body, schema: taxApplicationAnswer }),
    void: (paymentId) => callOutside({ ...post, url: at(`${application(paymentId)}/void`), body: {}, schema: taxVoidAnswer }),
    query: (paymentId) => callOutside({ method: 'GET', url: at(application(paymentId)), schema: taxQueryAnswer, timeoutMs: TIMEOUT_MS }),
    refund: ({ paymentId, ...body }) =>
      callOutside({ ...post, url: at(`${application(paymentId)}/refund`), body, schema: taxRefundAnswer }),
    queryRefund: (refundId) =>
      callOutside({
        method: 'GET',
        url: at(`/tax/refunds/${encodeURIComponent(refundId)}`),
        schema: taxRefundQueryAnswer,
        timeoutMs: TIMEOUT_MS,
      }),
    clear: (body) =>
      callOutside({ ...post, url: at('/tax/clearing-files'), body, schema: clearingFileAnswer, timeoutMs: CLEARING_TIMEOUT_MS }),
  };
}
