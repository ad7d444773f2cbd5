import { filled } from './call-bff';
import type { Outcome } from './outcome';
import { outcomeOf } from './outcome-of';
import { type ReceivedFile, receive } from './receive';
import { ROUTES } from './routes';
import { withSession } from './with-session';

export type FileRoute = 'receiptPicture' | 'receiptDocument';

/** A file of the BFF. Never throws. */
export async function fetchFile(name: FileRoute, path: Readonly<Record<string, string>>): Promise<Outcome<ReceivedFile>> {
  const [, template] = ROUTES[name];
  const reply = await withSession(true, (headers) => receive(`/api${filled(template, path)}`, headers));
  return outcomeOf<ReceivedFile>(reply, undefined);
}
