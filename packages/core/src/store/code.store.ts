import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { bytesText, insertRows } from './insert-rows';
import { hashOf } from './sealing';
import type { InsuranceCodeRow } from './tables';
import { afterCommit, type Reader, type Tx } from './transaction';

export interface NewCode {
  readonly id: string;
  readonly personId: string;
  readonly showerId: string;
  readonly bindingId: string | null;
  readonly deviceId: string;
  readonly payload: string;
  readonly expiresAt: Date;
}

/** A code that a phone worked out by itself: it is known from its scan on. */
export interface NewOfflineCode extends Omit<NewCode, 'id'> {
  readonly issuedAt: Date;
  readonly offlineKeyId: string;
  readonly offlineStep: number;
}

/** A phone that shows a person's code; it shows one at a time. */
type Showing = Pick<NewCode, 'personId' | 'showerId' | 'deviceId'>;

const showingName = ({ personId, showerId, deviceId }: Showing): string => `${personId} ${showerId} ${deviceId}`;

/** Ids of what these phones show now, by `showingName`; locked in the order of ids, after the bindings they rest on. */
export async function lockShown(tx: Tx, phones: readonly Showing[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Pick<InsuranceCodeRow, 'id' | 'holder_id' | 'shower_id' | 'device_id'>>`
    select c.id, c.holder_id, c.shower_id, c.device_id
      from (select distinct * from unnest(${phones.map((phone) => phone.personId)}::uuid[], ${phones.map((phone) => phone.showerId)}::uuid[],
              ${phones.map((phone) => phone.deviceId)}::text[]) as p (holder_id, shower_id, device_id)) p
      join insurance_codes c using (holder_id, shower_id, device_id)
     where c.replaced_at is null and c.scanned_at is null order by c.id for no key update of c`.execute(tx);
  return new Map(rows.map((row) => [showingName({ personId: row.holder_id, showerId: row.shower_id, deviceId: row.device_id }), row.id]));
}

/** Issues codes and ends those that the same phones showed before, `shown` or earlier in the list. */
export async function issueCodes(
  tx: Tx,
  deps: CoreDeps,
  { codes, shown }: { readonly codes: readonly NewCode[]; readonly shown: ReadonlyMap<string, string> },
): Promise<void> {
  if (codes.length === 0) return;
  const now = deps.now();
  const last = new Map(codes.map((code) => [showingName(code), code.id]));
  const before = [...last.keys()].flatMap((name) => shown.get(name) ?? []);
  if (before.length > 0) await tx.updateTable('insurance_codes').set({ replaced_at: now }).where('id', '=', anyOf(before)).execute();
  const over = codes.filter((code) => last.get(showingName(code)) !== code.id).map(({ id }) => id);
  await insertRows(tx, 'insurance_codes', {
    rows: codes.map((code) => ({
      ...columnsOf(code),
      id: code.id,
      payload_hash: bytesText(hashOf(code.payload)),
      issued_at: now,
      replaced_at: over.includes(code.id) ? now : null,
    })),
  });
  noteChanged(tx, deps, [...before, ...over]);
}

const UNUSED = {
  replaced_at: null,
  scanned_at: null,
  institution_id: null,
  token_hash: null,
  token_expires_at: null,
  settled_at: null,
  offline_key_id: null,
  offline_step: null,
};

const columnsOf = (code: Omit<NewCode, 'id'>) => ({
  holder_id: code.personId,
  shower_id: code.showerId,
  binding_id: code.bindingId,
  device_id: code.deviceId,
  expires_at: code.expiresAt,
});

/** Issued and scanned in one: the phone could not say so itself. A step that was burnt before violates the database's rule; it is asked about first. */
export async function issueScanned(tx: Tx, deps: CoreDeps, { code, scan }: ScannedOffline): Promise<string> {
  const id = deps.newId();
  await tx
    .insertInto('insurance_codes')
    .values({
      ...UNUSED,
      ...columnsOf(code),
      ...scanColumns(deps, scan),
      payload_hash: hashOf(code.payload),
      id,
      issued_at: code.issuedAt,
      offline_key_id: code.offlineKeyId,
      offline_step: code.offlineStep,
    })
    .execute();
  return id;
}

export interface ScannedOffline {
  readonly code: NewOfflineCode;
  readonly scan: Omit<Scan, 'codeId'>;
}

export async function isStepBurnt(reader: Reader, keyId: string, step: number): Promise<boolean> {
  const query = reader.selectFrom('insurance_codes').select('id').where('offline_key_id', '=', keyId).where('offline_step', '=', step);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Ends what a phone shows now, of anybody. */
export async function replaceShown(tx: Tx, deps: CoreDeps, { showerId, deviceId }: Pick<NewCode, 'showerId' | 'deviceId'>): Promise<void> {
  const shown = tx.selectFrom('insurance_codes').select('id').where('shower_id', '=', showerId).where('device_id', '=', deviceId);
  const live = shown.where('replaced_at', 'is', null).where('scanned_at', 'is', null);
  const ids = (await live.orderBy('id').forNoKeyUpdate().execute()).map((row) => row.id);
  if (ids.length === 0) return;
  await tx.updateTable('insurance_codes').set({ replaced_at: deps.now() }).where('id', '=', anyOf(ids)).execute();
  noteChanged(tx, deps, ids);
}

/** Whoever watches these codes is to look at them again. */
function noteChanged(tx: Tx, { codesChanged }: CoreDeps, codeIds: readonly string[]): void {
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

const scanColumns = (deps: CoreDeps, { institutionId, token, tokenExpiresAt }: Omit<Scan, 'codeId'>) => ({
  scanned_at: deps.now(),
  institution_id: institutionId,
  token_hash: hashOf(token),
  token_expires_at: tokenExpiresAt,
});

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
