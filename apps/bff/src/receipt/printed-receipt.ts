import type { ReceiptView } from '@gongji/core';
import type { PrintedForm } from './printed-form';

/** A receipt with what only the edge knows. */
export interface PrintedReceipt extends Omit<ReceiptView, 'personMark'> {
  /** Where anybody can check it; the QR code. */
  readonly verifyAddress: string;
  /** Synthetic people and money, and the paper says so. */
  readonly demo: boolean;
  /** With the English under each text: offices read the Chinese, whoever holds it may read the other. */
  readonly english: boolean;
}

export type ReceiptFormat = 'png' | 'pdf';

/** Throws SERVICE_BUSY while as many as are allowed at once are being drawn. */
export type PrintReceipt = (receipt: PrintedReceipt, format: ReceiptFormat) => Promise<Uint8Array>;

export type PrintTask =
  | { readonly kind: 'receipt'; readonly receipt: PrintedReceipt; readonly format: ReceiptFormat }
  | { readonly kind: 'form'; readonly form: PrintedForm };
