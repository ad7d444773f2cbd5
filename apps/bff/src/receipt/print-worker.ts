import { formSheet } from './form-sheet';
import { paintDocument } from './paint-document';
import { paintPicture, registerTypefaces } from './paint-picture';
import type { PrintTask } from './printed-receipt';
import { receiptSheet } from './receipt-sheet';
import { openTypefaces } from './typeface';

// A thread of its own: opening the faces once, then one paper after the other.

const faces = openTypefaces();
registerTypefaces(faces);

export default async function print(task: PrintTask): Promise<Uint8Array> {
  if (task.kind === 'form') return paintDocument(formSheet(task.form, faces), faces);
  const sheet = receiptSheet(task.receipt, faces);
  return task.format === 'png' ? paintPicture(sheet) : paintDocument(sheet, faces);
}
