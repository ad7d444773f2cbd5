import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { hashOf } from './sealing';
import type { InsuranceCodeRow } from './tables';
import { afterCommit, type Reader, type Tx } from './transaction';

/** Whoever watches these codes is to look at them again. */
export function noteChanged(tx: Tx, { codesChanged }: CoreDeps, codeIds: readonly string[]): void {
  if (codesChanged !== undefined && codeIds.length > 0) afterCommit(tx, () => codesChanged(codeIds));
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

export async function burnCodes(tx: Tx, deps: CoreDeps, scans: readonly Scan[]): Promise<void> {
  if (scans.length === 0) return;
  await sql`
    update insurance_codes c set scanned_at = ${deps.now()}, institution_id = s.institution_id, token_hash = s.token_hash, token_expires_at = s.token_expires_at
      from unnest(${scans.map((scan) => scan.codeId)}::uuid[], ${scans.map((scan) => scan.institutionId)}::uuid[],
             ${scans.map((scan) => hashOf(scan.token))}::bytea[], ${scans.map((scan) => scan.tokenExpiresAt)}::timestamptz[])
             as s (id, institution_id, token_hash, token_expires_at)
     where c.id = s.id`.execute(tx);
  noteChanged(
    tx,
    deps,
    scans.map((scan) => scan.codeId),
  );
}

export async function markSettled(tx: Tx, deps: CoreDeps, codeIds: readonly string[]): Promise<void> {
  await tx.updateTable('insurance_codes').set({ settled_at: deps.now() }).where('id', '=', anyOf(codeIds)).execute();
  noteChanged(tx, deps, codeIds);
}

export async function findCodes(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('insurance_codes').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findCode(reader: Reader, id: string): Promise<InsuranceCodeRow | undefined> {
  return (await findCodes(reader, [id])).get(id);
}

export interface AskDisplays {
  readonly personId: string;
  /** The display that these come before; one that is not this person's finds nothing. */
  readonly beforeId: string | undefined;
  readonly limit: number;
}

/** Displays of this person's code, newest first, whoever showed it. */
export async function findDisplays(reader: Reader, { personId, beforeId, limit }: AskDisplays): Promise<readonly InsuranceCodeRow[]> {
  const all = reader.selectFrom('insurance_codes').selectAll().where('holder_id', '=', personId);
  const before = sql<boolean>`(issued_at, id) < (select issued_at, id from insurance_codes where id = ${beforeId} and holder_id = ${personId})`;
  const asked = beforeId === undefined ? all : all.where(before);
  return asked.orderBy('issued_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Somebody has scanned the person's code, and the settlement is still to come. */
export async function isSettling(reader: Reader, personId: string, now: Date): Promise<boolean> {
  const query = reader.selectFrom('insurance_codes').select('id').where('holder_id', '=', personId).where('token_expires_at', '>', now);
  return (await query.where('settled_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}

/** Scans of a person at one institution whose token is still good. */
export const findOpenScans = (
  reader: Reader,
  { institutionId, personId, now }: { readonly institutionId: string; readonly personId: string; readonly now: Date },
): Promise<InsuranceCodeRow[]> =>
  reader
    .selectFrom('insurance_codes')
    .selectAll()
    .where('holder_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .where('token_expires_at', '>', now)
    .where('settled_at', 'is', null)
    .execute();
