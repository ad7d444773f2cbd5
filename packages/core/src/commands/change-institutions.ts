import type { CoreDeps } from '../deps';
import type { InstitutionFacts, SmEnvelope } from '../requests';
import {
  findKeysInUse,
  type InstitutionKey,
  lockInstitution,
  removeKeys,
  saveEnvelope,
  saveInstitution,
  saveKey,
} from '../store/institution.store';
import { institutionAccount, openClearingAccount } from '../store/ledger.store';
import { type AuditLine, writeAudit } from '../store/record.store';
import { inTransaction } from '../store/transaction';
import type { AuditAction } from '../texts/audit-texts';

/** The one that is leaving and the one that is coming. */
const MOST_KEYS = 2;
const ACCESS_KEY_BYTES = 12;
const SECRET_KEY_BYTES = 32;

/** An institution that speaks plain messages, with its first pair, made here. The secret is told this once. One that is there stays as it is. */
export const addInstitution = (deps: CoreDeps, institution: InstitutionFacts): Promise<InstitutionKey | 'is-there'> =>
  inTransaction(deps.db, async (tx) => {
    if ((await lockInstitution(tx, institution.code)) !== undefined) return 'is-there';
    const key = newKey(deps, await saveInstitution(tx, deps, institution));
    await saveKey(tx, deps, key);
    await openClearingAccount(tx, deps, institutionAccount(key.institutionId));
    await writeAudit(tx, deps, [noteOf(key.institutionId, 'institution-added')]);
    return key;
  });

/** A second pair for an institution, made here; the first goes on working until it is removed. The secret is told this once. */
export const addInstitutionKey = (deps: CoreDeps, code: string): Promise<InstitutionKey | 'no-such-institution' | 'has-two'> =>
  inTransaction(deps.db, async (tx) => {
    const institutionId = await lockInstitution(tx, code);
    if (institutionId === undefined) return 'no-such-institution';
    if ((await findKeysInUse(tx, institutionId)).length >= MOST_KEYS) return 'has-two';
    const key = newKey(deps, institutionId);
    await saveKey(tx, deps, key);
    await writeAudit(tx, deps, [noteOf(institutionId, 'institution-key-added')]);
    return key;
  });

const newKey = ({ randomBytes }: CoreDeps, institutionId: string): InstitutionKey => ({
  institutionId,
  accessKey: randomBytes(ACCESS_KEY_BYTES).toString('base64url'),
  secretKey: randomBytes(SECRET_KEY_BYTES).toString('base64url'),
});

export interface RemoveKey {
  readonly code: string;
  readonly accessKey: string;
}

/** From the next message on. The last pair stays: an institution without one is not what changing over means. */
export const removeInstitutionKey = (deps: CoreDeps, { code, accessKey }: RemoveKey): Promise<'removed' | 'no-such-key' | 'is-last'> =>
  inTransaction(deps.db, async (tx) => {
    const institutionId = await lockInstitution(tx, code);
    const inUse = institutionId === undefined ? [] : await findKeysInUse(tx, institutionId);
    if (institutionId === undefined || !inUse.includes(accessKey)) return 'no-such-key';
    if (inUse.length === 1) return 'is-last';
    await removeKeys(tx, deps, [accessKey]);
    await writeAudit(tx, deps, [noteOf(institutionId, 'institution-key-removed')]);
    return 'removed';
  });

export interface ChangeEnvelope {
  readonly code: string;
  /** null: plain messages. */
  readonly sm: SmEnvelope | null;
}

/** From the next message on, in both directions. An envelope is not exchanged for another in one step: it would be a message too late for one side. */
export const changeEnvelope = (deps: CoreDeps, { code, sm }: ChangeEnvelope): Promise<'changed' | 'no-such-institution' | 'is-so'> =>
  inTransaction(deps.db, async (tx) => {
    const institutionId = await lockInstitution(tx, code);
    if (institutionId === undefined) return 'no-such-institution';
    if (!(await saveEnvelope(tx, deps, { institutionId, sm }))) return 'is-so';
    await writeAudit(tx, deps, [noteOf(institutionId, sm === null ? 'institution-envelope-removed' : 'institution-envelope-added')]);
    return 'changed';
  });

/** The keys themselves are in no log. */
const noteOf = (institutionId: string, action: AuditAction): AuditLine => ({
  holderId: institutionId,
  actor: { kind: 'job' },
  action,
  subjectId: institutionId,
});
