import type { Selectable } from 'kysely';
import type { CoreDeps } from '../deps';
import type { PrivacyConsentRow } from './privacy-tables';
import type { Reader, Tx } from './transaction';

type StoredConsent = Selectable<PrivacyConsentRow>;

/** Every step there was, the newest first. */
export const findPrivacyConsents = (reader: Reader, personId: string): Promise<StoredConsent[]> =>
  reader.selectFrom('privacy_consents').selectAll().where('holder_id', '=', personId).orderBy('id', 'desc').execute();

export async function savePrivacyConsent(
  tx: Tx,
  deps: CoreDeps,
  { personId, version, step }: { readonly personId: string; readonly version: string; readonly step: StoredConsent['step'] },
): Promise<void> {
  await tx.insertInto('privacy_consents').values({ holder_id: personId, version, step, at: deps.now() }).execute();
}
