import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { hashOf } from './sealing';
import type { InsuranceCodeRow } from './tables';
import type { Reader, Tx } from './transaction';

export interface NewCode {
  readonly personId: string;
  readonly showerId: string;
  readonly bindingId: string | null;
  readonly deviceId: string;
  readonly payload: string;
  readonly expiresAt: Date;
}

/** Issues a code and ends the one that this phone showed of this person before. */
export async function issueCode(tx: Tx, deps: CoreDeps, code: NewCode): Promise<string> {
  const now = deps.now();
  await tx
    .updateTable('insurance_codes')
    .set({ replaced_at: now })
    .where('holder_id', '=', code.personId)
    .where('shower_id', '=', code.showerId)
    .where('device_id', '=', code.deviceId)
    .where('replaced_at', 'is', null)
    .where('scanned_at', 'is', null)
    .execute();
  const id = deps.newId();
  const unused = { replaced_at: null, scanned_at: null, institution_id: null, token_hash: null, token_expires_at: null, settled_at: null };
  await tx
    .insertInto('insurance_codes')
    .values({
      ...unused,
      id,
      holder_id: code.personId,
      shower_id: code.showerId,
      binding_id: code.bindingId,
      device_id: code.deviceId,
      payload_hash: hashOf(code.payload),
      issued_at: now,
      expires_at: code.expiresAt,
    })
    .execute();
  return id;
}

/** In the order of ids, after the bindings they rest on. */
export async function lockCodesByPayload(tx: Tx, payloads: readonly string[]): Promise<void> {
  await codesByHash(tx, 'payload_hash', payloads).orderBy('id').forNoKeyUpdate().execute();
}

export async function lockCodesByToken(tx: Tx, tokens: readonly string[]): Promise<void> {
  await codesByHash(tx, 'token_hash', tokens).orderBy('id').forNoKeyUpdate().execute();
}

export async function lockCodes(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.selectFrom('insurance_codes').select('id').where('id', '=', anyOf(ids)).orderBy('id').forNoKeyUpdate().execute();
}

/** Each payload with its code; unknown ones are left out. */
export async function findCodesByPayload(reader: Reader, payloads: readonly string[]): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  return bySecret(payloads, await codesByHash(reader, 'payload_hash', payloads).execute(), 'payload_hash');
}

export async function findCodesByToken(reader: Reader, tokens: readonly string[]): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  return bySecret(tokens, await codesByHash(reader, 'token_hash', tokens).execute(), 'token_hash');
}

type HashColumn = 'payload_hash' | 'token_hash';

const codesByHash = (reader: Reader, column: HashColumn, secrets: readonly string[]) =>
  reader
    .selectFrom('insurance_codes')
    .selectAll()
    .where(column, '=', sql<Buffer>`any(${secrets.map(hashOf)}::bytea[])`);

function bySecret(
  secrets: readonly string[],
  rows: readonly InsuranceCodeRow[],
  column: HashColumn,
): ReadonlyMap<string, InsuranceCodeRow> {
  const byHash = new Map(rows.map((row) => [row[column]?.toString('hex'), row]));
  const found = new Map<string, InsuranceCodeRow>();
  for (const secret of secrets) {
    const row = byHash.get(hashOf(secret).toString('hex'));
    if (row !== undefined) found.set(secret, row);
  }
  return found;
}

export interface Scan {
  readonly codeId: string;
  readonly institutionId: string;
  readonly token: string;
  readonly tokenExpiresAt: Date;
}

export async function burnCode(tx: Tx, deps: CoreDeps, scan: Scan): Promise<void> {
  await tx
    .updateTable('insurance_codes')
    .set({
      scanned_at: deps.now(),
      institution_id: scan.institutionId,
      token_hash: hashOf(scan.token),
      token_expires_at: scan.tokenExpiresAt,
    })
    .where('id', '=', scan.codeId)
    .execute();
}

export async function markSettled(tx: Tx, deps: CoreDeps, codeIds: readonly string[]): Promise<void> {
  await tx.updateTable('insurance_codes').set({ settled_at: deps.now() }).where('id', '=', anyOf(codeIds)).execute();
}

export async function findCode(reader: Reader, id: string): Promise<InsuranceCodeRow | undefined> {
  return reader.selectFrom('insurance_codes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Every display of this person's code, newest first, whoever showed it. */
export const findDisplays = (reader: Reader, personId: string): Promise<InsuranceCodeRow[]> =>
  reader
    .selectFrom('insurance_codes')
    .selectAll()
    .where('holder_id', '=', personId)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();

/** Somebody has scanned the person's code, and the settlement is still to come. */
export async function isSettling(reader: Reader, personId: string, now: Date): Promise<boolean> {
  const query = reader.selectFrom('insurance_codes').select('id').where('holder_id', '=', personId).where('token_expires_at', '>', now);
  return (await query.where('settled_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}
