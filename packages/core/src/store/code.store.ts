import type { CoreDeps } from '../deps';
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

/** By what was scanned; locked in the order of ids. */
export async function lockCodesByPayload(tx: Tx, payloads: readonly string[]): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  const rows = await tx
    .selectFrom('insurance_codes')
    .selectAll()
    .where('payload_hash', 'in', payloads.map(hashOf))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return byHash(payloads, rows, 'payload_hash');
}

export async function lockCodesByToken(tx: Tx, tokens: readonly string[]): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  const rows = await codesByToken(tx, tokens).orderBy('id').forNoKeyUpdate().execute();
  return byHash(tokens, rows, 'token_hash');
}

export async function findCodesByToken(reader: Reader, tokens: readonly string[]): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  return byHash(tokens, await codesByToken(reader, tokens).execute(), 'token_hash');
}

const codesByToken = (reader: Reader, tokens: readonly string[]) =>
  reader.selectFrom('insurance_codes').selectAll().where('token_hash', 'in', tokens.map(hashOf));

function byHash(
  secrets: readonly string[],
  rows: readonly InsuranceCodeRow[],
  column: 'payload_hash' | 'token_hash',
): ReadonlyMap<string, InsuranceCodeRow> {
  const found = new Map<string, InsuranceCodeRow>();
  for (const secret of secrets) {
    const hash = hashOf(secret);
    const row = rows.find((each) => each[column]?.equals(hash) === true);
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
  await tx
    .updateTable('insurance_codes')
    .set({ settled_at: deps.now() })
    .where('id', 'in', [...codeIds])
    .execute();
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
