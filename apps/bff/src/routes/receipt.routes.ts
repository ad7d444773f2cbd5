import { readReceipt, verifyReceipt } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { EdgeContext, Session } from '../http/edge-context';
import type { RateLimit } from '../http/rate-limit';
import { wantsEnglish } from './read-language';
import type { Routes } from './route-table';

type ReceiptRoutes = Routes<'receipt' | 'receiptPicture' | 'receiptDocument' | 'verifyReceipt'>;

interface FileCall {
  readonly session: Session;
  readonly params: { readonly paymentId: string };
  readonly ctx: EdgeContext;
}

export function receiptRoutes({ core, printReceipt, publicUrl, sandbox }: AppDeps, limit: RateLimit): ReceiptRoutes {
  const file =
    (format: 'png' | 'pdf') =>
    async ({ session: { personId }, params, ctx }: FileCall): Promise<Uint8Array> => {
      const receipt = await readReceipt(core, { personId, ...params });
      await limit.count('receiptFilesPerPerson', personId);
      const { ourNumber, hash } = receipt;
      // In the fragment: what the paper says reaches no server by being opened.
      const verifyAddress = `${publicUrl}/#/pages/paying/verify-receipt/index?code=${ourNumber}.${hash}`;
      const bytes = await printReceipt({ ...receipt, verifyAddress, demo: sandbox !== null, english: wantsEnglish(ctx) }, format);
      // Our number says nothing about anybody.
      ctx.attachment(`gongji-${ourNumber}.${format}`);
      return bytes;
    };
  return {
    receipt: ({ session, params }) => readReceipt(core, { personId: session.personId, ...params }),
    receiptPicture: file('png'),
    receiptDocument: file('pdf'),
    verifyReceipt: async ({ body, ctx }) => {
      await limit.count('receiptChecksPerAddress', ctx.ip);
      return { ...(await verifyReceipt(core, body)), demo: sandbox !== null };
    },
  };
}
