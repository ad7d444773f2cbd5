import { AppError, PRIVACY_TEXT } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findPrivacyConsents, savePrivacyConsent } from '../store/consent-to-privacy.store';
import { findPerson, isHere, lockPersons } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Reader } from '../store/transaction';

interface Asked {
  readonly personId: string;
  /** What the person has read and agreed to just now; undefined: nothing. */
  readonly version: string | undefined;
}

/**
 * Comes before anything else that a log-in reads or keeps: the person agrees now, or has agreed to the text in force. PRIVACY_CONSENT_REQUIRED otherwise,
 * PRIVACY_CONSENT_OUTDATED for a text that does not hold any more, and PERSON_NOT_ENROLLED for somebody who has left by then. Agreeing again writes nothing.
 */
export async function agreeToPrivacy(deps: CoreDeps, { personId, version }: Asked): Promise<void> {
  if (await hasAgreed(deps.db, personId)) return;
  if (version === undefined) throw new AppError('PRIVACY_CONSENT_REQUIRED');
  if (version !== PRIVACY_TEXT.version) throw new AppError('PRIVACY_CONSENT_OUTDATED');
  await inTransaction(deps.db, async (tx) => {
    await lockPersons(tx, [personId]);
    if (await hasAgreed(tx, personId)) return;
    if (!isHere(await findPerson(tx, personId))) throw new AppError('PERSON_NOT_ENROLLED');
    await savePrivacyConsent(tx, deps, { personId, version, step: 'given' });
    const actor = { kind: 'person', id: personId } as const;
    await writeAudit(tx, deps, [{ holderId: personId, actor, action: 'privacy-agreed', subjectId: personId, reason: version }]);
  });
}

async function hasAgreed(reader: Reader, personId: string): Promise<boolean> {
  const [last] = await findPrivacyConsents(reader, personId);
  return last !== undefined && last.step === 'given' && last.version === PRIVACY_TEXT.version;
}
