import { speaksEnglish } from '../text/say';
import { type CallOptions, filled } from './call-bff';
import { queryText } from '../platform/query-text';
import type { Outcome } from './outcome';
import { outcomeOf } from './outcome-of';
import { type ReceivedFile, receive } from './receive';
import { ROUTES } from './routes';
import { withSession } from './with-session';

export type FileRoute =
  | 'receiptPicture'
  | 'receiptDocument'
  | 'accountEntriesFile'
  | 'counterForm'
  | 'ownCounterForm'
  | 'exportFile'
  | 'exportPage';

/** A file of the BFF, in the language of this phone. Never throws. */
export async function fetchFile(
  name: FileRoute,
  path: Readonly<Record<string, string>>,
  query: CallOptions<FileRoute>['query'] = {},
): Promise<Outcome<ReceivedFile>> {
  const [, template] = ROUTES[name];
  const reply = await withSession(true, (headers) =>
    receive(`/api${filled(template, path)}${queryText(query)}`, { ...headers, 'accept-language': speaksEnglish() ? 'en' : 'zh-CN' }),
  );
  return outcomeOf<ReceivedFile>(reply, undefined);
}
