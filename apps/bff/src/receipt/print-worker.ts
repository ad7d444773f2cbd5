import { paintDocument } from './paint-document';
import { paintPicture, registerTypefaces } from './paint-picture';
import type { PrintedReceipt, ReceiptFormat } from './printed-receipt';
import { receiptSheet } from './receipt-sheet';
import { openTypefaces } from './typeface';

// A thread of its own: opening the faces once, then one receipt after the other.

const faces = openTypefaces();
registerTypefaces(faces);

interface Task {
  readonly receipt: PrintedReceipt;
  readonly format: ReceiptFormat;
}

export default async function print({ receipt, format }: Task): Promise<Uint8Array> {
  const sheet = receiptSheet(receipt, faces);
  return format === 'png' ? paintPicture(sheet) : paintDocument(sheet, faces);
}
